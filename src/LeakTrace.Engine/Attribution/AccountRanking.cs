using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Entities;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Tracing;

namespace LeakTrace.Engine.Attribution;

/// <summary>
/// Ranks the accounts, whatever shows that they held a record, in one fit. Beside elsewhere there is a background for each
/// source, the reads that its log lost, so that an account earns only what exceeds it. Those who only mirror stronger accounts
/// are dismissed from the last fit (<see cref="StrongerAccounts"/>).
/// </summary>
public sealed class AccountRanking
{
    const int Rounds = 3;
    const double BitsOfInterest = StrongerAccounts.LeastBits;
    readonly AccessEvents _events;
    readonly List<SeizedPerson> _people;
    readonly RegistryRecords _registry;
    readonly int[] _sourceOf;
    readonly PlaceDirectory _places;
    readonly RecordMonths _months;
    readonly AccountWalk _walk;
    readonly bool[] _isDismissed;
    readonly double[] _foundByEdge;
    readonly double _found;

    AccountRanking(
        AccessEvents events, List<SeizedPerson> people, RegistryRecords registry, int[] sourceOf, PlaceDirectory places, RecordMonths months,
        long lastSentAt, int edges)
    {
        _events = events;
        _people = people;
        _registry = registry;
        _sourceOf = sourceOf;
        _places = places;
        _months = months;
        _walk = AccountWalk.Run(events, people, registry, sourceOf, months, lastSentAt, FirstAccount, edges);
        _isDismissed = new bool[events.Names.Count];
        _foundByEdge = new double[edges];
        foreach (var person in people)
        {
            _found += person.Probability;
            foreach (var edge in person.FirstEdges)
            {
                _foundByEdge[edge] += person.Probability;
            }
        }
    }

    /// <summary>Lines of the table, elsewhere last; empty where no account or no register is known.</summary>
    public List<AccountLine> Lines { get; private set; } = [];

    /// <summary>What the fit cannot tell apart, in words.</summary>
    public List<Problem> Notes { get; } = [];

    /// <summary>The fit by edge and by month.</summary>
    public List<ScopeLine> ByScope { get; private set; } = [];

    int FirstAccount => _places.SourceCount + 1;

    /// <summary>Ranks.</summary>
    /// <param name="events">Who held what from when.</param>
    /// <param name="people">Seized people found in registers.</param>
    /// <param name="registry">Registers.</param>
    /// <param name="sourceOf">Source of a record.</param>
    /// <param name="places">Sources with their names.</param>
    /// <param name="months">Months of the records.</param>
    /// <param name="canaries">Planted records.</param>
    /// <param name="lastSentAt">Last delivery, long.MaxValue where none is known.</param>
    /// <param name="elsewherePeople">Seized people found in no register.</param>
    /// <param name="edges">Names of the edges.</param>
    /// <param name="needed">When an account is needed.</param>
    /// <param name="threads">Degree of parallelism.</param>
    public static AccountRanking? Run(
        AccessEvents events, List<SeizedPerson> people, RegistryRecords registry, int[] sourceOf, PlaceDirectory places, RecordMonths months,
        Canaries canaries, long lastSentAt, double elsewherePeople, IReadOnlyList<string> edges, NeededRule needed, int threads)
    {
        if (events.Names.Count == 0 || registry.Count == 0)
        {
            return null;
        }

        var ranking = new AccountRanking(events, people, registry, sourceOf, places, months, lastSentAt, edges.Count);
        ranking.Accuse();
        var options = new LeakRateOptions { Threads = threads };
        // Without delivery times nobody knows who read after the sale, and stronger accounts may be those who did.
        var fit = lastSentAt == long.MaxValue ? ranking.Fit(options) : ranking.FitWithoutMirrors(options);
        var shares = new AccountShares(events, people, sourceOf, ranking._walk, fit.Hazards, ranking.FirstAccount);
        for (var p = 0; p < people.Count; p++)
        {
            shares.Explain(p, ranking.HoldersOf(p), canaries.HolderOf(p));
        }

        ranking.Notes.AddRange(WholeSources.Mark(places, events.Names, ranking._walk, people, sourceOf, shares, ranking._found));
        var background = 0.0;
        foreach (var explained in shares.Backgrounds)
        {
            background += explained;
        }

        ranking.Lines = AccountLines.Write(
            ranking._walk.Findings, events, places, fit, ranking.FirstAccount, background + elsewherePeople, elsewherePeople, needed,
            ranking._found, ranking._foundByEdge);
        ranking.Notes.AddRange(Undecided.SharedLogins(ranking.Lines));
        ranking.ByScope = ranking.FitScopes(fit, edges, needed, options);
        return ranking;
    }

    /// <summary>
    /// Fits, dismisses those who only mirror stronger accounts and fits again. An account's evidence is at most what it has beside
    /// stronger ones; one that was dismissed may still have leaked as much as the fit with it allows.
    /// </summary>
    LeakRateFit FitWithoutMirrors(LeakRateOptions options)
    {
        var bits = new double[_isDismissed.Length];
        var high = new double[_isDismissed.Length];
        var hasMore = true;
        for (var round = 0; round < Rounds && hasMore; round++)
        {
            hasMore = false;
            // Intervals wait for the last fit, but for the upper ends of those who will not be in it.
            var fit = Fit(options with { ProfiledHolders = 0, HasEvidence = false });
            var beside = BesideStronger(fit);
            for (var a = 0; a < beside.Length; a++)
            {
                if (!_isDismissed[a])
                {
                    var own = fit.LogLikelihoodRatioBits[FirstAccount + a];
                    bits[a] = Math.Min(own, beside[a]);
                    high[a] = fit.High[FirstAccount + a];
                    _isDismissed[a] = beside[a] < StrongerAccounts.LeastBits;
                    hasMore |= _isDismissed[a] && (own >= StrongerAccounts.LeastBits || round == 0);
                }
            }
        }

        var last = Fit(options);
        for (var a = 0; a < bits.Length; a++)
        {
            var h = FirstAccount + a;
            last.LogLikelihoodRatioBits[h] = _isDismissed[a] ? bits[a] : Math.Min(bits[a], last.LogLikelihoodRatioBits[h]);
            last.EvidenceBits[h] = Math.Min(last.EvidenceBits[h], bits[a]);
            last.High[h] = _isDismissed[a] ? high[a] : last.High[h];
        }

        return last;
    }

    double[] BesideStronger(LeakRateFit fit)
    {
        var weights = new double[_people.Count];
        var sources = new int[_people.Count];
        var recorders = new int[_people.Count];
        var held = new List<int>[_isDismissed.Length];
        for (var p = 0; p < weights.Length; p++)
        {
            weights[p] = _people[p].Probability;
            sources[p] = _sourceOf[_people[p].Records[0]];
            recorders[p] = _events.RecorderOf(_people[p].Records[0]);
            foreach (var account in _walk.AccountsOf[p])
            {
                (held[account] ??= []).Add(p);
            }
        }

        var heldBy = Array.ConvertAll(held, list => list is null ? [] : list.ToArray());
        var records = Array.ConvertAll(_walk.Findings, account => account.Records);
        return new StrongerAccounts(weights, sources, recorders, heldBy, records, FirstAccount, Background)
            .Beside(fit.LogLikelihoodRatioBits.AsSpan(FirstAccount));

        // Where strong accounts lose entries, the source's background is mostly those.
        double Background(int account, int source, bool isMostlyTheirs) =>
            _walk.Findings[account].BySource[source] * NoisyOr.Probability(fit.Hazards[0] + (isMostlyTheirs ? 0 : fit.Hazards[source]));
    }

    LeakRateFit Fit(LeakRateOptions options) => LeakRateModel.Fit(Sets(Unseized()), options);

    /// <summary>The literature's guilt probability of each account.</summary>
    void Accuse()
    {
        var guilt = GuiltModel.Probabilities(Sets(new double[FirstAccount + _isDismissed.Length]));
        for (var a = 0; a < _isDismissed.Length; a++)
        {
            _walk.Findings[a].GuiltProbability = guilt[FirstAccount + a];
        }
    }

    HolderSets Sets(double[] unseized)
    {
        var builder = new HolderSetsBuilder();
        for (var p = 0; p < _people.Count; p++)
        {
            builder.Add(HoldersOf(p), _people[p].Probability);
        }

        return builder.Build(Backgrounds(), unseized);
    }

    int[] HoldersOf(int p)
    {
        var holders = new SortedSet<int> { 0 };
        foreach (var record in _people[p].Records)
        {
            holders.Add(_sourceOf[record]);
        }

        foreach (var account in _walk.AccountsOf[p])
        {
            if (!_isDismissed[account])
            {
                holders.Add(FirstAccount + account);
            }
        }

        var result = new int[holders.Count];
        holders.CopyTo(result);
        return result;
    }

    bool[] Backgrounds()
    {
        var background = new bool[FirstAccount + _isDismissed.Length];
        background.AsSpan(0, FirstAccount).Fill(true);
        return background;
    }

    double[] Unseized()
    {
        var unseized = new double[FirstAccount + _isDismissed.Length];
        for (var t = 0; t < _registry.Tables.Count; t++)
        {
            for (var row = 0; row < _registry.Tables[t].Count; row++)
            {
                var record = _registry.StartOf(t) + row;
                if (RegistryRecords.IsRecord(_registry.Tables[t], row) && !_walk.IsOfSeized(record))
                {
                    unseized[_sourceOf[record]]++;
                    unseized[0]++;
                }
            }
        }

        foreach (var person in _people)
        {
            unseized[0] += 1 - person.Probability;
        }

        for (var a = 0; a < _isDismissed.Length; a++)
        {
            unseized[FirstAccount + a] = _walk.Findings[a].Unseized;
        }

        return unseized;
    }

    List<ScopeLine> FitScopes(LeakRateFit fit, IReadOnlyList<string> edges, NeededRule needed, LeakRateOptions options)
    {
        for (var a = 0; a < _isDismissed.Length; a++)
        {
            _isDismissed[a] |= !(fit.LogLikelihoodRatioBits[FirstAccount + a] >= BitsOfInterest);
        }

        var names = new List<string> { "elsewhere" };
        var held = HeldRecords.BySource(_registry, _sourceOf, _months, FirstAccount);
        for (var source = 1; source < FirstAccount; source++)
        {
            names.Add(_places.NameOf(source));
        }

        names.AddRange(_events.Names);
        var byMonth = new double[names.Count][];
        held.CopyTo(byMonth, 0);
        for (var a = 0; a < _isDismissed.Length; a++)
        {
            byMonth[FirstAccount + a] = _walk.Findings[a].HeldByMonth;
        }

        var holders = new int[_people.Count][];
        for (var p = 0; p < holders.Length; p++)
        {
            holders[p] = HoldersOf(p);
        }

        return new ScopeFits(_people, holders, byMonth, _months, Backgrounds(), names, "account", needed, options).Run(edges);
    }
}
