namespace LeakTrace.Cases;

/// <summary>Entry of the audit log.</summary>
/// <param name="Sequence">From 1, without gaps.</param>
/// <param name="At">When, in UTC, ISO 8601.</param>
/// <param name="Action">What was done, such as <c>import</c>.</param>
/// <param name="Detail">To what, with which result; no personal data.</param>
/// <param name="PreviousHash">Hash of the entry before, empty in the first.</param>
/// <param name="Hash">SHA-256 of all the other fields, lower-case hexadecimal.</param>
public sealed record AuditEntry(long Sequence, string At, string Action, string Detail, string PreviousHash, string Hash);
