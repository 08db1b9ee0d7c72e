using LeakTrace.Engine.Records;
using LeakTrace.Ingest.Columns;

namespace LeakTrace.Ingest.Rows;

/// <summary>Names what is doubtful about a layout; header words may be shown, cells never.</summary>
static class LayoutProblems
{
    const double LowConfidence = 0.6;
    const string NoColumns = "no-columns";
    const int MostHeaders = 12;
    const int LongestHeader = 24;

    /// <summary>Reports a sheet without identifying columns, and columns of low confidence.</summary>
    public static void Report(string file, string sheet, SheetLayout layout, InputFolder folder, List<Problem> problems)
    {
        if (layout.Columns.Count == 0)
        {
            return;
        }

        var where = Where(file, sheet);
        if (!layout.Columns.Any(column => IsIdentifying(column.Role, folder)))
        {
            var missing = folder == InputFolder.AccessLog ? "a record number" : folder == InputFolder.Calls ? "the number called" : "a phone, a name or an identity number";
            problems.Add(new Problem(file, sheet, layout.HeaderRow, Severity.Error, NoColumns,
                $"{where}: no column looks like {missing}. Found: {Found(layout)}. Map one in case.json (\"columns\")."));
            return;
        }

        ReportUnsure(file, sheet, layout, problems);
    }

    /// <summary>Reports columns of low confidence.</summary>
    public static void ReportUnsure(string file, string sheet, SheetLayout layout, List<Problem> problems)
    {
        var where = Where(file, sheet);
        foreach (var column in layout.Columns)
        {
            if (column.Confidence < LowConfidence && FieldRoles.IsKept(column.Role))
            {
                problems.Add(new Problem(file, sheet, layout.HeaderRow, Severity.Warning, "unsure-column",
                    $"{where}: column {ColumnName.Of(column.Index)}{Named(column.Header, layout)} was taken for {ColumnName.Of(column.Role)} with confidence "
                    + FormattableString.Invariant($"{column.Confidence:0.00}. Check it with inspect; map it in case.json (\"columns\") if it is wrong.")));
            }
        }
    }

    /// <summary>Reports what case.json says of the sheet without effect.</summary>
    public static void ReportUnused(string file, string sheet, SheetLayout layout, SheetOverrides overrides, List<Problem> problems)
    {
        var where = Where(file, sheet);
        if (overrides.HeaderRow is { } row && row != layout.HeaderRow)
        {
            problems.Add(new Problem(file, sheet, row, Severity.Warning, "no-header-row",
                $"{where}: case.json names row {row} as the header, but it is empty or not among the first rows; the header was looked for instead. "
                + "Correct \"headerRow\"."));
        }

        foreach (var name in overrides.Missing(layout))
        {
            problems.Add(new Problem(file, sheet, layout.HeaderRow, Severity.Note, "unused-mapping",
                $"{where}: case.json maps the column '{Short(name)}', which the sheet does not have. Found: {Found(layout)}."));
        }
    }

    /// <summary>A sheet of prose beside one that was read is no table that failed to be: its error becomes a warning.</summary>
    public static void Soften(IReadOnlyList<InputSheet> sheets, List<Problem> problems)
    {
        var failed = problems.Where(problem => problem.Code == NoColumns).Select(problem => problem.Sheet).ToHashSet(StringComparer.Ordinal);
        if (failed.Count == 0 || !sheets.Any(sheet => sheet.Layout.Columns.Count > 0 && !failed.Contains(sheet.Name)))
        {
            return;
        }

        for (var i = 0; i < problems.Count; i++)
        {
            problems[i] = problems[i].Code == NoColumns ? problems[i] with { Severity = Severity.Warning } : problems[i];
        }
    }

    static string Where(string file, string sheet) => sheet.Length == 0 ? file : $"{file}, sheet '{sheet}'";

    static bool IsIdentifying(FieldRole role, InputFolder folder) => folder == InputFolder.AccessLog
        ? role is FieldRole.RecordNumber or FieldRole.Waybill
        : folder == InputFolder.Calls ? role == FieldRole.Phone
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
