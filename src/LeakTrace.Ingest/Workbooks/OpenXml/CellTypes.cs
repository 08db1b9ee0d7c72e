namespace LeakTrace.Ingest.Workbooks.OpenXml;

/// <summary>Reads the type of a cell.</summary>
static class CellTypes
{
    /// <summary>Type by its short name; what is unknown is text.</summary>
    public static CellType Of(string name) => name switch
    {
        "n" => CellType.Number,
        "s" => CellType.Shared,
        "b" => CellType.Boolean,
        "e" => CellType.Error,
        "d" => CellType.IsoDate,
        _ => CellType.Text,
    };
}
