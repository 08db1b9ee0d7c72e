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
    /// <summary>The fit of sources by edge and by month.</summary>
    public IReadOnlyList<ScopeLine> SourcesByScope { get; init; } = [];

    /// <summary>The fit of accounts by edge and by month.</summary>
    public IReadOnlyList<ScopeLine> AccountsByScope { get; init; } = [];
}
