namespace LeakTrace.Ingest.Sniffing;

/// <summary>Format of a file, found by its content.</summary>
enum FileKind
{
    /// <summary>Nothing that is known.</summary>
    Unknown,

    /// <summary>No bytes, or nothing but blanks.</summary>
    Empty,

    /// <summary>ZIP with a SpreadsheetML workbook.</summary>
    Xlsx,

    /// <summary>BIFF, bare or in a compound file.</summary>
    Xls,

    /// <summary>HTML.</summary>
    Html,

    /// <summary>Excel 2003 XML.</summary>
    XmlSpreadsheet,

    /// <summary>Plain text.</summary>
    Text,

    /// <summary>Binary workbook.</summary>
    Xlsb,

    /// <summary>OpenDocument.</summary>
    Ods,

    /// <summary>Compound file without a workbook: old WPS tables (.et) are such.</summary>
    OtherCompound,

    /// <summary>ZIP without a workbook.</summary>
    Zip,

    /// <summary>ZIP with so many members that only to list them would cost too much.</summary>
    TooManyMembers,

    /// <summary>Workbook behind a password.</summary>
    Encrypted,

    /// <summary>A container that does not open.</summary>
    Broken,
}
