namespace LeakTrace.Reports.Workbooks;

/// <summary>One sheet: what stands above its table, its columns, and what writes its lines.</summary>
/// <param name="Id">Name that is the same in every language; names the table's cells in the workbook.</param>
/// <param name="Name">Name on the tab.</param>
/// <param name="Title">Title in the first row.</param>
/// <param name="Note">What a line is and how the lines add up.</param>
/// <param name="Columns">Columns; a sheet without headers has widths only.</param>
/// <param name="Lines">Number of lines of the table.</param>
/// <param name="Write">Writes the cells of a line, from 0.</param>
sealed record SheetPlan(
    string Id, string Name, string Title, string Note, IReadOnlyList<ColumnPlan> Columns, int Lines, Action<SheetWriter, int> Write)
{
    /// <summary>Row of the headers; the first line stands in the next.</summary>
    public const int HeaderRow = 3;

    /// <summary>Height of a line from 0 in points; 0 for the usual one.</summary>
    public Func<int, double>? HeightOf { get; init; }

    /// <summary>What stands below the table, such as a line of totals; null for nothing. Not repeated where the table is continued.</summary>
    public Action<SheetWriter>? WriteBelow { get; init; }

    /// <summary>Whether the header row filters.</summary>
    public bool HasFilter { get; init; } = true;

    /// <summary>Cells that lead to another sheet: cell and <see cref="Id"/> of the sheet.</summary>
    public IReadOnlyList<(string Cell, string Id)> Links { get; init; } = [];

    /// <summary>Choices of the cells of a column: 0-based column and the words, none with a comma.</summary>
    public (int Column, IReadOnlyList<string> Words)? Choices { get; init; }
}
