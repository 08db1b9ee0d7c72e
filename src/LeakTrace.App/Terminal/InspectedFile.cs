using System.Text.Json.Serialization;
using LeakTrace.Engine.Records;

namespace LeakTrace.App.Terminal;

/// <summary>What a file was taken for, as it is told in JSON; samples are masked.</summary>
sealed record InspectedFile(
    string File, string Sha256, long Bytes, string Kind, string Encoding, IEnumerable<InspectedFile.Sheet> Sheets, IReadOnlyList<Problem> Problems)
{
    /// <summary>A sheet, with the columns of its first table.</summary>
    public sealed record Sheet(string Name, int Rows, long? Cells, int HeaderRow, IEnumerable<Column> Columns, IEnumerable<Region> Regions);

    /// <summary>One table of a sheet.</summary>
    public sealed record Region(
        int FirstRow, int LastRow, string FirstColumn, string LastColumn, int FirstHeaderRow, int HeaderRow, IEnumerable<Column> Columns);

    /// <summary>A column of a table.</summary>
    public sealed record Column(
        [property: JsonPropertyName("column")] string Letters, int Number, string Header, FieldRole Role, double Confidence,
        string Why, IReadOnlyList<string> Samples);
}
