using System.Globalization;
using LeakTrace.Engine.Counting;
using LeakTrace.Reports.Tables;

namespace LeakTrace.Reports.Totals;

/// <summary>The counts in tables/counts.csv, and the rows by status in tables/rows.csv.</summary>
static class CsvTotals
{
    public static CountTable Read(string directory)
    {
        var table = new CountTable();
        List<string>? header = null;
        foreach (var record in CsvLines.Read(Path.Combine(directory, "tables", "counts.csv")))
        {
            if (header is null)
            {
                header = record;
                continue;
            }

            foreach (var column in CountTable.Columns)
            {
                var at = header.IndexOf(column);
                if (at >= 0 && at < record.Count)
                {
                    table.Add(record[header.IndexOf("scope")], record[header.IndexOf("key")], column, record[at]);
                }
            }
        }

        return table;
    }

    /// <summary>Number of rows by the name of their status.</summary>
    public static Dictionary<string, long> Statuses(string directory)
    {
        var statuses = Enum.GetValues<RowStatus>().ToDictionary(TraceTables.NameOf, _ => 0L, StringComparer.Ordinal);
        var column = -1;
        foreach (var record in CsvLines.Read(Path.Combine(directory, "tables", "rows.csv")))
        {
            if (column < 0)
            {
                column = record.IndexOf("status");
                continue;
            }

            statuses[record[column]] = statuses.GetValueOrDefault(record[column]) + 1;
        }

        return statuses;
    }

    /// <summary>A number as messages write it.</summary>
    public static string Text(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
