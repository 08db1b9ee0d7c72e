namespace LeakTrace.Engine.Records;

/// <summary>Something that the user should know of an input: where, what was found, what to do. Never holds cell contents.</summary>
/// <param name="File">Path below the input folder; empty for the case as a whole.</param>
/// <param name="Sheet">Sheet, empty where the format has none.</param>
/// <param name="Row">1-based row, zero where the problem is not of one row.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Code">Stable short name of the kind of problem, such as <c>no-columns</c>.</param>
/// <param name="Message">What was found and what to do, in English.</param>
public sealed record Problem(string File, string Sheet, int Row, Severity Severity, string Code, string Message)
{
    /// <summary>What the message says in numbers and names of sources and accounts, in order, for telling it in another language; often empty.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];
}
