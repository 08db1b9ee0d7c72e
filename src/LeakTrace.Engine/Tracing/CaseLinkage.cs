using LeakTrace.Engine.Blocking;
using LeakTrace.Engine.Entities;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Scoring;

namespace LeakTrace.Engine.Tracing;

/// <summary>Links seized rows to registry records and to one another.</summary>
sealed class CaseLinkage
{
    const double ExpectedMatchesPerRow = 0.5;
    readonly CaseTables _tables;
    readonly TraceSettings _settings;
    readonly ParallelOptions _parallel;
    KeyIndex _index = null!;

    CaseLinkage(CaseTables tables, TraceSettings settings, ParallelOptions parallel)
    {
        _tables = tables;
        _settings = settings;
        _parallel = parallel;
    }

    /// <summary>Model of pairs of row and record; of pairs of rows where there is no register.</summary>
    public MatchModel Model { get; private set; } = null!;

    /// <summary>Model of pairs of rows.</summary>
    public MatchModel RowModel { get; private set; } = null!;

    /// <summary>Scan of the registers.</summary>
    public PairScan Scan { get; private set; } = null!;

    /// <summary>Candidates of every row.</summary>
    public RowCandidates Candidates { get; private set; } = null!;

    /// <summary>Units of registry records.</summary>
    public RegistryUnits Units { get; private set; } = null!;

    /// <summary>Pairs of seized rows.</summary>
    public CandidatePairs RowPairs { get; private set; } = null!;

    /// <summary>Links.</summary>
    public static CaseLinkage Run(CaseTables tables, TraceSettings settings, ParallelOptions parallel, ITraceProgress progress)
    {
        var linkage = new CaseLinkage(tables, settings, parallel);
        var rows = Math.Max(1, tables.SeizedRecords);
        progress.Stage(TraceStage.Link);
        linkage.LinkToRegisters(rows);
        progress.Stage(TraceStage.Deduplicate);

        // Rows among themselves need the model, and no candidates.
        if (parallel.MaxDegreeOfParallelism == 1)
        {
            linkage.LinkRows(rows);
            linkage.GroupCandidates();
        }
        else
        {
            var beside = Task.Run(() => linkage.LinkRows(rows));
            try
            {
                linkage.GroupCandidates();
            }
            finally
            {
                beside.GetAwaiter().GetResult();
            }
        }

        return linkage;
    }

    void LinkToRegisters(long rows)
    {
        var records = _tables.RegistryRecords;
        IReadOnlyList<PersonColumns> others = records > 0 ? _tables.RegistryPeople : [_tables.SeizedPeople];

        // The index needs no model: it is built beside what the model takes from names and random pairs, and serves the rows among themselves, too.
        var indexing = new Lazy<KeyIndex>(() => KeyIndex.Build(_tables.SeizedPeople));
        var beside = _parallel.MaxDegreeOfParallelism == 1 ? Task.CompletedTask : Task.Run(() => indexing.Value);
        var names = new NameFrequencies(_tables.SeizedPeople, others, _parallel);
        var u = RandomPairs.EstimateU(_tables.SeizedPeople, others, _tables.Levels, names, _settings.Seed, _parallel);
        Model = new MatchModel(u, ExpectedMatchesPerRow / Math.Max(2, records > 0 ? records : rows));
        beside.GetAwaiter().GetResult();
        _index = indexing.Value;
        Scan = PairScan.Run(
            _index, _tables.SeizedPeople, _tables.RegistryPeople, _tables.Levels, Model, rows * _settings.PairsPerRow, _parallel);
        if (records > 0)
        {
            ExpectationMaximisation.Fit(Model, Scan.Histogram, (double)rows * records);
        }
    }

    void GroupCandidates()
    {
        Candidates = RowCandidates.Group(Scan.Pairs, Model, _tables.Seized.Count);
        Units = RegistryUnits.Resolve(_tables.RegistryPeople, _tables.Levels, Model, Candidates);
        SiblingEvidence.Add(Candidates, Units, Model);
    }

    void LinkRows(long rows)
    {
        var people = _tables.SeizedPeople;
        var scan = PairScan.Run(_index, people, [people], _tables.Levels, Model, rows * _settings.PairsPerRow, _parallel);
        var allPairs = Math.Max(1, rows * (rows - 1) / 2.0);
        var model = Model;
        if (!model.IsEstimated)
        {
            // Candidates were weighed, and are explained, by the model as it is; without registers there are none.
            model = _tables.RegistryRecords > 0 ? Model.WithPrior(Model.Prior) : Model;
            ExpectationMaximisation.Fit(model, scan.Histogram, allPairs);
        }

        RowModel = ExpectationMaximisation.WithPriorOf(model.WithPrior(Math.Min(0.1, 1.0 / rows)), scan.Histogram, allPairs);
        RowPairs = scan.Pairs;
    }
}
