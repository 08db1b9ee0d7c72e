using System.Text;

namespace LeakTrace.Benchmarks.Linkage;

/// <summary>CSV in and out, as plainly as possible: truth is not read by what is measured.</summary>
static class Plain
{
    /// <summary>All records of a file, the header first.</summary>
    public static List<string[]> Read(string path)
    {
        var rows = new List<string[]>();
        var row = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var unit in File.ReadAllText(path))
        {
            if (unit == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && unit is ',' or '\n')
            {
                row.Add(cell.ToString().Trim('\r', '\uFEFF'));
                cell.Clear();
                if (unit == '\n')
                {
                    rows.Add([.. row]);
                    row.Clear();
                }
            }
            else
            {
                cell.Append(unit);
            }
        }

        if (cell.Length > 0)
        {
            row.Add(cell.ToString());
            rows.Add([.. row]);
        }

        return rows;
    }

    /// <summary>Writes records without some columns; returns the path.</summary>
    public static string Without(List<string[]> rows, string path, params string[] columns)
    {
        var kept = Enumerable.Range(0, rows[0].Length).Where(c => !columns.Contains(rows[0][c])).ToArray();
        return Write(rows.Select(row => kept.Select(c => c < row.Length ? row[c] : "").ToArray()), path);
    }

    /// <summary>Writes records; returns the path.</summary>
    public static string Write(IEnumerable<string[]> rows, string path)
    {
        File.WriteAllLines(path, rows.Select(row => string.Join(',', row.Select(Quoted))));
        return path;
    }

    static string Quoted(string cell) => cell.AsSpan().ContainsAny(",\"\n") ? '"' + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + '"' : cell;
}
