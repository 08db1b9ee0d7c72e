namespace LeakTrace.Ingest.Workbooks.OpenXml;

/// <summary>How the value of a cell is stored.</summary>
enum CellType : byte
{
    /// <summary>A number, which the style may make a date.</summary>
    Number,

    /// <summary>The number of a shared text.</summary>
    Shared,

    /// <summary>Text in place.</summary>
    Text,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>An error.</summary>
    Error,

    /// <summary>A date in ISO 8601.</summary>
    IsoDate,
}
