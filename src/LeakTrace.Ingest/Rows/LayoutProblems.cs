using LeakTrace.Engine.Records;

namespace LeakTrace.Ingest.Rows;

/// <summary>Names what is doubtful about a layout; header words may be shown, cells never.</summary>
static class LayoutProblems
{
    const double LowConfidence = 0.6;
    const int MostHeaders = 12;
    const int LongestHeader = 24;

    /// <summary>Reports a sheet without identifying columns, and columns of low confidence.</summary>
    public static void Report(string file, string sheet, SheetLayout layout, InputFolder folder, List<Problem> problems)
    {
        if (layout.Columns.Count == 0)
        {
            return;
        }

        var where = sheet.Length == 0 ? file : $"{file}, sheet '{sheet}'";
        if (!layout.Columns.Any(column => IsIdentifying(column.Role, folder)))
        {
            var missing = folder == InputFolder.AccessLog ? "a record number" : "a phone, a name or an identity number";
            problems.Add(new Problem(file, sheet, layout.HeaderRow, Severity.Error, "no-columns",
                $"{where}: no column looks like {missing}. Found: {Found(layout)}. Map one in case.json (\"columns\")."));
            return;
        }

        foreach (var column in layout.Columns)
        {
            if (column.Confidence < LowConfidence && FieldRoles.IsKept(column.Role))
            {
                problems.Add(new Problem(file, sheet, layout.HeaderRow, Severity.Note, "unsure-column",
                    $"{where}: column {column.Index + 1}{Named(column.Header, layout)} was taken for {column.Role} with confidence "
                    + FormattableString.Invariant($"{column.Confidence:0.00}. Check it with inspect; map it in case.json (\"columns\") if it is wrong.")));
            }
        }
    }

    static bool IsIdentifying(FieldRole role, InputFolder folder) => folder == InputFolder.AccessLog
        ? role is FieldRole.RecordNumber or FieldRole.Waybill
        : role is FieldRole.Phone or FieldRole.PersonName or FieldRole.NationalId or FieldRole.Waybill or FieldRole.RelatedName or FieldRole.SenderName
            or FieldRole.SenderPhone;

    static string Named(string header, SheetLayout layout) =>
        layout.HeaderRow > 0 && header.Length > 0 ? $" ({Short(header)})" : "";

    static string Found(SheetLayout layout)
    {
        var headers = layout.Columns.Where(column => column.Header.Length > 0).Select(column => Short(column.Header)).Take(MostHeaders).ToArray();
        return layout.HeaderRow == 0 || headers.Length == 0
            ? $"{layout.Columns.Count} columns without headers"
            : string.Join(", ", headers) + (layout.Columns.Count > headers.Length ? " …" : "");
    }

    static string Short(string header)
    {
        var line = header.ReplaceLineEndings(" ").Trim();
        return line.Length <= LongestHeader ? line : line[..LongestHeader] + "…";
    }
}
