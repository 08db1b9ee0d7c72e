using System.Globalization;
using LeakTrace.Engine.Tracing;
using LeakTrace.Reports.Html;

namespace LeakTrace.Reports.Workbooks;

/// <summary>From all physical rows down to the records that count, step by step, each a formula on the one before.</summary>
static class WaterfallSheet
{
    /// <summary>The sheet.</summary>
    public static SheetPlan Of(CountLine all, Words words)
    {
        var steps = CountSection.Steps(all);
        ColumnPlan[] columns =
        [
            new(words["column.step"], 24, CellStyle.Strong), new(words["column.rows"], 14, CellStyle.Whole), new(words["column.left"], 14, CellStyle.Whole),
            new(words["column.meaning"], 58, CellStyle.Wrapped),
        ];
        return new SheetPlan("waterfall", words["sheet.waterfall"], words["title.waterfall"], words["note.waterfall"], columns, steps.Count + 1, (sheet, line) =>
        {
            var status = line == 0 ? "total" : steps[line - 1].Status;
            sheet.Text(words["status." + status], CellStyle.Strong);
            sheet.Number(line == 0 ? all.Total : steps[line - 1].Rows);
            if (line == 0)
            {
                sheet.Formula(string.Create(CultureInfo.InvariantCulture, $"B{sheet.Row}"), all.Total, CellStyle.StrongWhole);
            }
            else
            {
                sheet.Formula(string.Create(CultureInfo.InvariantCulture, $"C{sheet.Row - 1}-B{sheet.Row}"), steps[line - 1].Left, CellStyle.StrongWhole);
            }

            sheet.Text(words["meaning." + status], CellStyle.Wrapped);
        })
        {
            HasFilter = false,
            WriteBelow = sheet => WriteBelow(sheet, all, steps.Count, words),
        };
    }

    static void WriteBelow(SheetWriter sheet, CountLine all, int steps, Words words)
    {
        const int First = SheetPlan.HeaderRow + 1;
        var last = First + steps;
        sheet.BeginRow();
        sheet.Text(words["status.valid"], CellStyle.TotalLabel);
        sheet.Number(all.Valid, CellStyle.Total);
        sheet.Formula(string.Create(CultureInfo.InvariantCulture, $"C{last}"), all.Valid, CellStyle.Total);
        sheet.Text(words["meaning.valid"], CellStyle.Wrapped);
        sheet.EndRow();
        sheet.BeginRow();
        sheet.Text(words["column.check"], CellStyle.Strong);
        sheet.Formula(
            string.Create(CultureInfo.InvariantCulture, $"B{First}-SUM(B{First + 1}:B{last})-B{last + 1}"),
            all.Total - all.Blank - all.Layout - all.Placeholder - all.Invalid - all.Unidentifiable - all.Duplicate - all.ProbableDuplicate - all.Valid,
            CellStyle.Whole);
        sheet.Skip();
        sheet.Text(words["meaning.check"], CellStyle.Wrapped);
        sheet.EndRow();
        foreach (var (key, count) in (ReadOnlySpan<(string, long)>)
            [
                ("valid_low", all.ValidLow), ("valid_high", all.ValidHigh), ("corroborated", all.Corroborated), ("phone_only", all.PhoneOnly), ("by_phone", all.ByPhone), ("by_id", all.ById),
                ("by_name_phone", all.ByNamePhone), ("by_row", all.ByRow),
            ])
        {
            sheet.BeginRow();
            sheet.Text(words["column." + key]);
            sheet.Number(count);
            sheet.Skip();
            sheet.Text(words["meaning." + key], CellStyle.Wrapped);
            sheet.EndRow();
        }
    }
}
