namespace LeakTrace.Synthetic.Maternity;

/// <summary>What one hospital wrote down about a delivery. <see cref="Key"/> is unique in the case.</summary>
sealed record Registration(
    long Key,
    string Record,
    int Hospital,
    string Name,
    string Phone,
    string BackupPhone,
    string NationalId,
    DateOnly Delivered,
    string Baby,
    bool IsBoy,
    string Address,
    DateTime RecordedAt)
{
    /// <summary>Account that registered it.</summary>
    public string Recorder { get; init; } = "";

    /// <summary>Month of the case that it was registered in, from zero.</summary>
    public int Month { get; init; }
}
