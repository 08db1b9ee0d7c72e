namespace LeakTrace.Engine.Tracing;

/// <summary>Line of the table <c>counts</c>: the rows of one scope by status, and the count under each key.</summary>
/// <param name="Scope"><c>all</c>, <c>edge</c>, <c>seller</c>, <c>buyer</c>, <c>party</c>, <c>file</c>, <c>source</c> or <c>month</c>.</param>
/// <param name="Key">Which edge, seller …; empty for <c>all</c>.</param>
public sealed record CountLine(
    string Scope, string Key, long Total, long Blank, long Layout, long Placeholder, long Unidentifiable, long Invalid,
    long Duplicate, long ProbableDuplicate, long Valid, long Corroborated, long PhoneOnly, long ByPhone, long ById,
    long ByNamePhone, long ByRow);
