using System.Globalization;
using LeakTrace.Ingest;
using Spectre.Console;

namespace LeakTrace.App.Terminal;

/// <summary>Inspections as tables.</summary>
static class InspectionText
{
    const int PipeWidth = 180;

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
