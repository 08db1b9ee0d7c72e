using System.Text;

namespace LeakTrace.Ingest.Text;

/// <summary>Encoding of a text file.</summary>
/// <param name="Encoding">How its bytes decode; never throws, damaged sequences become U+FFFD.</param>
/// <param name="Name">Name shown to the user.</param>
/// <param name="BomLength">Length of the byte order mark at the start, zero without one.</param>
sealed record TextEncoding(Encoding Encoding, string Name, int BomLength)
{
    /// <summary>Makes what undoes an earlier reading in a wrong encoding; null where the text is sound.</summary>
    public Func<TextRepair>? Repair { get; init; }

    /// <summary>Whether two bytes make a unit, so that line ends cannot be found in the raw bytes.</summary>
    public bool IsUtf16 => Encoding is UnicodeEncoding;

    /// <summary>Whether the bytes are UTF-8 already.</summary>
    public bool IsUtf8 => Encoding is UTF8Encoding;
}
