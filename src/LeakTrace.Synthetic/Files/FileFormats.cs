namespace LeakTrace.Synthetic.Files;

/// <summary>Facts about <see cref="FileFormat"/>.</summary>
static class FileFormats
{
    public static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    static readonly UTF8Encoding _utf8 = new(false);

    public static string Extension(FileFormat format) => format switch
    {
        FileFormat.Xlsx => ".xlsx",
        FileFormat.CsvUtf8 or FileFormat.CsvUtf8Bom or FileFormat.CsvGb18030 => ".csv",
        FileFormat.TabUtf8 => ".tsv",
        FileFormat.TabGb18030 => ".txt",
        FileFormat.Html => ".html",
        _ => ".xls",
    };

    public static Encoding EncodingOf(FileFormat format) => format switch
    {
        FileFormat.CsvUtf8Bom => Encoding.UTF8,
        FileFormat.CsvGb18030 or FileFormat.TabGb18030 => Gb18030,
        _ => _utf8,
    };

    public static bool HoldsSheets(FileFormat format) => format == FileFormat.Xlsx;

    /// <summary>Opens a writer of rows; the stream is left open.</summary>
    public static IRowWriter Open(FileFormat format, Stream stream) => format switch
    {
        FileFormat.Xlsx => new XlsxWriter(stream),
        FileFormat.Html or FileFormat.HtmlNamedXls => new HtmlWriter(stream),
        FileFormat.TabUtf8 or FileFormat.TabGb18030 => new DelimitedWriter(stream, EncodingOf(format), '\t'),
        _ => new DelimitedWriter(stream, EncodingOf(format), ','),
    };
}
