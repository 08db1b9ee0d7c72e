using System.Text;

namespace LeakTrace.Ingest.Text;

/// <summary>
/// Undoes that a text was once read in the wrong encoding and saved so: <c>寮犱附</c> is UTF-8 read as GBK, <c>ÐÕÃû</c> is GBK and <c>å§“å</c>
/// UTF-8 read as Latin-1 or Windows-1252. A character of which bytes were lost becomes <c>*</c>, a position that is not known.
/// </summary>
sealed class TextRepair
{
    const int LeastCharacters = 8;

    // What Windows-1252 has where Latin-1 has control characters, from 0x80.
    const string Windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    readonly Encoder? _gbk;
    readonly Decoder _real;
    readonly char[] _decoded = new char[1 << 16];
    byte[] _bytes = new byte[1 << 16];
    bool _lost;

    TextRepair(bool wasGbk, Encoding real, string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        _gbk = wasGbk ? Encoding.GetEncoding(936, new EncoderReplacementFallback("\u007F"), DecoderFallback.ReplacementFallback).GetEncoder() : null;
        _real = real.GetDecoder();
        Name = name;
    }

    /// <summary>What was read as what.</summary>
    public string Name { get; }

    /// <summary>The repair that the start of a text needs; null where it is sound.</summary>
    public static TextRepair? Find(ReadOnlySpan<char> head)
    {
        var latin = 0;
        var wide = 0;
        foreach (var c in head)
        {
            latin += c >= 0x80 && ToByte(c) >= 0 ? 1 : 0;
            wide += c >= 0x80 && ToByte(c) < 0 ? 1 : 0;
        }

        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var gb18030 = Encoding.GetEncoding("gb18030");
        if (latin >= LeastCharacters && latin > 20 * wide)
        {
            return IsUtf8(Bytes(head)) ? new TextRepair(wasGbk: false, Encoding.UTF8, "UTF-8 read as Latin-1")
                : IsChinese(Bytes(head), 4) ? new TextRepair(wasGbk: false, gb18030, "GBK read as Latin-1")
                : null;
        }

        // Sound words may be UTF-8 by chance: 面单 again and again. But UTF-8 read as GBK is hardly ever frequent characters.
        return wide >= LeastCharacters && Encoding.GetEncoding(936).GetBytes(head.ToString()) is var bytes && IsUtf8(bytes) && !IsChinese(bytes, 1)
            ? new TextRepair(wasGbk: true, Encoding.UTF8, "UTF-8 read as GBK")
            : null;
    }

    /// <summary>Repairs the next piece of a text; the result is valid until the next call.</summary>
    public ReadOnlySpan<char> Undo(ReadOnlySpan<char> damaged, bool final)
    {
        if (_bytes.Length < damaged.Length * 2 + 16)
        {
            _bytes = new byte[damaged.Length * 2 + 16];
        }

        var count = _gbk is null ? ToBytes(damaged, _bytes) : _gbk.GetBytes(damaged, _bytes, final);
        var decoded = _real.GetChars(_bytes.AsSpan(0, count), _decoded, final);
        return _decoded.AsSpan(0, Collapse(_decoded.AsSpan(0, decoded)));
    }

    // A lost character comes as one or more replacements, with the question mark that stood for its last byte behind.
    int Collapse(Span<char> text)
    {
        var kept = 0;
        foreach (var c in text)
        {
            if (c is '\uFFFD' or '\u007F')
            {
                if (!_lost)
                {
                    text[kept++] = '*';
                }

                _lost = true;
            }
            else if (!(_lost && c == '?'))
            {
                text[kept++] = c;
                _lost = false;
            }
            else
            {
                _lost = false;
            }
        }

        return kept;
    }

    static int ToByte(char c) => c < 0x80 || c is >= '\u00A0' and <= '\u00FF' ? c : Windows1252.IndexOf(c) is >= 0 and var at ? 0x80 + at : c is >= '\u0080' and < '\u00A0' ? c : -1;

    static int ToBytes(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        for (var i = 0; i < text.Length; i++)
        {
            bytes[i] = (byte)Math.Max(ToByte(text[i]) is >= 0 and var value ? value : 0x7F, 0);
        }

        return text.Length;
    }

    static byte[] Bytes(ReadOnlySpan<char> text)
    {
        var bytes = new byte[text.Length];
        ToBytes(text, bytes);
        return bytes;
    }

    // Whether most bytes above ASCII form sequences of UTF-8 of two bytes or more: what is read as that by chance is not.
    static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        var sound = 0;
        var high = 0;
        for (var i = 0; i < bytes.Length;)
        {
            if (bytes[i] < 0x80)
            {
                i++;
                continue;
            }

            var isSound = Rune.DecodeFromUtf8(bytes[i..], out var rune, out var length) == System.Buffers.OperationStatus.Done && rune.Value >= 0x2E80;
            sound += isSound ? length : 0;
            high += length;
            i += length;
        }

        return sound >= LeastCharacters && sound * 10 >= high * 6;
    }

    // Whether bytes above ASCII come in pairs of the frequent characters of GB 2312, so many times as often as not.
    static bool IsChinese(ReadOnlySpan<byte> bytes, int times)
    {
        var frequent = 0;
        var other = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80)
            {
                continue;
            }

            var isPair = i + 1 < bytes.Length && bytes[i] is >= 0xB0 and <= 0xD7 && bytes[i + 1] >= 0xA1;
            frequent += isPair ? 1 : 0;
            other += isPair ? 0 : 1;
            i += i + 1 < bytes.Length && bytes[i + 1] >= 0x40 ? 1 : 0;
        }

        return frequent * 2 >= LeastCharacters && frequent > times * other;
    }
}
