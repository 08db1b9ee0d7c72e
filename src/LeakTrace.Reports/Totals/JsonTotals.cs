using System.Text.Json;

namespace LeakTrace.Reports.Totals;

/// <summary>The counts in report.json. Only the file up to their end is read: rows and matches behind may be long.</summary>
static class JsonTotals
{
    const int PieceBytes = 1 << 20;

    public static CountTable Read(string directory)
    {
        using var stream = File.OpenRead(Path.Combine(directory, "report.json"));
        var bytes = new byte[PieceBytes];
        var used = 0;
        while (true)
        {
            if (used == bytes.Length)
            {
                Array.Resize(ref bytes, bytes.Length * 2);
            }

            var read = stream.Read(bytes, used, bytes.Length - used);
            used += read;

            // A quote inside of a text is escaped, so that this can only be the key.
            var start = bytes.AsSpan(0, used).IndexOf("\"counts\":["u8);
            if (start >= 0 && Parse(bytes.AsSpan(start + "\"counts\":"u8.Length, used - start - "\"counts\":"u8.Length), isWhole: read == 0) is { } table)
            {
                return table;
            }

            if (read == 0)
            {
                throw new JsonException("No counts.");
            }
        }
    }

    static CountTable? Parse(ReadOnlySpan<byte> json, bool isWhole)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: isWhole, default);
        if (!JsonDocument.TryParseValue(ref reader, out var document))
        {
            return null;
        }

        using (document)
        {
            var table = new CountTable();
            foreach (var line in document.RootElement.EnumerateArray())
            {
                foreach (var column in CountTable.Columns)
                {
                    if (line.TryGetProperty(column, out var value) && value.ValueKind == JsonValueKind.Number)
                    {
                        table.Add(line.GetProperty("scope").GetString()!, line.GetProperty("key").GetString()!, column, value.GetRawText());
                    }
                }
            }

            return table;
        }
    }
}
