using System.Text;
using System.Text.Unicode;

namespace LeakTrace.Ingest.Text;

/// <summary>Finds the encoding of a text file: byte order mark, strict UTF-8, UTF-16 by its zero bytes, then GB18030 against Big5.</summary>
static class EncodingSniffer
{
    const int WindowLength = 1 << 20;
    const int StatisticsLength = 1 << 18;

    static readonly Encoding _gb18030;
    static readonly Encoding _big5;

    static EncodingSniffer()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        // Never gb2312 or code page 936: they lose characters that names use (䶮, 㑇, 𠮷).
        _gb18030 = Encoding.GetEncoding("gb18030");
        _big5 = Encoding.GetEncoding("big5");
    }

    /// <summary>Finds the encoding of a seekable stream, which is left at its start.</summary>
    public static TextEncoding Find(Stream stream)
    {
        var buffer = new byte[Math.Min(WindowLength, stream.Length)];
        stream.Position = 0;
        stream.ReadExactly(buffer);
        var found = ByMark(buffer) ?? ByZeros(buffer);
        // A file may begin with megabytes of ASCII before the first name: look where it stops being ASCII.
        while (found is null && !buffer.AsSpan().ContainsAnyExceptInRange((byte)0, (byte)127))
        {
            var read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            if (read == 0)
            {
                found = new TextEncoding(Encoding.UTF8, "UTF-8", 0);
                break;
            }

            buffer = buffer[..read];
        }

        stream.Position = 0;
        return found ?? ByStatistics(buffer);
    }

    /// <summary>Finds the encoding of bytes in memory.</summary>
    public static TextEncoding Find(ReadOnlySpan<byte> bytes) => ByMark(bytes) ?? ByZeros(bytes) ?? ByStatistics(bytes);

    static TextEncoding? ByMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? new TextEncoding(Encoding.UTF8, "UTF-8 with BOM", 3)
        : bytes.StartsWith<byte>([0xFF, 0xFE]) ? new TextEncoding(Encoding.Unicode, "UTF-16LE with BOM", 2)
        : bytes.StartsWith<byte>([0xFE, 0xFF]) ? new TextEncoding(Encoding.BigEndianUnicode, "UTF-16BE with BOM", 2)
        : bytes.StartsWith<byte>([0x84, 0x31, 0x95, 0x33]) ? new TextEncoding(_gb18030, "GB18030 with BOM", 4)
        : null;

    // In a table, digits, delimiters and line ends are ASCII: their zero bytes stand on one side only.
    static TextEncoding? ByZeros(ReadOnlySpan<byte> bytes)
    {
        Span<int> zeros = [0, 0];
        Span<int> ends = [0, 0];
        for (var i = 0; i < bytes.Length; i++)
        {
            zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
            ends[i & 1] += bytes[i] == 0 && bytes[Math.Min(i ^ 1, bytes.Length - 1)] is (byte)'\n' or (byte)'\r' ? 1 : 0;
        }

        return IsUtf16(zeros[1], zeros[0], ends[1], ends[0], bytes.Length) ? new TextEncoding(Encoding.Unicode, "UTF-16LE", 0)
            : IsUtf16(zeros[0], zeros[1], ends[0], ends[1], bytes.Length) ? new TextEncoding(Encoding.BigEndianUnicode, "UTF-16BE", 0)
            : null;
    }

    // Where most characters are ideographs there are few zeros, and 一 (U+4E00) has one on the other side; but some stand beside line ends, on one side
    // only: a stray NUL in a text of bytes does not.
    static bool IsUtf16(int zeros, int others, int ends, int otherEnds, int length) =>
        (others * 20 < zeros && zeros > length / 16) || (ends > 1 && ends > 10 * otherEnds && others * 2 < zeros && zeros > length / 400);

    static TextEncoding ByStatistics(ReadOnlySpan<byte> bytes)
    {
        if (IsUtf8(bytes))
        {
            return new TextEncoding(Encoding.UTF8, "UTF-8", 0);
        }

        // One damaged byte does not turn a UTF-8 file into another encoding.
        return MultiByteStatistics.IsMostlyUtf8(bytes) ? new TextEncoding(Encoding.UTF8, "UTF-8", 0)
            : IsBig5(bytes) ? new TextEncoding(_big5, "Big5", 0)
            : new TextEncoding(_gb18030, "GB18030", 0);
    }

    // Nearly all characters of a text are frequent ones of its own encoding, and far fewer are of the other. Where that does not tell
    // (names, traditional characters in GB 18030), by the characters that such tables are full of.
    static bool IsBig5(ReadOnlySpan<byte> bytes)
    {
        const double NearlyAll = 0.85;
        var (big5, gb, pairs) = MultiByteStatistics.Count(bytes);
        if (big5 != gb && Math.Max(big5, gb) >= NearlyAll * pairs && Math.Min(big5, gb) < NearlyAll * pairs)
        {
            return big5 > gb;
        }

        var window = bytes[..Math.Min(bytes.Length, StatisticsLength)];
        var big5Words = CommonCharacters.Count(_big5.GetString(window));
        var gbWords = CommonCharacters.Count(_gb18030.GetString(window));
        return big5Words == gbWords ? big5 > gb : big5Words > gbWords;
    }

    static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        // The window may end inside a character of up to four bytes.
        for (var cut = 0; cut <= Math.Min(3, bytes.Length); cut++)
        {
            if (Utf8.IsValid(bytes[..^cut]))
            {
                return true;
            }
        }

        return false;
    }
}
