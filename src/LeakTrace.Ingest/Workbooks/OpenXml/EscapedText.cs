using System.Globalization;
using System.Text;

namespace LeakTrace.Ingest.Workbooks.OpenXml;

/// <summary>Undoes <c>_xHHHH_</c>, which stands for characters that XML does not hold (ECMA-376 part 1, 22.4.2.4).</summary>
static class EscapedText
{
    const int Length = 7;

    /// <summary>Replaces escapes in place.</summary>
    public static void Undo(StringBuilder text)
    {
        if (text.Length < Length)
        {
            return;
        }

        var written = text.ToString();
        if (!written.Contains("_x", StringComparison.Ordinal))
        {
            return;
        }

        text.Clear();
        for (var i = 0; i < written.Length; i++)
        {
            if (written[i] == '_' && i + Length <= written.Length && written[i + 1] == 'x' && written[i + Length - 1] == '_'
                && ushort.TryParse(written.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                text.Append((char)code);
                i += Length - 1;
            }
            else
            {
                text.Append(written[i]);
            }
        }
    }
}
