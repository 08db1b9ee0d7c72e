using LeakTrace.Ingest.Columns;

namespace LeakTrace.Ingest;

/// <summary>Finds the columns of a list whose fields are known beforehand.</summary>
static class NamedColumns
{
    /// <summary>Position of each field, -1 where it is missing; null where the row names fewer than two and is no header.</summary>
    public static int[]? Find(SampleRow row, string[][] words)
    {
        var columns = new int[words.Length];
        var found = 0;
        for (var field = 0; field < columns.Length; field++)
        {
            columns[field] = -1;
            for (var i = 0; i < row.Cells.Length && columns[field] < 0; i++)
            {
                columns[field] = Array.IndexOf(words[field], HeaderWords.Read(row[i]).Text) >= 0 ? i : -1;
            }

            found += columns[field] >= 0 ? 1 : 0;
        }

        return found >= 2 ? columns : null;
    }
}
