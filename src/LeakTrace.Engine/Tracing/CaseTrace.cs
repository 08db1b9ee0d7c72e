using LeakTrace.Engine.Attribution;
using LeakTrace.Engine.Counting;
using LeakTrace.Engine.Entities;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Tracing;

/// <summary>A trace from records to tables; every stage in order.</summary>
public sealed class CaseTrace
{
    const double LeastSourceBits = -6;
    const double MostSourceBits = 3;
    readonly TraceInput _input;
    readonly CaseTables _tables;
    readonly DeliveryPlan _deliveries;
    readonly ParallelOptions _parallel;
    AccessEvents? _gathered;

    CaseTrace(TraceInput input, ParallelOptions parallel)
    {
        _input = input;
        _parallel = parallel;
        _tables = new CaseTables(input);
        _deliveries = new DeliveryPlan(_tables.Seized.Files, input.Deliveries);
    }

    /// <summary>Traces a case. The result does not depend on the number of threads.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public static TraceResult Run(TraceInput input, ITraceProgress progress, int threads, CancellationToken cancellation)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        return new CaseTrace(input, parallel).Run(progress);
    }

    TraceResult Run(ITraceProgress progress)
    {
        // Who held what needs no link: it is gathered beside linking where there is a thread for it.
        var gathering = new Lazy<AccessEvents>(
            () => AccessEvents.Gather(_input.Files, _tables.Registry, _tables.Places, _tables.SourceOf, _parallel));
        var beside = _parallel.MaxDegreeOfParallelism == 1 ? Task.CompletedTask : Task.Run(() => gathering.Value);
        var linkage = CaseLinkage.Run(_tables, _input.Settings, _parallel, progress);
        _parallel.CancellationToken.ThrowIfCancellationRequested();

        progress.Stage(TraceStage.Attribute);
        var competition = Competition.Run(linkage.Candidates, linkage.Units);
        var own = OwnStatuses(competition);
        var hazards = SourceRanking.FitHazards(
            People(linkage, own), _tables.SourceOf, _tables.Registry, _tables.Places, SourceRecords(), _deliveries.Edges.Count);
        CopyEvidence.Learn(linkage.Candidates, linkage.Units, linkage.Model, _tables.SourceOf, _tables.Seized.Table.Traits, _tables.Registry.TraitsOf);
        linkage.Candidates.SetWeights(SourceBits(hazards));
        competition = Competition.Run(linkage.Candidates, linkage.Units);
        own = OwnStatuses(competition);
        var clusters = Cluster(linkage, competition, own);
        var people = People(linkage, own);

        // Counting needs no ranks, and ranking no counts.
        var lines = new ResultLines(_input, _tables, _deliveries, linkage, competition, clusters, own);
        var counting = _parallel.MaxDegreeOfParallelism == 1 ? null : Task.Run(() => lines.ToResult(_parallel));
        var elsewhere = PeopleFromElsewhere(clusters, competition, own);
        var canaries = new Canaries(_input.Canaries, people, _tables.Registry, record => _tables.Places.NameOf(_tables.SourceOf[record]));
        var sources = RankSources(people, elsewhere, canaries);
        var months = new RecordMonths(_tables.Registry);
        var edges = EdgeNames();
        sources.FitScopes(people, _tables.SourceOf, _tables.Registry, months, edges, Needed, _parallel.MaxDegreeOfParallelism);
        beside.GetAwaiter().GetResult();
        var events = _gathered = gathering.Value;
        var accounts = AccountRanking.Run(
            events, people, _tables.Registry, _tables.SourceOf, _tables.Places, months, canaries, LastSentAt(), elsewhere, edges, Needed,
            _parallel.MaxDegreeOfParallelism);

        progress.Stage(TraceStage.Count);
        var problems = new List<Problem>(_input.Problems);
        problems.AddRange(_tables.Problems);
        problems.AddRange(_deliveries.Problems);
        problems.AddRange(events.Problems);
        problems.AddRange(Undecided.Sources(sources.Lines, sources.Found, elsewhere));
        problems.AddRange(accounts?.Notes ?? []);
        problems.AddRange(canaries.Problems(_tables.Registry, IsHolder));
        if (events.Names.Count > 0 && LastSentAt() == long.MaxValue)
        {
            problems.Add(new Problem("", "", 0, Severity.Warning, "no-delivery-times",
                "No delivery time is known, so whoever read a record after its sale counts as having held it, too. Give deliveries.csv with file, seller, buyer, sent_at."));
        }

        if (events.Names.Count > 0 && _tables.Registry.Count == 0)
        {
            problems.Add(new Problem("", "", 0, Severity.Warning, "log-without-registers",
                "There is an access log and no register to look its records up in, so no account is ranked. Put the exports of the source systems into registry/."));
        }

        var calls = CallRecords.Gather(_input.Files);
        problems.AddRange(calls.Problems);
        if (calls.Files > 0 && _tables.Registry.Count == 0)
        {
            problems.Add(new Problem("", "", 0, Severity.Warning, "calls-without-registers",
                "There are call records and no register whose admissions they might follow. Put the exports of the source systems into registry/."));
        }

        var holders = new HolderEvidences(_input.Settings, people, LocationsOf(people, linkage, competition, own));
        var accountLines = accounts?.Lines ?? [];
        var callLines = new CallLines(_tables, calls, _input.Settings.Seed).Write(_parallel);
        var counts = counting is null ? lines.ToResult(_parallel) : counting.GetAwaiter().GetResult();
        return counts with
        {
            Sources = sources.Lines,
            Accounts = accountLines,
            Problems = Sorted(problems),
            SourcesByScope = sources.ByScope,
            AccountsByScope = accounts?.ByScope ?? [],
            Calls = callLines,
            Holders =
            [
                .. holders.Sources(sources.Lines, sources.ByScope, callLines, _tables.SourceOf, _tables.Places.NameOf),
                .. holders.Accounts(accountLines, accounts?.ByScope ?? [], events, _tables.Registry.Count),
            ],
        };
    }

    List<Problem> Sorted(List<Problem> problems)
    {
        foreach (var file in _input.Files)
        {
            problems.AddRange(file.Problems);
        }

        problems.Sort((a, b) =>
            string.CompareOrdinal(a.File, b.File) is not 0 and var file ? file
            : string.CompareOrdinal(a.Sheet, b.Sheet) is not 0 and var sheet ? sheet
            : a.Row != b.Row ? a.Row.CompareTo(b.Row)
            : string.CompareOrdinal(a.Code, b.Code) is not 0 and var code ? code
            : string.CompareOrdinal(a.Message, b.Message));
        return problems;
    }

    bool IsHolder(string name) => _tables.Places.SourceNamed(name) > 0 || _gathered!.Knows(name);

    List<string> EdgeNames()
    {
        var names = new List<string>();
        for (var edge = 0; edge < _deliveries.Edges.Count; edge++)
        {
            names.Add(_deliveries.KeyOf(edge));
        }

        return names;
    }

    NeededRule Needed => new(_input.Settings.NeededBits, _input.Settings.NeededShare);

    (RowStatus Status, string Reason)[] OwnStatuses(Competition competition)
    {
        var own = new (RowStatus, string)[_tables.Seized.Count];
        for (var row = 0; row < own.Length; row++)
        {
            own[row] = RowIdentity.Of(_tables.Seized.Table, row, competition.PersonProbabilityOf(row) >= _input.Settings.MatchProbability);
        }

        return own;
    }

    List<SeizedPerson> People(CaseLinkage linkage, (RowStatus Status, string Reason)[] own)
    {
        var people = new SeizedPeople();
        for (var row = 0; row < own.Length; row++)
        {
            if (own[row].Status == RowStatus.Valid)
            {
                people.Add(linkage.Candidates, row, linkage.Units, _deliveries.Of(_tables.Seized.FileOf[row]));
            }
        }

        return people.ToList();
    }

    SourceRanking RankSources(List<SeizedPerson> people, double elsewhere, Canaries canaries) =>
        SourceRanking.Run(
            people, _tables.SourceOf, _tables.Registry, _tables.Places, SourceRecords(), canaries, elsewhere, _deliveries.Edges.Count, Needed,
            _parallel.MaxDegreeOfParallelism);

    long[] SourceRecords()
    {
        var records = new long[_tables.Places.SourceCount + 1];
        for (var source = 1; source < records.Length; source++)
        {
            records[source] = _tables.Places.RecordsOf(source);
        }

        return records;
    }

    /// <summary>
    /// The prior of a match is that of the record's source: in proportion to its hazard against the mean over all records.
    /// Bounded, so that it never outweighs a field.
    /// </summary>
    Func<int, double> SourceBits(double[] hazards)
    {
        double sum = 0, records = 0;
        for (var source = 1; source < hazards.Length; source++)
        {
            sum += (hazards[source] + hazards[0]) * _tables.Places.RecordsOf(source);
            records += _tables.Places.RecordsOf(source);
        }

        var bits = new double[hazards.Length];
        for (var source = 1; source < hazards.Length && sum > 0; source++)
        {
            bits[source] = Math.Clamp(Math.Log2((hazards[source] + hazards[0]) * records / sum), LeastSourceBits, MostSourceBits);
        }

        return record => bits[_tables.SourceOf[record]];
    }

    /// <summary>Whose information each row is.</summary>
    RowClusters Cluster(CaseLinkage linkage, Competition competition, (RowStatus Status, string Reason)[] own)
    {
        var units = new int[own.Length];
        var identifies = new bool[own.Length];
        for (var row = 0; row < own.Length; row++)
        {
            var best = competition.BestOf(row);
            identifies[row] = own[row].Status == RowStatus.Valid;
            units[row] = identifies[row] && competition.PersonProbabilityOf(row) >= _input.Settings.MatchProbability
                && !RegistryUnits.AreOtherEvents(linkage.Candidates.Patterns[best])
                ? linkage.Units.Of(linkage.Candidates.Records[best]) : -1;
        }

        var least = Math.Log2(_input.Settings.MatchProbability / (1 - _input.Settings.MatchProbability));
        return RowClusters.Build(units, identifies, linkage.RowPairs, linkage.RowModel, least);
    }

    /// <summary>For each person a row that shows it, and the record that this row matches best.</summary>
    string[] LocationsOf(
        List<SeizedPerson> people, CaseLinkage linkage, Competition competition, (RowStatus Status, string Reason)[] own)
    {
        var locations = new string[people.Count];
        Array.Fill(locations, "");
        var indexOf = new Dictionary<int, int>();
        for (var p = 0; p < people.Count; p++)
        {
            indexOf[people[p].Unit] = p;
        }

        for (var row = 0; row < own.Length; row++)
        {
            if (own[row].Status == RowStatus.Valid && competition.PersonProbabilityOf(row) >= _input.Settings.MatchProbability)
            {
                var record = linkage.Candidates.Records[competition.BestOf(row)];
                if (indexOf.TryGetValue(linkage.Units.Of(record), out var person) && locations[person].Length == 0)
                {
                    locations[person] = $"{_tables.Seized.LocationOf(row)} = {_tables.Registry.LabelOf(record)}";
                }
            }
        }

        return locations;
    }

    double PeopleFromElsewhere(RowClusters clusters, Competition competition, (RowStatus Status, string Reason)[] own)
    {
        var found = new HashSet<int>();
        var all = new HashSet<int>();
        for (var row = 0; row < own.Length; row++)
        {
            if (own[row].Status != RowStatus.Valid)
            {
                continue;
            }

            all.Add(clusters.Of(row));
            if (competition.PersonProbabilityOf(row) >= _input.Settings.MatchProbability)
            {
                found.Add(clusters.Of(row));
            }
        }

        return all.Count - found.Count;
    }

    long LastSentAt()
    {
        var last = long.MinValue;
        for (var f = 0; f < _tables.Seized.Files.Count; f++)
        {
            foreach (var (_, sentAt) in _deliveries.Of(f))
            {
                last = sentAt == long.MaxValue ? last : Math.Max(last, sentAt);
            }
        }

        return last == long.MinValue ? long.MaxValue : last;
    }
}
