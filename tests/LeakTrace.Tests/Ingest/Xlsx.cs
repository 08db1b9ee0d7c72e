using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace LeakTrace.Tests.Ingest;

/// <summary>Writes small workbooks from raw cells, so that tests decide what is stored.</summary>
static class Xlsx
{
    /// <summary>A workbook of sheets; a row is (number, hidden, cells), a cell is text, a double, or (double, style).</summary>
    public static byte[] Of(bool is1904, params (string Name, string State, string Extra, (int Row, bool Hidden, object?[] Cells)[] Rows)[] sheets)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Add(string name, string xml)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
                writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml);
            }

            const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
            const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            var list = new StringBuilder();
            var links = new StringBuilder();
            for (var i = 0; i < sheets.Length; i++)
            {
                var state = sheets[i].State.Length > 0 ? $" state=\"{sheets[i].State}\"" : "";
                list.Append(CultureInfo.InvariantCulture, $"<sheet name=\"{sheets[i].Name}\" sheetId=\"{i + 1}\" r:id=\"r{i + 1}\"{state}/>");
                links.Append(CultureInfo.InvariantCulture, $"<Relationship Id=\"r{i + 1}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/s{i + 1}.xml\"/>");
                Add($"xl/worksheets/s{i + 1}.xml", $"<worksheet {Main}><sheetData>{Rows(sheets[i].Rows)}</sheetData>{sheets[i].Extra}</worksheet>");
            }

            links.Append(CultureInfo.InvariantCulture, $"<Relationship Id=\"rs\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/>");
            Add("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
            Add("_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Add("xl/workbook.xml", $"<workbook {Main} xmlns:r=\"{Relations}\"><workbookPr{(is1904 ? " date1904=\"1\"" : "")}/><sheets>{list}</sheets></workbook>");
            Add("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{links}</Relationships>");
            // Style 1: built-in date 14; 2: built-in East Asian date 31; 3: 年月日.
            Add("xl/styles.xml", $"<styleSheet {Main}><numFmts count=\"1\"><numFmt numFmtId=\"200\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/></numFmts><cellXfs count=\"4\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"31\"/><xf numFmtId=\"200\"/></cellXfs></styleSheet>");
        }

        return memory.ToArray();
    }

    static string Rows((int Row, bool Hidden, object?[] Cells)[] rows)
    {
        var xml = new StringBuilder();
        foreach (var (row, hidden, cells) in rows)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\"{(hidden ? " hidden=\"1\"" : "")}>");
            for (var i = 0; i < cells.Length; i++)
            {
                var at = $"{(char)('A' + i)}{row}";
                xml.Append(cells[i] switch
                {
                    string text => $"<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>",
                    double number => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{at}\"><v>{number:R}</v></c>"),
                    (double number, int style) => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{at}\" s=\"{style}\"><v>{number:R}</v></c>"),
                    _ => "",
                });
            }

            xml.Append("</row>");
        }

        return xml.ToString();
    }
}
