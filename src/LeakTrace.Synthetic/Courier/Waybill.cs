namespace LeakTrace.Synthetic.Courier;

/// <summary>
/// A parcel as the waybill database has it. <see cref="Key"/> is its place in time, unique in the case.
/// </summary>
sealed record Waybill(
    long Key,
    string Number,
    int Branch,
    string Sender,
    string SenderPhone,
    string SenderAddress,
    string Person,
    string Recipient,
    string Phone,
    string Address,
    string Goods,
    DateTime OrderedAt,
    DateTime ScannedAt,
    string Scanner)
{
    /// <summary>Half month of the case that it was scanned in, from zero.</summary>
    public int Batch { get; init; }
}
