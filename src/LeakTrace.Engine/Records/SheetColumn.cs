namespace LeakTrace.Engine.Records;

/// <summary>What one column of a sheet was taken for.</summary>
/// <param name="Index">0-based position in the sheet.</param>
/// <param name="Header">Header text, empty where there is none.</param>
/// <param name="Role">Role given to it.</param>
/// <param name="Confidence">From 0 to 1.</param>
public sealed record SheetColumn(int Index, string Header, FieldRole Role, double Confidence)
{
    /// <summary>Why it was taken for that, in a few English words without cell contents; may be empty.</summary>
    public string Why { get; init; } = "";

    /// <summary>Rows of the sheet with a value in it, titles, headers, totals and notes apart; -1 where they were not counted.</summary>
    public long Filled { get; init; } = -1;
}
