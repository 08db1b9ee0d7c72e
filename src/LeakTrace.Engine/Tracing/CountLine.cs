namespace LeakTrace.Engine.Tracing;

/// <summary>Line of the table <c>counts</c>: the rows of one scope by status, and the count under each key.</summary>
/// <param name="Scope"><c>all</c>, <c>edge</c>, <c>seller</c>, <c>buyer</c>, <c>party</c>, <c>file</c>, <c>source</c> or <c>month</c>.</param>
/// <param name="Key">Which edge, seller …; empty for <c>all</c>.</param>
/// <param name="Total">Physical rows.</param>
/// <param name="Blank">Rows without a value.</param>
/// <param name="Layout">Titles, headers, totals, notes.</param>
/// <param name="Placeholder">Test or dummy rows.</param>
/// <param name="Unidentifiable">Rows that identify nobody.</param>
/// <param name="Invalid">Rows whose identifying numbers are all malformed.</param>
/// <param name="Duplicate">Repetitions.</param>
/// <param name="ProbableDuplicate">Linked repetitions with a difference.</param>
/// <param name="Valid">Rows that count.</param>
/// <param name="Corroborated">Valid rows that match a registry record.</param>
/// <param name="PhoneOnly">Valid rows with a phone and nothing else that identifies.</param>
/// <param name="ByPhone">Distinct phones among valid and repeated rows.</param>
/// <param name="ById">Distinct identity numbers among them.</param>
/// <param name="ByNamePhone">Distinct pairs of name and phone among them.</param>
/// <param name="ByRow">Distinct whole rows among them.</param>
public sealed record CountLine(
    string Scope, string Key, long Total, long Blank, long Layout, long Placeholder, long Unidentifiable, long Invalid,
    long Duplicate, long ProbableDuplicate, long Valid, long Corroborated, long PhoneOnly, long ByPhone, long ById,
    long ByNamePhone, long ByRow)
{
    /// <summary>Lower figure: valid rows that are surely identified, rows that might be one person's counted once.</summary>
    public long ValidLow { get; init; }

    /// <summary>Upper figure: only plain repetitions with a number in common removed.</summary>
    public long ValidHigh { get; init; }
}
