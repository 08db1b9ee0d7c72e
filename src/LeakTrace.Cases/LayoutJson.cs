using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using LeakTrace.Engine.Records;

namespace LeakTrace.Cases;

/// <summary>Layouts of sheets as the store keeps them. By hand, for the serialiser takes longer to set up than a small case to load.</summary>
static class LayoutJson
{
    /// <summary>A layout as JSON.</summary>
    public static string Write(SheetLayout layout)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("header_row"u8, layout.HeaderRow);
            json.WriteNumber("first_header_row"u8, layout.FirstHeaderRow);
            WriteColumns(layout.Columns, json);
            if (layout.Below is { Count: > 0 } below)
            {
                json.WriteStartArray("below"u8);
                foreach (var table in below)
                {
                    json.WriteStartObject();
                    json.WriteNumber("first_row"u8, table.FirstRow);
                    WriteColumns(table.Columns, json);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is something else.</exception>
    public static SheetLayout Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var below = new List<SheetTable>();
            if (json.RootElement.TryGetProperty("below"u8, out var tables))
            {
                foreach (var table in tables.EnumerateArray())
                {
                    below.Add(new SheetTable(table.GetProperty("first_row"u8).GetInt32(), Columns(table)));
                }
            }

            return new SheetLayout(json.RootElement.GetProperty("header_row"u8).GetInt32(), Columns(json.RootElement))
            {
                Below = below.Count > 0 ? below : null,
                FirstHeaderRow = json.RootElement.GetProperty("first_header_row"u8).GetInt32(),
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new InvalidDataException("A layout is damaged.", e);
        }
    }

    static void WriteColumns(IReadOnlyList<SheetColumn> columns, Utf8JsonWriter json)
    {
        json.WriteStartArray("columns"u8);
        foreach (var column in columns)
        {
            json.WriteStartObject();
            json.WriteNumber("index"u8, column.Index);
            json.WriteString("header"u8, column.Header);
            json.WriteString("role"u8, FieldRoles.NameOf(column.Role));
            json.WriteString("confidence"u8, column.Confidence.ToString("R", CultureInfo.InvariantCulture));
            json.WriteString("why"u8, column.Why);
            json.WriteNumber("filled"u8, column.Filled);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static List<SheetColumn> Columns(JsonElement table)
    {
        var columns = new List<SheetColumn>();
        foreach (var column in table.GetProperty("columns"u8).EnumerateArray())
        {
            columns.Add(Column(column));
        }

        return columns;
    }

    static SheetColumn Column(JsonElement column)
    {
        var role = column.GetProperty("role"u8).GetString()!;
        return new SheetColumn(
            column.GetProperty("index"u8).GetInt32(),
            column.GetProperty("header"u8).GetString()!,
            FieldRoles.TryParse(role, out var found) ? found : throw new FormatException($"There is no role '{role}'."),
            double.Parse(column.GetProperty("confidence"u8).GetString()!, CultureInfo.InvariantCulture))
        {
            Why = column.GetProperty("why"u8).GetString()!,
            Filled = column.GetProperty("filled"u8).GetInt64(),
        };
    }
}
