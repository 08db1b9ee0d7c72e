namespace LeakTrace.Ingest.Rows;

/// <summary>A run of empty rows that have no records.</summary>
/// <param name="FirstRow">1-based first empty row.</param>
/// <param name="LastRow">Last empty row.</param>
readonly record struct RowGap(int FirstRow, int LastRow)
{
    /// <summary>Longest run of empty rows whose rows are records.</summary>
    public const int Shortest = 1000;
}
