using System.Globalization;
using LeakTrace.Engine.Counting;
using LeakTrace.Engine.Tracing;
using LeakTrace.Reports.Html;
using LeakTrace.Reports.Tables;

namespace LeakTrace.Reports.Workbooks;

/// <summary>The physical rows by status, counted in four places that must agree: the list of rows, the sheet of excluded rows, sources and months.</summary>
static class ReconciliationSheet
{
    const int StatusColumnOfExcluded = 4;

    /// <summary>The sheet.</summary>
    /// <param name="result">What the trace found.</param>
    /// <param name="excludedSheets">Sheets that the excluded rows take.</param>
    /// <param name="words">Words of the workbook.</param>
    public static SheetPlan Of(TraceResult result, int excludedSheets, Words words)
    {
        var rows = new long[Enum.GetValues<RowStatus>().Length];
        foreach (var row in result.Rows)
        {
            rows[(int)row.Status]++;
        }

        var statuses = Enum.GetValues<RowStatus>();
        ColumnPlan[] columns =
        [
            new(words["column.status"], 24, CellStyle.Strong), new(words["column.in_rows"], 16, CellStyle.Whole),
            new(words["column.in_excluded"], 16, CellStyle.Whole), new(words["column.in_sources"], 16, CellStyle.Whole),
            new(words["column.in_months"], 16, CellStyle.Whole), new(words["column.difference"], 14, CellStyle.Whole),
        ];
        return new SheetPlan(
            "reconciliation", words["sheet.reconciliation"], words["title.reconciliation"], words["note.reconciliation"], columns, statuses.Length,
            (sheet, line) => WriteLine(sheet, statuses[line], rows[line], result, excludedSheets, words))
        {
            HasFilter = false,
            WriteBelow = sheet => WriteTotals(sheet, rows, result, words),
        };
    }

    static void WriteLine(SheetWriter sheet, RowStatus status, long rows, TraceResult result, int excludedSheets, Words words)
    {
        var name = TraceTables.NameOf(status);
        long sources = Sum(result, "source", name), months = Sum(result, "month", name);
        sheet.Text(words["status." + name], CellStyle.Strong);
        sheet.Number(rows);
        if (status == RowStatus.Valid)
        {
            sheet.Skip();
        }
        else
        {
            var count = string.Join('+', Enumerable.Range(1, excludedSheets).Select(turn => string.Create(
                CultureInfo.InvariantCulture,
                $"COUNTIF(INDEX(lt_excluded{(turn == 1 ? "" : $"_{turn}")},0,{StatusColumnOfExcluded}),A{sheet.Row})")));
            sheet.Formula(count, rows, CellStyle.Whole);
        }

        sheet.Number(sources);
        sheet.Number(months);
        var difference = status == RowStatus.Valid ? "ABS(B{0}-D{0})+ABS(B{0}-E{0})" : "ABS(B{0}-C{0})+ABS(B{0}-D{0})+ABS(B{0}-E{0})";
        sheet.Formula(
            string.Format(CultureInfo.InvariantCulture, difference, sheet.Row), Math.Abs(rows - sources) + Math.Abs(rows - months), CellStyle.Whole);
    }

    static void WriteTotals(SheetWriter sheet, long[] rows, TraceResult result, Words words)
    {
        const int First = SheetPlan.HeaderRow + 1;
        var last = SheetPlan.HeaderRow + rows.Length;
        long all = rows.Sum(), valid = rows[(int)RowStatus.Valid];
        long sources = Sum(result, "source", "total"), months = Sum(result, "month", "total");
        sheet.BeginRow();
        sheet.Text(words["sum"], CellStyle.TotalLabel);
        foreach (var (column, value) in (ReadOnlySpan<(char, long)>)
            [('B', all), ('C', all - valid), ('D', sources), ('E', months), ('F', Differences(rows, result))])
        {
            sheet.Formula(string.Create(CultureInfo.InvariantCulture, $"SUM({column}{First}:{column}{last})"), value, CellStyle.Total);
        }

        sheet.EndRow();
    }

    static long Differences(long[] rows, TraceResult result)
    {
        long sum = 0;
        foreach (var status in Enum.GetValues<RowStatus>())
        {
            var name = TraceTables.NameOf(status);
            sum += Math.Abs(rows[(int)status] - Sum(result, "source", name)) + Math.Abs(rows[(int)status] - Sum(result, "month", name));
        }

        return sum;
    }

    static long Sum(TraceResult result, string scope, string column)
    {
        var value = Array.Find(TraceTables.Counts.Columns, c => c.Name == column).Value;
        return result.Counts.Where(line => line.Scope == scope).Sum(line => value(line).AsInteger);
    }
}
