namespace LeakTrace.Engine.Records;

/// <summary>A file handed from a seller to a buyer.</summary>
/// <param name="File">Path below seized/ of the file that was found.</param>
/// <param name="Seller">Who sent it.</param>
/// <param name="Buyer">Who received it.</param>
/// <param name="SentAt"><see cref="PackedDate"/>, zero where unknown.</param>
/// <param name="Row">1-based row of the list of deliveries, or of the chat that shows it; zero where it comes from elsewhere.</param>
/// <param name="List">File that says so: the list of deliveries, or a chat.</param>
public sealed record Delivery(string File, string Seller, string Buyer, ulong SentAt, int Row = 0, string List = Delivery.ListName)
{
    /// <summary>Name of the list of deliveries in a case.</summary>
    public const string ListName = "deliveries.csv";
}
