using System.Text;

namespace LeakTrace.Reports.Totals;

/// <summary>Reads the tables' CSV (RFC 4180) back, record by record.</summary>
static class CsvLines
{
    /// <summary>Records of a file, the header first.</summary>
    public static IEnumerable<List<string>> Read(string path)
    {
        using var reader = new StreamReader(path, Encoding.UTF8);
        var record = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        for (var unit = reader.Read(); unit >= 0; unit = reader.Read())
        {
            switch ((char)unit)
            {
                case '"' when isQuoted && reader.Peek() == '"':
                    field.Append('"');
                    reader.Read();
                    break;
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case ',' when !isQuoted:
                    record.Add(field.ToString());
                    field.Clear();
                    break;
                case '\r' when !isQuoted:
                    break;
                case '\n' when !isQuoted:
                    record.Add(field.ToString());
                    field.Clear();
                    yield return record;
                    record = [];
                    break;
                default:
                    field.Append((char)unit);
                    break;
            }
        }
    }
}
