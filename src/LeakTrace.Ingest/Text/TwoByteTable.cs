using System.Buffers.Binary;
using System.Text;

namespace LeakTrace.Ingest.Text;

/// <summary>
/// Decodes GB18030 by a table of its two-byte characters: nearly every file holds no others, and the general decoder takes ten times as long.
/// </summary>
static class TwoByteTable
{
    /// <summary>Code page of GB18030.</summary>
    public const int Gb18030CodePage = 54936;

    const ulong HighBits = 0x8080_8080_8080_8080;

    static readonly char[] _characters = Make();

    /// <summary>Decodes bytes; false where a character of four bytes or something damaged is among them.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> bytes, Span<char> text, out int length)
    {
        var table = _characters;
        length = 0;
        for (var i = 0; i < bytes.Length;)
        {
            if (bytes.Length - i >= sizeof(ulong) && (BinaryPrimitives.ReadUInt64LittleEndian(bytes[i..]) & HighBits) == 0)
            {
                for (var end = i + sizeof(ulong); i < end; i++)
                {
                    text[length++] = (char)bytes[i];
                }

                continue;
            }

            if (bytes[i] < 0x80)
            {
                text[length++] = (char)bytes[i++];
                continue;
            }

            var character = i + 1 < bytes.Length ? table[bytes[i] << 8 | bytes[i + 1]] : '\0';
            if (character == 0)
            {
                return false;
            }

            text[length++] = character;
            i += 2;
        }

        return true;
    }

    /// <summary>The characters by their two bytes; zero for none.</summary>
    static char[] Make()
    {
        var table = new char[1 << 16];
        var encoding = Encoding.GetEncoding(Gb18030CodePage);
        Span<char> decoded = stackalloc char[4];
        for (var lead = 0x81; lead <= 0xFE; lead++)
        {
            for (var trail = 0x40; trail <= 0xFE; trail++)
            {
                var isOne = encoding.GetChars([(byte)lead, (byte)trail], decoded) == 1 && decoded[0] != '\uFFFD';
                table[lead << 8 | trail] = isOne ? decoded[0] : '\0';
            }
        }

        return table;
    }
}
