using LeakTrace.Engine.Records;

namespace LeakTrace.Ingest.Rows;

/// <summary>A run of rows of one sheet, normalised.</summary>
/// <param name="Table">Records from the first to the last row with a value; null where no row has one.</param>
/// <param name="FirstRow">Row of the first value, zero where there is none.</param>
/// <param name="LastRow">Row of the last value.</param>
/// <param name="Gaps">Runs of empty rows too long to be records.</param>
sealed record Segment(RecordTable? Table, int FirstRow, int LastRow, IReadOnlyList<RowGap> Gaps)
{
    /// <summary>Rows with a value in each column, those apart that are no records, for each band of the sheet that has any.</summary>
    public IReadOnlyList<(int Band, long[] Filled)> Filled { get; init; } = [];

    /// <summary>Whether a row looks like the header of another table.</summary>
    public bool HasOtherHeader { get; init; }
}
