using LeakTrace.Engine.Records;
using LeakTrace.Engine.Tracing;

namespace LeakTrace.Engine.Counting;

/// <summary>Writes the table <c>columns</c>, in the order of files, sheets, tables and columns.</summary>
static class ColumnLines
{
    /// <summary>Lines of all columns of the seized sheets.</summary>
    public static List<ColumnLine> Write(SeizedRows rows, CountingPolicy policy)
    {
        var lines = new List<ColumnLine>();
        var row = 0;
        foreach (var file in rows.Files)
        {
            foreach (var sheet in file.Sheets)
            {
                var end = row;
                foreach (var segment in sheet.Records)
                {
                    end += segment.Count;
                }

                var tables = new List<SheetTable>(sheet.Layout.Tables());
                for (var t = 0; t < tables.Count; t++)
                {
                    long records = 0;
                    for (; row < end && (t + 1 == tables.Count || rows.Table.Rows[row] < tables[t + 1].FirstRow); row++)
                    {
                        records += RegistryRecords.IsRecord(rows.Table, row) ? 1 : 0;
                    }

                    foreach (var column in tables[t].Columns)
                    {
                        lines.Add(Line(file.File, sheet.Name, column, records, policy) with { FromRow = tables[t].FirstRow });
                    }
                }
            }
        }

        return lines;
    }

    static ColumnLine Line(string file, string sheet, SheetColumn column, long records, CountingPolicy policy)
    {
        var types = new List<string>();
        var tiers = new SortedSet<string>(Comparer<string>.Create((a, b) => policy.RecordTierOf(a).CompareTo(policy.RecordTierOf(b))));
        foreach (var type in policy.Information)
        {
            if (type.IsIn(column.Role, InformationColumns.Fold(column.Header)))
            {
                types.Add(type.Name);
                tiers.UnionWith(type.Tiers);
            }
        }

        return new ColumnLine(
            file, sheet, InformationColumns.LetterOf(column.Index), FieldRoles.NameOf(column.Role), string.Join(' ', types), string.Join(' ', tiers),
            records, column.Filled);
    }
}
