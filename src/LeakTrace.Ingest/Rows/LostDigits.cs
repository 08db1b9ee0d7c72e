using LeakTrace.Engine.Records;

namespace LeakTrace.Ingest.Rows;

/// <summary>Names sheets with identity numbers or phones that a spreadsheet kept as numbers, without their last digits: a line for each sheet and kind.</summary>
static class LostDigits
{
    /// <summary>Adds the problems of a file's sheets.</summary>
    public static void Report(string file, IReadOnlyList<InputSheet> sheets, List<Problem> problems)
    {
        foreach (var sheet in sheets)
        {
            Report(file, sheet, FieldRole.NationalId, RowTraits.PrecisionLost, "identity number(s) lost their last digits", problems);
            Report(file, sheet, FieldRole.Phone, RowTraits.PhonePrecisionLost, "phone(s) are written as 1.38E+10, without their last digits", problems);
        }
    }

    static void Report(string file, InputSheet sheet, FieldRole role, RowTraits trait, string what, List<Problem> problems)
    {
        var (count, first) = (0, 0);
        foreach (var table in sheet.Records)
        {
            for (var i = 0; i < table.Count; i++)
            {
                if ((table.Traits[i] & trait) != 0)
                {
                    first = count++ == 0 ? table.Rows[i] : first;
                }
            }
        }

        if (count > 0)
        {
            var columns = sheet.Layout.Columns.Where(column => column.Role == role).Select(column => ColumnName.Of(column.Index)).ToList();
            problems.Add(new Problem(file, sheet.Name, first, Severity.Warning, "precision-lost",
                $"{file}{(sheet.Name.Length > 0 ? $", sheet '{sheet.Name}'" : "")}{(columns.Count == 1 ? $", column {columns[0]}" : "")}: {count} {what}, the first in row {first}; "
                + "they are compared by the digits that are left. Look for a copy of the list in which they are text."));
        }
    }
}
