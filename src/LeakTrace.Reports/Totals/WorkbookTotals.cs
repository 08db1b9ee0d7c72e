using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using LeakTrace.Reports.Html;
using LeakTrace.Reports.Workbooks;

namespace LeakTrace.Reports.Totals;

/// <summary>The counts in report.xlsx: the values of its cells, found by the names that its tables have in every language.</summary>
static class WorkbookTotals
{
    static readonly XNamespace _main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    static readonly XNamespace _relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static CountTable Read(string directory)
    {
        using var archive = ZipFile.OpenRead(Path.Combine(directory, "report.xlsx"));
        var workbook = XDocument.Load(Open(archive, "xl/workbook.xml"));
        var targets = XDocument.Load(Open(archive, "xl/_rels/workbook.xml.rels")).Root!.Elements()
            .ToDictionary(e => e.Attribute("Id")!.Value, e => e.Attribute("Target")!.Value.TrimStart('/'), StringComparer.Ordinal);
        var parts = workbook.Root!.Element(_main + "sheets")!.Elements()
            .ToDictionary(e => e.Attribute("name")!.Value, e => targets[e.Attribute(_relations + "id")!.Value], StringComparer.Ordinal);
        var shared = archive.GetEntry("xl/sharedStrings.xml") is { } entry
            ? XDocument.Load(entry.Open()).Root!.Elements().Select(e => string.Concat(e.Descendants(_main + "t").Select(t => t.Value))).ToList() : [];
        var none = new[] { ReportLanguage.Chinese, ReportLanguage.English }.Select(language => new Words(language, "Sheets")["key.none"]).ToList();
        var table = new CountTable();
        foreach (var name in workbook.Root.Element(_main + "definedNames")?.Elements() ?? [])
        {
            var id = name.Attribute("name")!.Value;
            var scope = CountSheet.Scopes.FirstOrDefault(s => id == "lt_" + s || id.StartsWith($"lt_{s}_", StringComparison.Ordinal));
            if (scope is null && id != "lt_waterfall")
            {
                continue;
            }

            var cells = name.Value;
            var part = parts[cells[..cells.LastIndexOf('!')].Trim('\'').Replace("''", "'", StringComparison.Ordinal)];
            var last = int.Parse(cells[(cells.LastIndexOf('$') + 1)..], CultureInfo.InvariantCulture);
            var rows = Rows(Open(archive, part.StartsWith("xl/", StringComparison.Ordinal) ? part : "xl/" + part), shared)
                .Where(row => row.Row > SheetPlan.HeaderRow && row.Row <= last);
            Add(table, scope, rows, none);
        }

        return table;
    }

    static void Add(CountTable table, string? scope, IEnumerable<(int Row, Dictionary<int, string> Cells)> rows, List<string> none)
    {
        // The check stands behind the valid ones.
        var columns = CountTable.Columns.ToList();
        columns.Insert(columns.IndexOf("valid") + 1, "");
        var previous = "";
        foreach (var (row, cells) in rows)
        {
            if (scope is not null)
            {
                var key = cells.GetValueOrDefault(0, "");
                foreach (var (i, column) in columns.Index().Where(column => column.Item.Length > 0))
                {
                    table.Add(scope, none.Contains(key) ? "" : key, column, cells.GetValueOrDefault(i + 1, ""));
                }
            }
            else
            {
                if (row == SheetPlan.HeaderRow + 1)
                {
                    table.Add("all", "", "total", cells.GetValueOrDefault(1, ""));
                }

                previous = cells.GetValueOrDefault(2, "");
            }
        }

        if (scope is null)
        {
            table.Add("all", "", "valid", previous);
        }
    }

    static IEnumerable<(int Row, Dictionary<int, string> Cells)> Rows(Stream part, List<string> shared)
    {
        using var reader = XmlReader.Create(part, new XmlReaderSettings { IgnoreWhitespace = false });
        reader.Read();
        while (!reader.EOF)
        {
            // Reading a row leaves the reader on what follows it.
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "row")
            {
                var row = (XElement)XNode.ReadFrom(reader);
                yield return (int.Parse(row.Attribute("r")!.Value, CultureInfo.InvariantCulture),
                    row.Elements().ToDictionary(cell => ColumnOf(cell.Attribute("r")!.Value), cell => Value(cell, shared)));
            }
            else
            {
                reader.Read();
            }
        }
    }

    static string Value(XElement cell, List<string> shared)
    {
        var value = cell.Element(_main + "v")?.Value ?? "";
        return cell.Attribute("t")?.Value switch
        {
            "s" => shared[int.Parse(value, CultureInfo.InvariantCulture)],
            "inlineStr" => string.Concat(cell.Descendants(_main + "t").Select(t => t.Value)),
            _ => value,
        };
    }

    static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var unit in reference.TakeWhile(char.IsAsciiLetterUpper))
        {
            column = column * 26 + unit - 'A' + 1;
        }

        return column - 1;
    }

    static Stream Open(ZipArchive archive, string name) => archive.GetEntry(name)?.Open() ?? throw new InvalidDataException($"No part {name}.");
}
