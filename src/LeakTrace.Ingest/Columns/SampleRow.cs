namespace LeakTrace.Ingest.Columns;

/// <summary>One of the first rows of a sheet, kept for recognising its columns.</summary>
/// <param name="Row">1-based row.</param>
/// <param name="Hidden">Whether the sheet hides it.</param>
/// <param name="Cells">Its cells.</param>
sealed record SampleRow(int Row, bool Hidden, string[] Cells)
{
    /// <summary>Cell of a column, trimmed; empty beyond the last.</summary>
    public string this[int column] => column < Cells.Length ? Cells[column].Trim() : "";

    /// <summary>Number of cells with a value.</summary>
    public int Filled { get; } = CountFilled(Cells);

    static int CountFilled(string[] cells)
    {
        var filled = 0;
        foreach (var cell in cells)
        {
            filled += string.IsNullOrWhiteSpace(cell) ? 0 : 1;
        }

        return filled;
    }
}
