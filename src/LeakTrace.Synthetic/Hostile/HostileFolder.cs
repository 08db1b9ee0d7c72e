namespace LeakTrace.Synthetic.Hostile;

/// <summary>A folder of seized files of which most are meant to hurt or to mislead, and a few are sound.</summary>
public static class HostileFolder
{
    const string Header = "姓名,电话\r\n";

    /// <summary>
    /// Writes the files into the folder <c>seized</c> of a case.
    /// </summary>
    /// <param name="caseFolder">Folder of the case.</param>
    /// <param name="bombBytes">Length to which bombs unpack: a gigabyte to hurt, 80 MB to be told for one.</param>
    /// <returns>What is to come of each file and member.</returns>
    public static IReadOnlyList<HostileFile> Write(string caseFolder, long bombBytes)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var seized = Directory.CreateDirectory(Path.Combine(caseFolder, "seized")).FullName;
        List<HostileFile> files = [.. Texts(), .. Workbooks(bombBytes), .. Archives(bombBytes), .. Misnamed()];
        foreach (var file in files)
        {
            if (file.Content is { } write)
            {
                using var stream = File.Create(Path.Combine(seized, file.Name));
                write(stream);
            }
        }

        return files;
    }

    internal static byte[] BytesOf(Action<Stream> write)
    {
        using var memory = new MemoryStream();
        write(memory);
        return memory.ToArray();
    }

    static string List(int rows, string name = "张丽华") =>
        Header + string.Concat(Enumerable.Range(0, rows).Select(i => FormattableString.Invariant($"{name},{13_900_000_000L + i}\r\n")));

    static Action<Stream> Text(string text, string encoding = "utf-8") => stream => stream.Write(Encoding.GetEncoding(encoding).GetBytes(text));

    static IEnumerable<HostileFile> Texts() =>
    [
        new("utf8.csv", 6, false, Text(List(5))),
        new("gb18030.csv", 61, false, Text(List(60, "\u4DAE丽华"), "gb18030")),
        new("big5.csv", 61, false, Text(List(60, "陳麗華").Replace("电话", "電話", StringComparison.Ordinal), "big5")),
        new("utf16le.txt", 6, false, Text(List(5).Replace(',', '\t'), "utf-16")),
        new("utf16be.txt", 6, false, Text(List(5).Replace(',', '\t'), "utf-16BE")),
        new("cr.csv", 6, false, Text(List(5).Replace("\r\n", "\r", StringComparison.Ordinal))),
        new("sep.csv", 7, false, Text("sep=;\r\n" + List(5).Replace(',', ';'))),
        new("quotes.csv", 7, false, Text(List(3) + "\"王小红,13711113333\r\n李淑芬,15011114444\r\n赵敏,15011114445\r\n")),
        new("nuls.csv", 6, false, Text(List(5).Replace("丽", "\0丽", StringComparison.Ordinal))),
        new("cut.csv", 6, false, Text(List(5)[..^8])),
        new("ragged.csv", 8, false, Text(List(5) + "王小红\r\n李淑芬,15011114444,,,,,多\r\n")),
        new("zeros.csv", 0, true, stream => stream.Write(new byte[1 << 20])),
        new("empty.xls", 0, true, _ => { }),
        new("one-line.csv", 1, true, HostileArchives.Blanks(4 << 20)),
    ];

    static IEnumerable<HostileFile> Workbooks(long bombBytes) =>
    [
        new("sound.xlsx", 41, false, HostileWorkbooks.List(40)),
        new("cell.xlsx", 0, true, HostileWorkbooks.LongCell(bombBytes)),
        new("texts.xlsx", 0, true, HostileWorkbooks.SharedTexts(bombBytes)),
        new("memory.xlsx", 0, true, HostileWorkbooks.DifferentTexts(bombBytes / 100)),
        new("row.xlsx", 0, true, HostileWorkbooks.LongRow(bombBytes / 4)),
        new("far.xlsx", 5, false, HostileWorkbooks.FarCell()),
        new("extent.xlsx", 4, false, HostileWorkbooks.LyingExtent()),
        new("sparse.xlsx", 1000, true, HostileWorkbooks.SparseSheets(20)),
        new("deep.xlsx", 3, true, HostileWorkbooks.DeepElements((int)(bombBytes / 100))),
        new("entities.xlsx", 0, true, HostileWorkbooks.Entities()),
        new("cut-sheet.xlsx", 21, true, HostileWorkbooks.CutSheet(20)),
        new("cut.xlsx", 0, true, stream => stream.Write(BytesOf(HostileWorkbooks.List(40)).AsSpan()[..^40])),
        new("garbage.xls", 0, true, stream => stream.Write([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Enumerable.Range(0, 9000).Select(i => (byte)(i * 7))])),
        new("biff.xls", 0, true, stream => stream.Write([0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00, .. Enumerable.Range(0, 9000).Select(i => (byte)(i * 31 % 251))])),
    ];

    static IEnumerable<HostileFile> Archives(long bombBytes) =>
    [
        new("bomb.zip", 0, false, HostileArchives.Of(("bomb.csv", HostileArchives.Blanks(bombBytes)), ("list.csv", Text(List(5))))),
        new("bomb.zip!/bomb.csv", 0, true, null),
        new("bomb.zip!/list.csv", 6, false, null),
        new("wide.zip", 0, false, HostileArchives.Wide(10, bombBytes / 20)),
        new("nested.zip", 0, false, HostileArchives.Nested(8, Text(List(5)))),
        new("nested.zip!/8.zip!/7.zip!/6.zip", 0, true, null),
        new("escape.zip", 0, true, HostileArchives.Of(("../../evil.csv", Text(List(5))), ("/etc/evil.csv", Text(List(5))), ("a/list.csv", Text(List(7))))),
        new("escape.zip!/a/list.csv", 8, false, null),
        new("names.zip", 0, false, HostileArchives.OfChineseNames(("一月/名单.csv", Text(List(5), "gb18030")), ("二月.xlsx", HostileWorkbooks.List(5)))),
        new("names.zip!/一月/名单.csv", 6, false, null),
        new("names.zip!/二月.xlsx", 6, false, null),
        new("locked.zip", 0, false, HostileArchives.Encrypted(Text(List(5)))),
        new("locked.zip!/list.csv", 0, true, null),
        new("cut.zip", 0, true, stream => stream.Write(BytesOf(HostileArchives.Of(("list.csv", Text(List(500))))).AsSpan()[..^60])),
        new("many.zip", 0, true, HostileArchives.ManyMembers((int)(bombBytes / 1500))),
    ];

    static IEnumerable<HostileFile> Misnamed() =>
    [
        new("page.xls", 3, false, Text("<html><table><tr><td>姓名<td>电话<tr><td>张丽华<td>13911112222<tr><td>王小红<td>13711113333</table>")),
        new("text.xlsx", 6, false, Text(List(5))),
        new("workbook.csv", 6, false, HostileWorkbooks.List(5)),
        new("xml2003.xls", 2, false, Text(
            "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet><Table><Row><Cell><Data>姓名</Data></Cell><Cell><Data>电话</Data></Cell></Row>"
            + "<Row><Cell><Data>张丽华</Data></Cell><Cell><Data>13911112222</Data></Cell></Row></Table></Worksheet></Workbook>")),
        new("document.xlsx", 0, true, Text("%PDF-1.7\n" + new string('x', 1000))),
        new("picture.csv", 0, true, stream => stream.Write([0xFF, 0xD8, 0xFF, 0xE0, .. Enumerable.Range(0, 5000).Select(i => (byte)(i * 13))])),
        new("deep.html", 2, false, Text("<html>" + string.Concat(Enumerable.Repeat("<div><b>", 200_000)) + "<table><tr><td>姓名<td>电话<tr><td>张丽华<td>13911112222</table>")),
    ];
}
