namespace LeakTrace.Ingest.Rows;

/// <summary>Rows of a sheet that have the same tables side by side, mostly one.</summary>
/// <param name="FirstRow">1-based first row, titles included.</param>
/// <param name="Regions">Its tables from left to right.</param>
sealed record SheetBand(int FirstRow, IReadOnlyList<SheetRegionReading> Regions)
{
    /// <summary>Whether each row is one record of one table.</summary>
    public bool IsPlain { get; } = Regions.Count == 1 && Regions[0].RecordColumn < 0;
}
