using System.IO.Compression;

namespace LeakTrace.Synthetic.Files;

/// <summary>
/// A workbook with inline strings (ECMA-376), written row by row. The parts are written here and not by a library
/// because
/// packages from libraries carry the time of writing, and the same case must have the same bytes.
/// </summary>
sealed class XlsxWriter(Stream stream) : IRowWriter
{
    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const string PackageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    const string SpreadsheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

    static readonly DateTimeOffset _written = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    readonly ZipArchive _archive = new(stream, ZipArchiveMode.Create, leaveOpen: true);
    readonly List<string> _sheets = [];
    StreamWriter? _sheet;
    int _row;

    public void BeginSheet(string name)
    {
        EndSheet();
        _sheets.Add(name);
        _row = 0;
        _sheet = Part($"xl/worksheets/sheet{_sheets.Count}.xml");
        _sheet.Write($"{Declaration}<worksheet xmlns=\"{Main}\"><sheetData>");
    }

    public void Write(IReadOnlyList<Cell> cells)
    {
        var sheet = _sheet ?? throw new InvalidOperationException("A sheet must be begun before its rows.");
        _row++;

        // An empty row is a gap in the row numbers, as spreadsheet programs write it.
        if (IsEmpty(cells))
        {
            return;
        }

        sheet.Write($"<row r=\"{_row}\">");
        for (var column = 0; column < cells.Count; column++)
        {
            WriteCell(sheet, cells[column], column);
        }

        sheet.Write("</row>");
    }

    public void Dispose()
    {
        EndSheet();
        WritePart("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relationships}\"><sheets>" + string.Concat(
            _sheets.Select((name, i) => $"<sheet name=\"{Escape(name)}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>")) +
            "</sheets></workbook>");
        WritePart("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{PackageRelationships}\">" + string.Concat(
            _sheets.Select((_, i) => Relationship(i + 1, "worksheet", $"worksheets/sheet{i + 1}.xml"))) +
            Relationship(_sheets.Count + 1, "styles", "styles.xml") + "</Relationships>");

        // Style 1 is Excel's short date, style 2 the Chinese long one.
        WritePart("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><numFmts count=\"1\">" +
            "<numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/></numFmts>" +
            "<fonts count=\"1\"><font/></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>" +
            "<fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border/></borders>" +
            "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"3\"><xf numFmtId=\"0\"/>" +
            "<xf numFmtId=\"14\" applyNumberFormat=\"1\"/>" +
            "<xf numFmtId=\"176\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
        WritePart("_rels/.rels", $"<Relationships xmlns=\"{PackageRelationships}\">" +
            Relationship(1, "officeDocument", "xl/workbook.xml") + "</Relationships>");
        WritePart("[Content_Types].xml", $"<Types xmlns=\"{ContentTypes}\">" +
            "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>" +
            $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{SpreadsheetType}sheet.main+xml\"/>" +
            $"<Override PartName=\"/xl/styles.xml\" ContentType=\"{SpreadsheetType}styles+xml\"/>" + string.Concat(
                _sheets.Select((_, i) => $"<Override PartName=\"/xl/worksheets/sheet{i + 1}.xml\" " +
                    $"ContentType=\"{SpreadsheetType}worksheet+xml\"/>")) + "</Types>");
        _archive.Dispose();
    }

    void WriteCell(StreamWriter sheet, Cell cell, int column)
    {
        if (cell.Kind == CellKind.Empty)
        {
            return;
        }

        sheet.Write($"<c r=\"{(char)('A' + column)}{_row}\"");
        if (cell.Kind == CellKind.Text)
        {
            sheet.Write(" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
            sheet.Write(Escape(cell.Text));
            sheet.Write("</t></is></c>");
            return;
        }

        var isLong = cell.Text.Contains('年', StringComparison.Ordinal);
        sheet.Write(cell.Kind == CellKind.Number ? "><v>" : isLong ? " s=\"2\"><v>" : " s=\"1\"><v>");
        sheet.Write(cell.Number.ToString("R", CultureInfo.InvariantCulture));
        sheet.Write("</v></c>");
    }

    static bool IsEmpty(IReadOnlyList<Cell> cells)
    {
        foreach (var cell in cells)
        {
            if (cell.Kind != CellKind.Empty)
            {
                return false;
            }
        }

        return true;
    }

    static string Relationship(int id, string type, string target) =>
        $"<Relationship Id=\"rId{id}\" Type=\"{Relationships}/{type}\" Target=\"{target}\"/>";

    static string Escape(string text) => System.Security.SecurityElement.Escape(text);

    void EndSheet()
    {
        _sheet?.Write("</sheetData></worksheet>");
        _sheet?.Dispose();
        _sheet = null;
    }

    void WritePart(string name, string xml)
    {
        using var part = Part(name);
        part.Write(Declaration);
        part.Write(xml);
    }

    StreamWriter Part(string name)
    {
        var entry = _archive.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = _written;
        return new StreamWriter(entry.Open(), new UTF8Encoding(false), 1 << 16);
    }
}
