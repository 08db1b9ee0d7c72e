using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LeakTrace.Ingest;
using Spectre.Console;

namespace LeakTrace.App.Terminal;

/// <summary>Inspections as tables, or as JSON.</summary>
static class InspectionText
{
    const int PipeWidth = 180;

    static readonly JsonSerializerOptions _json = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>Writes a table for every table of every sheet, then the problems.</summary>
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
                $"{(sheet.Name.Length > 0 ? $"Sheet '{sheet.Name}'" : "Table")}: {sheet.Rows:N0} rows{(sheet.Cells is { } cells ? $", {cells:N0} cells" : "")}{(sheet.Regions.Count > 1 ? $", {sheet.Regions.Count} tables" : "")}"));
            foreach (var region in sheet.Regions)
            {
                output.WriteLine($"{(sheet.Regions.Count > 1 ? PlaceOf(region) + ": " : "")}{HeaderOf(region)}");
                console.Write(TableOf(region));
            }
        }

        foreach (var problem in file.Problems)
        {
            output.WriteLine($"{problem.Severity.ToString().ToLowerInvariant()}: {problem.Message}");
        }
    }

    /// <summary>Writes the same as JSON: an object for one file, an array for several.</summary>
    public static void WriteJson(IReadOnlyList<FileInspection> inspections, TextWriter output) => output.WriteLine(
        inspections.Count == 1
            ? JsonSerializer.Serialize(ToJson(inspections[0]), _json)
            : JsonSerializer.Serialize(inspections.Select(ToJson), _json));

    static object ToJson(FileInspection inspection) => new
    {
        inspection.File.File,
        inspection.File.Sha256,
        inspection.File.Bytes,
        inspection.File.Kind,
        inspection.File.Encoding,
        Sheets = inspection.Sheets.Select(sheet => new
        {
            sheet.Name,
            sheet.Rows,
            sheet.Cells,
            sheet.HeaderRow,
            Columns = sheet.Columns.Select(ToJson),
            Regions = sheet.Regions.Select(region => new
            {
                region.Region.FirstRow,
                region.Region.LastRow,
                FirstColumn = ColumnName.LettersOf(region.Region.FirstColumn),
                LastColumn = ColumnName.LettersOf(region.Region.LastColumn),
                region.Region.Layout.FirstHeaderRow,
                region.Region.Layout.HeaderRow,
                Columns = region.Columns.Select(ToJson),
            }),
        }),
        inspection.File.Problems,
    };

    static object ToJson(ColumnInspection inspected) => new
    {
        Column = ColumnName.LettersOf(inspected.Column.Index),
        Number = inspected.Column.Index + 1,
        inspected.Column.Header,
        inspected.Column.Role,
        inspected.Column.Confidence,
        inspected.Column.Why,
        inspected.Samples,
    };

    static string PlaceOf(RegionInspection region) => string.Create(
        CultureInfo.InvariantCulture,
        $"{ColumnName.LettersOf(region.Region.FirstColumn)}{region.Region.FirstRow}:{ColumnName.LettersOf(region.Region.LastColumn)}{region.Region.LastRow}");

    static string HeaderOf(RegionInspection region)
    {
        var layout = region.Region.Layout;
        return layout.HeaderRow == 0 ? "no header"
            : layout.FirstHeaderRow < layout.HeaderRow && layout.FirstHeaderRow > 0 ? string.Create(CultureInfo.InvariantCulture, $"header in rows {layout.FirstHeaderRow} and {layout.HeaderRow}")
            : string.Create(CultureInfo.InvariantCulture, $"header in row {layout.HeaderRow}");
    }

    static Table TableOf(RegionInspection region)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("column", "header", "role", "confidence", "why", "samples (masked)");
        foreach (var (column, samples) in region.Columns)
        {
            table.AddRow(
                Markup.Escape(ColumnName.Of(column.Index)), Markup.Escape(column.Header), ColumnName.Of(column.Role),
                column.Confidence.ToString("0.00", CultureInfo.InvariantCulture), Markup.Escape(column.Why), Markup.Escape(string.Join(" | ", samples)));
        }

        return table;
    }
}
