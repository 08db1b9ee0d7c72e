using System.Globalization;
using System.Xml;

namespace LeakTrace.Ingest.Workbooks.OpenXml;

/// <summary>What the styles of a workbook make of numbers.</summary>
static class CellStyles
{
    /// <summary>Format of each cell style, in order.</summary>
    public static List<CellFormat> Read(Stream part)
    {
        var codes = new Dictionary<int, CellFormat>();
        var formats = new List<CellFormat>();
        var inCells = false;
        using var xml = PartXml.Open(part);
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs")
            {
                inCells = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "numFmt")
            {
                var id = Number(PartXml.Attribute(xml, "numFmtId"));
                // Differential styles come last and declare their own.
                codes.TryAdd(id, NumberFormats.OfCode(PartXml.Attribute(xml, "formatCode") ?? ""));
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "xf" && inCells)
            {
                var id = Number(PartXml.Attribute(xml, "numFmtId"));
                formats.Add(codes.TryGetValue(id, out var format) ? format : NumberFormats.OfBuiltIn(id));
            }
        }

        return formats;
    }

    static int Number(string? value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
