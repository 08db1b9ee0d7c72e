using System.Text;
using System.Xml;

namespace LeakTrace.Ingest.Workbooks.OpenXml;

/// <summary>Opens XML parts: nothing is fetched, no entity is expanded, namespaces and odd characters are not insisted on.</summary>
static class PartXml
{
    static readonly XmlReaderSettings _settings = new()
    {
        // A declared but unused document type is harmless; what refers to its entities does not parse.
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    /// <summary>Opens a part.</summary>
    public static XmlReader Open(Stream part) => XmlReader.Create(part, _settings);

    /// <summary>Value of an attribute by its local name, whatever its namespace; null where it is absent.</summary>
    public static string? Attribute(XmlReader xml, string name)
    {
        string? value = null;
        while (xml.MoveToNextAttribute())
        {
            if (xml.LocalName == name)
            {
                value = xml.Value;
            }
        }

        xml.MoveToElement();
        return value;
    }

    /// <summary>Whether a value is one of those for true.</summary>
    public static bool IsTrue(string? value) => value is "1" or "true" or "on" or "TRUE" or "True";

    /// <summary>
    /// Appends the text of the element that the reader stands on, up to a number of characters, and leaves the reader at its end.
    /// Elements inside it are passed over.
    /// </summary>
    public static void AppendText(XmlReader xml, StringBuilder text, int most, char[] buffer)
    {
        if (xml.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace && xml.Depth == depth + 1)
            {
                // A value is taken in pieces: one text of a gigabyte is no string of one.
                int read;
                while (text.Length < most && (read = xml.ReadValueChunk(buffer, 0, Math.Min(buffer.Length, most - text.Length))) > 0)
                {
                    text.Append(buffer, 0, read);
                }
            }
        }
    }
}
