namespace LeakTrace.Synthetic.Files;

/// <summary>Formats that seized sheets come in.</summary>
enum FileFormat : byte
{
    Xlsx,
    CsvUtf8,
    CsvUtf8Bom,
    CsvGb18030,
    TabUtf8,
    TabGb18030,
    Html,

    /// <summary>An HTML table that calls itself a workbook, as many systems export.</summary>
    HtmlNamedXls,
}
