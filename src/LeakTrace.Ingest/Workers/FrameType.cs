namespace LeakTrace.Ingest.Workers;

/// <summary>What a frame from a worker holds.</summary>
enum FrameType : byte
{
    /// <summary>Nothing; the stream ended.</summary>
    None,

    /// <summary>What is known of the file.</summary>
    File,

    /// <summary>A sheet begins.</summary>
    Sheet,

    /// <summary>Rows.</summary>
    Rows,

    /// <summary>Cells of the sheet that its rows did not show.</summary>
    Correction,

    /// <summary>The sheet ends.</summary>
    SheetEnd,

    /// <summary>Something to know about a sheet.</summary>
    Report,

    /// <summary>The file is read.</summary>
    Done,

    /// <summary>The file, or the rest of it, cannot be read.</summary>
    Failed,
}
