using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LeakTrace.Ingest;
using Spectre.Console;

namespace LeakTrace.App.Terminal;

/// <summary>An inspection as a table, or as JSON.</summary>
static class InspectionText
{
    const int PipeWidth = 160;

    static readonly JsonSerializerOptions _json = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>Writes a table for every sheet, then the problems.</summary>
    public static void Write(FileInspection inspection, TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        if (System.Console.IsOutputRedirected)
        {
            console.Profile.Width = PipeWidth;
        }

        var file = inspection.File;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{file.File}: {file.Kind}{(file.Encoding.Length > 0 ? ", " + file.Encoding : "")}, {file.Bytes:N0} bytes, SHA-256 {file.Sha256}"));
        foreach (var sheet in inspection.Sheets)
        {
            output.WriteLine();
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{(sheet.Name.Length > 0 ? $"Sheet '{sheet.Name}'" : "Table")}: {sheet.Rows:N0} rows, {(sheet.HeaderRow > 0 ? $"header in row {sheet.HeaderRow}" : "no header")}"));
            console.Write(TableOf(sheet));
        }

        foreach (var problem in file.Problems)
        {
            output.WriteLine($"{problem.Severity.ToString().ToLowerInvariant()}: {problem.Message}");
        }
    }

    /// <summary>Writes the same as JSON.</summary>
    public static void WriteJson(FileInspection inspection, TextWriter output)
    {
        var file = inspection.File;
        output.WriteLine(JsonSerializer.Serialize(
            new
            {
                file.File,
                file.Sha256,
                file.Bytes,
                file.Kind,
                file.Encoding,
                Sheets = inspection.Sheets.Select(sheet => new
                {
                    sheet.Name,
                    sheet.Rows,
                    sheet.HeaderRow,
                    Columns = sheet.Columns.Select(c => new { c.Column.Index, c.Column.Header, c.Column.Role, c.Column.Confidence, c.Samples }),
                }),
                file.Problems,
            },
            _json));
    }

    static Table TableOf(SheetInspection sheet)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("column", "header", "role", "confidence", "samples (masked)");
        foreach (var (column, samples) in sheet.Columns)
        {
            table.AddRow(
                column.Index.ToString(CultureInfo.InvariantCulture), Markup.Escape(column.Header), column.Role.ToString(),
                column.Confidence.ToString("0.00", CultureInfo.InvariantCulture), Markup.Escape(string.Join(" | ", samples)));
        }

        return table;
    }
}
