using System.Text;

namespace LeakTrace.Tests.Synthetic;

/// <summary>Reads generated tables back field by field after RFC 4180.</summary>
static class CaseReading
{
    public static List<Dictionary<string, string>> Table(string path, char delimiter = ',')
    {
        var rows = Rows(path, delimiter);
        return [.. rows.Skip(1).Select(row => rows[0].Zip(row).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    public static List<string[]> Rows(string path, char delimiter = ',')
    {
        var text = Text(path);
        var rows = new List<string[]>();
        var row = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                // A doubled quote closes and opens again, and leaves one quote behind.
                if (!isQuoted && i > 0 && text[i - 1] == '"')
                {
                    field.Append('"');
                }

                isQuoted = !isQuoted;
            }
            else if (!isQuoted && (text[i] == delimiter || text[i] == '\n'))
            {
                row.Add(field.ToString());
                field.Clear();
                if (text[i] == '\n')
                {
                    rows.Add([.. row]);
                    row.Clear();
                }
            }
            else if (isQuoted || text[i] != '\r')
            {
                field.Append(text[i]);
            }
        }

        return rows;
    }

    /// <summary>
    /// Every registration or waybill of a case, by record number, under the headers of its own export.
    /// </summary>
    public static Dictionary<string, Dictionary<string, string>> TextRegisters(string caseDirectory,
        string recordHeader) =>
        Directory.EnumerateFiles(Path.Combine(caseDirectory, "registry"), "*.csv").Order(StringComparer.Ordinal)
            .Select(path => Table(path)).Where(table => table[0].ContainsKey(recordHeader)).SelectMany(table => table)
            .ToDictionary(row => row[recordHeader]);

    static string Text(string path)
    {
        var bytes = File.ReadAllBytes(path);
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetString(bytes);
        }
    }
}
