using System.Text;
using System.Xml;

namespace LeakTrace.Ingest.Workbooks.OpenXml;

/// <summary>The texts that cells share by number.</summary>
static class SharedTexts
{
    /// <summary>Reads the part; runs of rich text are joined, phonetic guides left out.</summary>
    public static List<string> Read(Stream part, CancellationToken cancellation)
    {
        var texts = new List<string>();
        var text = new StringBuilder();
        var buffer = new char[1024];
        using var xml = PartXml.Open(part);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
            {
                text.Clear();
                ReadRuns(xml, text, buffer);
                EscapedText.Undo(text);
                texts.Add(text.ToString());
                if ((texts.Count & 0xFFFF) == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                }
            }
        }

        return texts;
    }

    /// <summary>Appends the runs of the item that the reader stands on (<c>si</c> or <c>is</c>), and leaves the reader at its end.</summary>
    public static void ReadRuns(XmlReader xml, StringBuilder text, char[] buffer)
    {
        if (xml.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            while (xml.NodeType == XmlNodeType.Element && xml.LocalName is "rPh" && xml.Depth > depth)
            {
                xml.Skip();
            }

            if (xml.Depth <= depth)
            {
                break;
            }

            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "t")
            {
                PartXml.AppendText(xml, text, SheetRow.LongestCell, buffer);
            }
        }
    }
}
