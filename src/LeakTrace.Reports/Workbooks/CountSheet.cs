using System.Globalization;
using LeakTrace.Engine.Tracing;
using LeakTrace.Reports.Html;
using LeakTrace.Reports.Tables;

namespace LeakTrace.Reports.Workbooks;

/// <summary>The counts of one scope, a line for each edge, seller …, with a formula that adds the states up against the total.</summary>
static class CountSheet
{
    /// <summary>Scopes with a sheet of their own, in the order of the workbook.</summary>
    public static readonly IReadOnlyList<string> Scopes = ["edge", "seller", "buyer", "party", "file", "source", "month"];

    // Rows stand in one line of these scopes each, so that their lines add up; the others count the same rows again.
    static readonly string[] _summed = ["edge", "seller", "source", "month"];

    static readonly (string Name, Func<CountLine, Cell> Value)[] _columns =
        [.. TraceTables.Counts.Columns.Where(column => column.Name != "scope")];

    static readonly int _total = Array.FindIndex(_columns, column => column.Name == "total");
    static readonly int _valid = Array.FindIndex(_columns, column => column.Name == "valid");

    /// <summary>The sheet of a scope.</summary>
    public static SheetPlan Of(string scope, TraceResult result, Words words)
    {
        var lines = result.Counts.Where(line => line.Scope == scope).ToList();
        var columns = _columns.Select((column, i) => i == 0
            ? ColumnPlan.Fitting(words["key." + scope], lines.Take(200).Select(line => KeyOf(line, words)).Append(words["sum"]), CellStyle.General)
            : TableSheet.Plan(column.Name, column.Value, lines, words)).ToList();
        columns.Insert(_valid + 1, new ColumnPlan(words["column.check"], 9, CellStyle.Whole));
        return new SheetPlan(scope, words["sheet." + scope], words["title." + scope], TableSheet.Note(scope, lines.Count, words), columns, lines.Count,
            (sheet, line) => WriteLine(sheet, lines[line], columns, words))
        {
            WriteBelow = _summed.Contains(scope) && lines.Count > 0 ? sheet => WriteTotals(sheet, lines, words) : null,
        };
    }

    static string KeyOf(CountLine line, Words words) => line.Key.Length > 0 ? line.Key : words["key.none"];

    static void WriteLine(SheetWriter sheet, CountLine line, List<ColumnPlan> columns, Words words)
    {
        sheet.Text(KeyOf(line, words));
        for (var c = 1; c < _columns.Length; c++)
        {
            sheet.Value(_columns[c].Value(line), c == _valid ? CellStyle.StrongWhole : columns[c <= _valid ? c : c + 1].Style);
            if (c == _valid)
            {
                var check = string.Create(CultureInfo.InvariantCulture, $"{LetterOf(_total)}{sheet.Row}-SUM({LetterOf(_total + 1)}{sheet.Row}:{LetterOf(_valid)}{sheet.Row})");
                long difference = _columns[_total].Value(line).AsInteger;
                for (var state = _total + 1; state <= _valid; state++)
                {
                    difference -= _columns[state].Value(line).AsInteger;
                }

                sheet.Formula(check, difference, CellStyle.Whole);
            }
        }
    }

    static void WriteTotals(SheetWriter sheet, List<CountLine> lines, Words words)
    {
        const int First = SheetPlan.HeaderRow + 1;
        var last = SheetPlan.HeaderRow + lines.Count;
        sheet.BeginRow();
        sheet.Text(words["sum"], CellStyle.TotalLabel);
        for (var c = 1; c < _columns.Length; c++)
        {
            var letter = SheetWriter.Letters(c <= _valid ? c : c + 1);
            if (lines.TrueForAll(line => _columns[c].Value(line).Kind == CellKind.Integer))
            {
                sheet.Formula(
                    string.Create(CultureInfo.InvariantCulture, $"SUM({letter}{First}:{letter}{last})"), lines.Sum(line => _columns[c].Value(line).AsInteger), CellStyle.Total);
            }
            else
            {
                sheet.Skip();
            }

            if (c == _valid)
            {
                var check = SheetWriter.Letters(_valid + 1);
                sheet.Formula(string.Create(CultureInfo.InvariantCulture, $"SUM({check}{First}:{check}{last})"), 0, CellStyle.Total);
            }
        }

        sheet.EndRow();
    }

    static string LetterOf(int column) => SheetWriter.Letters(column);
}
