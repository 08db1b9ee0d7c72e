namespace LeakTrace.Ingest.Workbooks;

/// <summary>What a number format makes of a number.</summary>
enum CellFormat : byte
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>A day, perhaps with a time; or a time of day.</summary>
    Date,

    /// <summary>A duration, such as [h]:mm.</summary>
    Duration,
}
