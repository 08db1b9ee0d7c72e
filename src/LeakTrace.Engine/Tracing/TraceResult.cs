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
}
