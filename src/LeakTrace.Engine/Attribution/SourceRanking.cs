using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Entities;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Tracing;

namespace LeakTrace.Engine.Attribution;

/// <summary>Ranks the sources by how much the seizure speaks for each having leaked.</summary>
public sealed class SourceRanking
{
    readonly PlaceDirectory _places;
    readonly long[] _records;
    readonly double[] _matched;
    readonly double[] _matchedRecords;
    readonly double[] _exclusive;
    readonly double[] _explained;
    readonly double[][] _explainedByEdge;
    readonly double[] _foundByEdge;
    readonly double[] _canaries;
    readonly double[] _canaryBits;
    double[] _hazards = [];

    SourceRanking(PlaceDirectory places, long[] records, int edges)
    {
        _places = places;
        _records = records;
        var holders = places.SourceCount + 1;
        _matched = new double[holders];
        _matchedRecords = new double[holders];
        _exclusive = new double[holders];
        _explained = new double[holders];
        _explainedByEdge = new double[holders][];
        for (var h = 0; h < holders; h++)
        {
            _explainedByEdge[h] = new double[edges];
        }

        _foundByEdge = new double[edges];
        _canaries = new double[holders];
        _canaryBits = new double[holders];
    }

    /// <summary>People found in registers.</summary>
    public double Found { get; private set; }

    /// <summary>Lines of the table, elsewhere last.</summary>
    public List<SourceLine> Lines { get; } = [];

    /// <summary>The fit by edge and by month.</summary>
    public List<ScopeLine> ByScope { get; private set; } = [];

    /// <summary>Holders of each person in time, elsewhere first.</summary>
    int[][] _holdersOf = [];

    /// <summary>Ranks.</summary>
    /// <param name="people">Seized people found in registers.</param>
    /// <param name="sourceOf">Source of a record, 1-based.</param>
    /// <param name="registry">Registers.</param>
    /// <param name="places">Sources with their names.</param>
    /// <param name="records">Number of records of each source, index 0 unused.</param>
    /// <param name="canaries">Planted records.</param>
    /// <param name="elsewherePeople">Seized people found in no register.</param>
    /// <param name="edges">Number of edges.</param>
    /// <param name="needed">When a source is needed.</param>
    /// <param name="threads">Degree of parallelism.</param>
    public static SourceRanking Run(
        List<SeizedPerson> people, int[] sourceOf, RegistryRecords registry, PlaceDirectory places, long[] records,
        Canaries canaries, double elsewherePeople, int edges, NeededRule needed, int threads)
    {
        var ranking = new SourceRanking(places, records, edges);
        var sets = ranking.Gather(people, sourceOf, registry);
        var fit = LeakRateModel.Fit(sets, new LeakRateOptions { Threads = threads });
        ranking._hazards = fit.Hazards;
        for (var p = 0; p < people.Count; p++)
        {
            ranking.Explain(people[p], ranking._holdersOf[p], sourceOf, canaries.HolderOf(p) is not null);
        }

        ranking.Write(fit, GuiltModel.Probabilities(sets), elsewherePeople, needed);
        return ranking;
    }

    /// <summary>Hazards of elsewhere (0) and of every source alone; parameters as of <see cref="Run"/>.</summary>
    public static double[] FitHazards(List<SeizedPerson> people, int[] sourceOf, RegistryRecords registry, PlaceDirectory places, long[] records, int edges)
    {
        return LeakRateModel.FitHazards(new SourceRanking(places, records, edges).Gather(people, sourceOf, registry));
    }

    /// <summary>Fits each edge and each month apart.</summary>
    public void FitScopes(
        List<SeizedPerson> people, int[] sourceOf, RegistryRecords registry, RecordMonths months, IReadOnlyList<string> edges, NeededRule needed, int threads)
    {
        var names = new List<string> { "elsewhere" };
        for (var source = 1; source < _matched.Length; source++)
        {
            names.Add(_places.NameOf(source));
        }

        var held = HeldRecords.BySource(registry, sourceOf, months, _matched.Length);
        var options = new LeakRateOptions { Threads = threads };
        ByScope = new ScopeFits(people, _holdersOf, held, months, Backgrounds(), names, "register", needed, options).Run(edges);
    }

    /// <summary>Who held whom in time.</summary>
    HolderSets Gather(List<SeizedPerson> people, int[] sourceOf, RegistryRecords registry)
    {
        var builder = new HolderSetsBuilder();
        _holdersOf = new int[people.Count][];
        for (var p = 0; p < people.Count; p++)
        {
            _holdersOf[p] = HoldersOf(people[p], sourceOf, registry, builder);
        }

        return builder.Build(Backgrounds(), Unseized());
    }

    bool[] Backgrounds()
    {
        var background = new bool[_matched.Length];
        background[0] = true;
        return background;
    }

    double[] Unseized()
    {
        var unseized = new double[_matched.Length];
        for (var source = 1; source < unseized.Length; source++)
        {
            unseized[source] = Math.Max(0, _records[source] - _matched[source]);
            unseized[0] += unseized[source];
        }

        return unseized;
    }

    /// <summary>Sources that held the person when it was first delivered; the person is added to the set of just these.</summary>
    int[] HoldersOf(SeizedPerson person, int[] sourceOf, RegistryRecords registry, HolderSetsBuilder builder)
    {
        var most = person.Records.Length + 1;
        Span<int> holders = most <= 64 ? stackalloc int[most] : new int[most];
        holders[0] = 0;
        var count = 1;
        foreach (var record in person.Records)
        {
            var source = sourceOf[record];
            _matchedRecords[source] += person.Probability;
            if (registry.RecordedAt(record) <= person.FirstSentAt && !holders[..count].Contains(source))
            {
                holders[count++] = source;
            }
        }

        holders = holders[..count];
        holders.Sort();
        var result = builder.HoldersOf(builder.Add(holders, person.Probability));
        foreach (var holder in result)
        {
            _matched[holder] += person.Probability;
            _exclusive[holder] += result.Length == 2 ? person.Probability : 0;
        }

        Found += person.Probability;
        foreach (var edge in person.FirstEdges)
        {
            _foundByEdge[edge] += person.Probability;
        }

        return result;
    }

    void Explain(SeizedPerson person, int[] holders, int[] sourceOf, bool isCanary)
    {
        Span<double> copy = stackalloc double[holders.Length];
        Span<double> shares = stackalloc double[holders.Length];
        copy.Clear();
        // Nobody elsewhere can know a record that was planted.
        copy[0] = isCanary && holders.Length > 1 ? 0 : 1;
        for (var k = 1; k < holders.Length && isCanary; k++)
        {
            _canaries[holders[k]] += person.Probability;
            _canaryBits[holders[k]] += Canaries.BitsOf(person.Probability);
        }

        for (var r = 0; r < person.Records.Length; r++)
        {
            var at = holders.AsSpan().IndexOf(sourceOf[person.Records[r]]);
            if (at > 0)
            {
                copy[at] = Math.Max(copy[at], double.Exp2(person.CopyBits[r]));
            }
        }

        Responsibilities.Share(holders, _hazards, copy, shares);
        for (var k = 0; k < holders.Length; k++)
        {
            _explained[holders[k]] += person.Probability * shares[k];
            foreach (var edge in person.FirstEdges)
            {
                _explainedByEdge[holders[k]][edge] += person.Probability * shares[k];
            }
        }
    }

    void Write(LeakRateFit fit, double[] guilt, double elsewherePeople, NeededRule needed)
    {
        var seized = Found + elsewherePeople;
        double allRecords = 0, allMatched = 0;
        for (var source = 1; source < _matched.Length; source++)
        {
            allRecords += _records[source];
            allMatched += _matchedRecords[source];
            Lines.Add(Line(source, fit, guilt, seized) with
            {
                Needed = needed.Holds(fit.EvidenceBits[source], _explained[source], Found, _explainedByEdge[source], _foundByEdge)
                    || _canaryBits[source] >= needed.MinimumBits,
            });
        }

        var share = allRecords > 0 ? allMatched / allRecords : 0;
        Lines.Sort((a, b) =>
            a.LogLikelihoodRatioBits != b.LogLikelihoodRatioBits ? b.LogLikelihoodRatioBits.CompareTo(a.LogLikelihoodRatioBits)
            : a.ExplainedPeople != b.ExplainedPeople ? b.ExplainedPeople.CompareTo(a.ExplainedPeople)
            : string.CompareOrdinal(a.Source, b.Source));
        for (var i = 0; i < Lines.Count; i++)
        {
            Lines[i] = Lines[i] with { Rank = i + 1, Lift = share > 0 ? Lines[i].ShareOfRegistry / share : double.NaN };
        }

        var explained = _explained[0] + elsewherePeople;
        Lines.Add(new SourceLine(
            0, "elsewhere", "elsewhere", 0, 0, explained, seized > 0 ? explained / seized : 0, double.NaN, double.NaN, elsewherePeople, explained,
            fit.LeakRates[0], fit.Low[0], fit.High[0], double.NaN, false, double.NaN));
    }

    SourceLine Line(int source, LeakRateFit fit, double[] guilt, double seized)
    {
        var matchedRecords = (long)Math.Round(_matchedRecords[source]);
        return new SourceLine(
            0, _places.NameOf(source), "register", _records[source], matchedRecords, _matched[source], seized > 0 ? _matched[source] / seized : 0,
            _records[source] > 0 ? (double)matchedRecords / _records[source] : 0, double.NaN, _exclusive[source], _explained[source],
            fit.LeakRates[source], fit.Low[source], fit.High[source], fit.EvidenceBits[source] + _canaryBits[source], false, guilt[source],
            _canaries[source])
        {
            NotToldFrom = Undecided.Others(fit.Group, source, holder => holder == 0 ? "elsewhere" : _places.NameOf(holder)),
        };
    }
}
