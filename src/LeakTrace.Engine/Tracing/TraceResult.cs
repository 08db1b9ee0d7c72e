using LeakTrace.Engine.Counting;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Tracing;

/// <summary>Everything that a trace found, sorted as its tables are.</summary>
public sealed record TraceResult(
    IReadOnlyList<InputLine> Inputs,
    IReadOnlyList<RowLine> Rows,
    IReadOnlyList<MatchLine> Matches,
    IReadOnlyList<SourceLine> Sources,
    IReadOnlyList<AccountLine> Accounts,
    IReadOnlyList<CountLine> Counts,
    IReadOnlyList<FileLine> Files,
    IReadOnlyList<Problem> Problems,
    LinkageSummary Linkage,
    TraceSettings Settings)
{
    /// <summary>Which seized file was made from which.</summary>
    public IReadOnlyList<LineageLine> Lineage { get; init; } = [];

    /// <summary>What went from which seller to which buyer.</summary>
    public IReadOnlyList<FlowLine> Flows { get; init; } = [];

    /// <summary>Whether calls follow admissions; empty where no call records were read.</summary>
    public IReadOnlyList<CallLine> Calls { get; init; } = [];

    /// <summary>The evidence about each source, then about each account, by rank.</summary>
    public IReadOnlyList<HolderEvidence> Holders { get; init; } = [];

    /// <summary>What each scope comes to under each tier of the policy.</summary>
    public IReadOnlyList<ThresholdLine> Thresholds { get; init; } = [];

    /// <summary>The same under each key.</summary>
    public IReadOnlyList<ThresholdKeyLine> ThresholdKeys { get; init; } = [];

    /// <summary>Payments against deliveries.</summary>
    public IReadOnlyList<LedgerLine> Ledger { get; init; } = [];

    /// <summary>Prices and when they held.</summary>
    public IReadOnlyList<PriceLine> Prices { get; init; } = [];

    /// <summary>What each party received, passed on and kept.</summary>
    public IReadOnlyList<PartyLine> Parties { get; init; } = [];

    /// <summary>Where the evidence of the money disagrees.</summary>
    public IReadOnlyList<DisagreementLine> Disagreements { get; init; } = [];

    /// <summary>Types of information in each sheet.</summary>
    public IReadOnlyList<InformationLine> Information { get; init; } = [];

    /// <summary>Lines of the table <c>columns</c>, in the order of files, sheets and columns.</summary>
    public IReadOnlyList<ColumnLine> Columns { get; init; } = [];

    /// <summary>Whether the seizure tells of newborns.</summary>
    public bool HasNewborns { get; init; }

    /// <summary>The counting rule.</summary>
    public CountingPolicy Policy { get; init; } = CountingPolicy.Default;

    /// <summary>The fit of sources by edge and by month.</summary>
    public IReadOnlyList<ScopeLine> SourcesByScope { get; init; } = [];

    /// <summary>The fit of accounts by edge and by month.</summary>
    public IReadOnlyList<ScopeLine> AccountsByScope { get; init; } = [];
}
