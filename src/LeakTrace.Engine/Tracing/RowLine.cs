using LeakTrace.Engine.Counting;

namespace LeakTrace.Engine.Tracing;

/// <summary>Line of the table <c>rows</c>: the fate of one physical row of a seized sheet.</summary>
/// <param name="File">Path below seized/.</param>
/// <param name="Sheet">Sheet, empty where the format has none.</param>
/// <param name="Row">1-based row.</param>
/// <param name="Status">Status on the file's first edge.</param>
/// <param name="Reason">Stable reason code, such as <c>same-person</c>.</param>
/// <param name="SameAs"><c>file!sheet!row</c> of the row that counts in its place; empty unless a duplicate.</param>
/// <param name="Person">Number of the person's information, such as <c>P000001</c>; empty where nobody is identified.</param>
/// <param name="Corroborated">Whether a registry record matches.</param>
/// <param name="Record">Best matching record, verbatim; empty without a match.</param>
/// <param name="Source">Source of that record.</param>
/// <param name="Probability">Its match probability; NaN where the row has no candidate.</param>
public sealed record RowLine(
    string File, string Sheet, int Row, RowStatus Status, string Reason, string SameAs, string Person,
    bool Corroborated, string Record, string Source, double Probability)
{
    /// <summary>Probability that a repetition is of the same person's event as the row that counts; NaN where it repeats none.</summary>
    public double DuplicateProbability { get; init; } = double.NaN;

    /// <summary>Tiers of the policy that the row's information may belong to, with spaces between; empty where it is nobody's.</summary>
    public string Tiers { get; init; } = "";

    /// <summary>Status and person of each further record of the row; empty where the row holds one record.</summary>
    public IReadOnlyList<(RowStatus Status, string Person)> Further { get; init; } = [];
}
