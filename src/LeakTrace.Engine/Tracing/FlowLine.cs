namespace LeakTrace.Engine.Tracing;

/// <summary>Line of the table <c>flows</c>: what went from a seller to a buyer.</summary>
/// <param name="Seller">Who sent it.</param>
/// <param name="Buyer">Who got it.</param>
/// <param name="Files">Files that went this way.</param>
/// <param name="Rows">Physical rows in them.</param>
/// <param name="Valid">Rows that count on this edge.</param>
/// <param name="Resold">Of the people on this edge, those whom the seller had received before.</param>
/// <param name="FirstSentAt">First delivery as ISO 8601, empty where unknown.</param>
/// <param name="LastSentAt">Last delivery, empty where unknown.</param>
public sealed record FlowLine(
    string Seller, string Buyer, int Files, long Rows, long Valid, long Resold, string FirstSentAt, string LastSentAt);
