using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace LeakTrace.Reports.Workbooks;

/// <summary>
/// Writes sheets into an .xlsx as they come, without holding any of them. The same sheets give the same bytes: times in the package are
/// fixed, and nothing in it names a machine.
/// </summary>
sealed class WorkbookPackage
{
    /// <summary>Rows of a sheet of the format.</summary>
    public const int MostRows = 1_048_576;

    const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    // The first time that a ZIP archive can hold.
    static readonly DateTimeOffset _time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    readonly List<SheetPart> _parts = [];
    readonly string _creator;

    WorkbookPackage(IReadOnlyList<SheetPlan> plans, string creator, int mostRows)
    {
        _creator = creator;
        foreach (var plan in plans)
        {
            var perSheet = LinesPerSheet(mostRows);
            var first = 0;
            do
            {
                var lines = Math.Min(perSheet, plan.Lines - first);
                var isLast = first + lines == plan.Lines;
                _parts.Add(new SheetPart(plan, _parts.Count + 1, first, lines, first / perSheet + 1, isLast));
                first += lines;
            }
            while (first < plan.Lines);
        }
    }

    /// <summary>Sheets that a table takes.</summary>
    public static int SheetsFor(int lines, int mostRows = MostRows) => Math.Max(1, (lines + LinesPerSheet(mostRows) - 1) / LinesPerSheet(mostRows));

    /// <summary>Writes a workbook; tables longer than a sheet go on in another.</summary>
    /// <param name="plans">Sheets in order, their names distinct.</param>
    /// <param name="creator">Program that writes it.</param>
    /// <param name="stream">Where to.</param>
    /// <param name="mostRows">Rows of a sheet.</param>
    public static void Write(IReadOnlyList<SheetPlan> plans, string creator, Stream stream, int mostRows = MostRows) =>
        new WorkbookPackage(plans, creator, mostRows).Write(stream);

    // Below the lines there is room for totals.
    static int LinesPerSheet(int mostRows) => mostRows - SheetPlan.HeaderRow - 2;

    void Write(Stream stream)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        Add(archive, "[Content_Types].xml", ContentTypes());
        Add(archive, "_rels/.rels",
            $"{Declaration}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + $"<Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/>"
            + $"<Relationship Id=\"rId2\" Type=\"{Relations}/extended-properties\" Target=\"docProps/app.xml\"/></Relationships>");
        Add(archive, "docProps/app.xml",
            $"{Declaration}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
            + $"<Application>{Escaped(_creator)}</Application></Properties>");
        Add(archive, "xl/workbook.xml", Workbook());
        Add(archive, "xl/_rels/workbook.xml.rels", WorkbookRelations());
        Add(archive, "xl/styles.xml", StyleSheet.Xml());
        foreach (var part in _parts)
        {
            using var writer = new PartWriter(Open(archive, $"xl/worksheets/sheet{part.Number}.xml"));
            part.Write(writer, id => _parts.Find(other => other.Plan.Id == id)?.Name);
        }
    }

    string ContentTypes()
    {
        const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        var xml = new StringBuilder(Declaration)
            .Append("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">")
            .Append("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
            .Append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>")
            .Append(CultureInfo.InvariantCulture, $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Types}.sheet.main+xml\"/>")
            .Append(CultureInfo.InvariantCulture, $"<Override PartName=\"/xl/styles.xml\" ContentType=\"{Types}.styles+xml\"/>")
            .Append("<Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>");
        foreach (var part in _parts)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<Override PartName=\"/xl/worksheets/sheet{part.Number}.xml\" ContentType=\"{Types}.worksheet+xml\"/>");
        }

        return xml.Append("</Types>").ToString();
    }

    string Workbook()
    {
        var xml = new StringBuilder(Declaration)
            .Append(CultureInfo.InvariantCulture, $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><bookViews><workbookView tabRatio=\"850\"/></bookViews><sheets>");
        foreach (var part in _parts)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<sheet name=\"{Escaped(part.Name)}\" sheetId=\"{part.Number}\" r:id=\"rId{part.Number}\"/>");
        }

        xml.Append("</sheets><definedNames>");
        foreach (var (name, sheet, cells) in Names().OrderBy(name => name.Name, StringComparer.OrdinalIgnoreCase).ThenBy(name => name.Sheet))
        {
            xml.Append(CultureInfo.InvariantCulture, $"<definedName name=\"{name}\"")
                .Append(name[0] == '_' ? string.Create(CultureInfo.InvariantCulture, $" localSheetId=\"{sheet}\"") : "")
                .Append(name.EndsWith("FilterDatabase", StringComparison.Ordinal) ? " hidden=\"1\">" : ">").Append(Escaped(cells)).Append("</definedName>");
        }

        return xml.Append("</definedNames></workbook>").ToString();
    }

    /// <summary>The tables by names that are the same in every language, filters, and the rows that every printed page repeats.</summary>
    IEnumerable<DefinedName> Names()
    {
        foreach (var (i, part) in _parts.Index())
        {
            yield return new DefinedName(part.CellsName, i, part.Cells);
            if (part.Plan.HasFilter && part.Plan.Columns.Count > 0)
            {
                yield return new DefinedName("_xlnm._FilterDatabase", i, part.Cells);
            }

            yield return new DefinedName("_xlnm.Print_Titles", i, part.PrintTitles);
        }
    }

    string WorkbookRelations()
    {
        var xml = new StringBuilder(Declaration).Append("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        foreach (var part in _parts)
        {
            xml.Append(CultureInfo.InvariantCulture,
                $"<Relationship Id=\"rId{part.Number}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{part.Number}.xml\"/>");
        }

        return xml.Append(CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{_parts.Count + 1}\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/>")
            .Append("</Relationships>").ToString();
    }

    static string Escaped(string text) => System.Security.SecurityElement.Escape(text);

    static void Add(ZipArchive archive, string name, string xml)
    {
        using var stream = Open(archive, name);
        stream.Write(Encoding.UTF8.GetBytes(xml));
    }

    static Stream Open(ZipArchive archive, string name)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = _time;
        return entry.Open();
    }

    sealed record DefinedName(string Name, int Sheet, string Cells);
}
