using System.Xml;

namespace LeakTrace.Ingest.Workbooks.OpenXml;

/// <summary>What the workbook part says: its sheets, where styles and texts are, from which year days count.</summary>
/// <param name="Is1904">Whether days count from 1904.</param>
/// <param name="Sheets">Its sheets in order; charts are none.</param>
/// <param name="StylesPath">Path of the styles.</param>
/// <param name="TextsPath">Path of the shared texts.</param>
sealed record WorkbookPart(bool Is1904, IReadOnlyList<SheetPart> Sheets, string StylesPath, string TextsPath)
{
    /// <summary>Finds and reads the workbook part of a package.</summary>
    public static WorkbookPart Read(PackageParts parts)
    {
        var path = Find(parts);
        var relations = parts.Relations(path);
        var folder = path[..(path.LastIndexOf('/') + 1)];
        var sheets = new List<SheetPart>();
        var is1904 = false;
        var taken = relations.Values.Select(relation => relation.Path).ToHashSet(StringComparer.OrdinalIgnoreCase);
        using var xml = PartXml.Open(parts.Open(path)!);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "workbookPr")
            {
                is1904 = PartXml.IsTrue(PartXml.Attribute(xml, "date1904"));
            }
            else if (xml.LocalName == "sheet" && PartXml.Attribute(xml, "name") is { } name)
            {
                var hidden = PartXml.Attribute(xml, "state") is not (null or "visible");
                var id = PartXml.Attribute(xml, "id") ?? "";
                if (!relations.TryGetValue(id, out var relation))
                {
                    relation = ("worksheet", $"{folder}worksheets/sheet{sheets.Count + 1}.xml");
                    // A module of macros has no part, and the one at its place may be another sheet's.
                    relation = taken.Contains(relation.Path) ? (id.Length == 0 ? "module" : "worksheet", "") : relation;
                }

                if (relation.Type is not ("chartsheet" or "module"))
                {
                    sheets.Add(new SheetPart(name, hidden, parts.Has(relation.Path) ? relation.Path : ""));
                }
            }
        }

        return new WorkbookPart(is1904, sheets, PathOf(relations, "styles", folder + "styles.xml"),
            PathOf(relations, "sharedStrings", folder + "sharedStrings.xml"));
    }

    static string Find(PackageParts parts)
    {
        foreach (var (type, path) in parts.Relations("").Values)
        {
            if (type == "officeDocument" && parts.Has(path))
            {
                return path;
            }
        }

        return parts.Paths.Where(path => path.EndsWith("workbook.xml", StringComparison.OrdinalIgnoreCase)).Min(StringComparer.Ordinal)
            ?? throw new UnreadableFileException("broken-file", "the container has no workbook part. Open it in a spreadsheet program and save it again as .xlsx.");
    }

    static string PathOf(Dictionary<string, (string Type, string Path)> relations, string type, string usual)
    {
        foreach (var relation in relations.Values)
        {
            if (relation.Type == type)
            {
                return relation.Path;
            }
        }

        return usual;
    }
}
