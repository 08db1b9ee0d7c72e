namespace LeakTrace.Engine.Records;

/// <summary>A file handed from a seller to a buyer.</summary>
/// <param name="File">Path below seized/ of the file that was found.</param>
/// <param name="Seller">Who sent it.</param>
/// <param name="Buyer">Who received it.</param>
/// <param name="SentAt"><see cref="PackedDate"/>, zero where unknown.</param>
public sealed record Delivery(string File, string Seller, string Buyer, ulong SentAt);
