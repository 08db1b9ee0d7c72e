using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest;

namespace LeakTrace.App.Terminal;

/// <summary>Inspections as JSON; its shape is generated at build.</summary>
[JsonSerializable(typeof(InspectedFile))]
[JsonSerializable(typeof(IEnumerable<InspectedFile>))]
sealed partial class InspectionJson : JsonSerializerContext
{
    static readonly InspectionJson _json = new(new JsonSerializerOptions
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters =
        {
            new JsonStringEnumConverter<FieldRole>(JsonNamingPolicy.KebabCaseLower),
            new JsonStringEnumConverter<Severity>(JsonNamingPolicy.KebabCaseLower),
        },
    });

    /// <summary>Writes an object for one file, an array for several.</summary>
    public static void Write(IReadOnlyList<FileInspection> inspections, TextWriter output) => output.WriteLine(
        inspections.Count == 1
            ? JsonSerializer.Serialize(Of(inspections[0]), _json.InspectedFile)
            : JsonSerializer.Serialize(inspections.Select(Of), _json.IEnumerableInspectedFile));

    static InspectedFile Of(FileInspection inspection) => new(
        inspection.File.File, inspection.File.Sha256, inspection.File.Bytes, inspection.File.Kind, inspection.File.Encoding,
        inspection.Sheets.Select(sheet => new InspectedFile.Sheet(
            sheet.Name, sheet.Rows, sheet.Cells, sheet.HeaderRow, sheet.Columns.Select(Of), sheet.Regions.Select(Of))),
        inspection.File.Problems);

    static InspectedFile.Region Of(RegionInspection region) => new(
        region.Region.FirstRow, region.Region.LastRow, ColumnName.LettersOf(region.Region.FirstColumn), ColumnName.LettersOf(region.Region.LastColumn),
        region.Region.Layout.FirstHeaderRow, region.Region.Layout.HeaderRow, region.Columns.Select(Of));

    static InspectedFile.Column Of(ColumnInspection inspected) => new(
        ColumnName.LettersOf(inspected.Column.Index), inspected.Column.Index + 1, inspected.Column.Header, inspected.Column.Role,
        inspected.Column.Confidence, inspected.Column.Why, inspected.Samples);
}
