using System.Globalization;
using LeakTrace.Reports.Html;
using LeakTrace.Reports.Tables;

namespace LeakTrace.Reports.Workbooks;

/// <summary>A table of the trace as a sheet, column for column.</summary>
static class TableSheet
{
    // Widths go by the first lines: reading all of a long table twice would take as long as writing it.
    const int Measured = 200;

    /// <summary>The sheet of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="words">Words of the workbook.</param>
    public static SheetPlan Of<T>(Table<T> table, IReadOnlyList<T> lines, Words words)
    {
        var columns = Array.ConvertAll(table.Columns, column => Plan(column.Name, column.Value, lines, words));
        return new SheetPlan(table.Name, words["sheet." + table.Name], words["title." + table.Name], Note(table.Name, lines.Count, words), columns, lines.Count,
            (sheet, line) =>
            {
                for (var c = 0; c < columns.Length; c++)
                {
                    sheet.Value(Named(table.Columns[c].Name, table.Columns[c].Value(lines[line]), words), columns[c].Style);
                }
            });
    }

    /// <summary>What a line is; where there is none, that there is none.</summary>
    public static string Note(string id, int lines, Words words) =>
        lines == 0 ? words["note." + id] + " " + words["note.empty"] : words["note." + id];

    /// <summary>A column as wide as its first values.</summary>
    public static ColumnPlan Plan<T>(string name, Func<T, Cell> value, IReadOnlyList<T> lines, Words words)
    {
        var measured = lines.Take(Measured).Select(value).ToList();
        var kind = measured.Find(cell => cell.Kind != CellKind.Empty).Kind;
        var style = ColumnStyles.Of(name, kind);
        return ColumnPlan.Fitting(words.Name("column", name), measured.Select(cell => Shown(Named(name, cell, words), style)), style);
    }

    /// <summary>A code of the engine in words, where the workbook has a word for it.</summary>
    static Cell Named(string column, Cell cell, Words words) => cell.Kind switch
    {
        CellKind.Text when (column is "kind" or "severity" or "status" or "scope" or "role" or "unit" or "note" or "direction_by" or "counted_by" or "source" or "second_source") && words.Knows(column, cell.AsText) => Cell.Of(words[$"{column}.{cell.AsText}"]),
        CellKind.Boolean => Cell.Of(words[cell.AsBoolean ? "yes" : "no"]),
        _ => cell,
    };

    static string Shown(Cell cell, CellStyle style) => cell.Kind switch
    {
        CellKind.Text => cell.AsText,
        CellKind.Integer => cell.AsInteger.ToString("N0", CultureInfo.InvariantCulture),
        CellKind.Rounded or CellKind.Exact => cell.AsNumber.ToString(style == CellStyle.Percent ? "P2" : "N2", CultureInfo.InvariantCulture),
        _ => "",
    };
}
