using System.IO.Compression;

namespace LeakTrace.Synthetic.Hostile;

/// <summary>Workbooks that are meant to hurt: their parts are written by hand.</summary>
static class HostileWorkbooks
{
    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const string Header = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>姓名</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>电话</t></is></c></row>";

    /// <summary>Rows of a list, from row 2.</summary>
    public static string Rows(int count) => Header + string.Concat(Enumerable.Range(0, count).Select(i => FormattableString.Invariant(
        $"<row r=\"{i + 2}\"><c r=\"A{i + 2}\" t=\"inlineStr\"><is><t>张丽华</t></is></c><c r=\"B{i + 2}\"><v>{13_800_000_000L + i}</v></c></row>")));

    /// <summary>A sound list.</summary>
    public static Action<Stream> List(int rows) => Of([Text(Rows(rows))]);

    /// <summary>One text as long as asked, in a cell below a list.</summary>
    public static Action<Stream> LongCell(long length) => Of([writer =>
    {
        writer.Write(Header);
        writer.Write("<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>");
        Repeat(writer, "AAAAAAAA", length / 8);
        writer.Write("</t></is></c></row>");
    }]);

    /// <summary>Shared texts of such a length.</summary>
    public static Action<Stream> SharedTexts(long length) => Of([Text(Rows(2))], writer => Repeat(writer, "<si><t>aaaaaaaaaaaaaaaa</t></si>", length / 32));

    /// <summary>Shared texts that do not pack and do not fit into memory.</summary>
    public static Action<Stream> DifferentTexts(long count) => Of([Text(Rows(2))], writer =>
    {
        for (var i = 0L; i < count; i++)
        {
            writer.Write(FormattableString.Invariant($"<si><t>{i * 7919:x}{i * 104_729:x}{i * 1_299_709:x}</t></si>"));
        }
    });

    /// <summary>So many cells in one row.</summary>
    public static Action<Stream> LongRow(long cells) => Of([writer =>
    {
        writer.Write("<row r=\"1\">");
        Repeat(writer, "<c><v>1</v></c>", cells);
        writer.Write("</row>");
    }]);

    /// <summary>A list, and a value in the last cell that a sheet can have.</summary>
    public static Action<Stream> FarCell() => Of([Text(Rows(3) + "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>")]);

    /// <summary>A sheet that claims to be as large as a sheet can be.</summary>
    public static Action<Stream> LyingExtent() =>
        stream => Write(stream, [Text(Rows(3))], null, "", "<dimension ref=\"A1:XFD1048576\"/>");

    /// <summary>Sheets whose few rows stand a thousand apart, so that the empty ones between them are records.</summary>
    public static Action<Stream> SparseSheets(int sheets) => Of(
        [.. Enumerable.Range(0, sheets).Select(_ => (Action<StreamWriter>)(writer =>
        {
            for (var row = 1; row <= 1_048_000; row += 1000)
            {
                writer.Write(FormattableString.Invariant($"<row r=\"{row}\"><c r=\"A{row}\"><v>{row}</v></c></row>"));
            }
        }))]);

    /// <summary>Elements within each other.</summary>
    public static Action<Stream> DeepElements(int depth) => Of([writer =>
    {
        writer.Write(Rows(2));
        Repeat(writer, "<x>", depth);
    }]);

    /// <summary>Entities of entities.</summary>
    public static Action<Stream> Entities() => stream => Write(stream, [writer => writer.Write("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&d;</t></is></c></row>")], null,
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;\">]>");

    /// <summary>A list whose second half is cut off within the XML, in a container that is whole.</summary>
    public static Action<Stream> CutSheet(int rows) => Of([writer => writer.Write(Rows(rows) + "<row r=\"999\"><c r=\"A999\"><v>1</")]);

    static Action<StreamWriter> Text(string text) => writer => writer.Write(text);

    static Action<Stream> Of(Action<StreamWriter>[] sheets, Action<StreamWriter>? texts = null) => stream => Write(stream, sheets, texts, "");

    static void Write(Stream stream, Action<StreamWriter>[] sheets, Action<StreamWriter>? texts, string doctype, string head = "")
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        var list = string.Concat(Enumerable.Range(1, sheets.Length).Select(i => FormattableString.Invariant($"<sheet name=\"S{i}\" sheetId=\"{i}\"/>")));
        Add(zip, "xl/workbook.xml", writer => writer.Write($"<workbook xmlns=\"{Main}\"><sheets>{list}</sheets></workbook>"));
        for (var i = 0; i < sheets.Length; i++)
        {
            var sheet = sheets[i];
            Add(zip, FormattableString.Invariant($"xl/worksheets/sheet{i + 1}.xml"), writer =>
            {
                writer.Write($"{doctype}<worksheet xmlns=\"{Main}\">{head}<sheetData>");
                sheet(writer);
                writer.Write("</sheetData></worksheet>");
            });
        }

        if (texts is not null)
        {
            Add(zip, "xl/sharedStrings.xml", writer =>
            {
                writer.Write($"<sst xmlns=\"{Main}\">");
                texts(writer);
                writer.Write("</sst>");
            });
        }
    }

    static void Add(ZipArchive zip, string name, Action<StreamWriter> write)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Optimal).Open(), new UTF8Encoding(false), 1 << 16);
        write(writer);
    }

    static void Repeat(StreamWriter writer, string text, long times)
    {
        const int Block = 1024;
        var block = string.Concat(Enumerable.Repeat(text, Block));
        for (var i = 0L; i < times / Block; i++)
        {
            writer.Write(block);
        }
    }
}
