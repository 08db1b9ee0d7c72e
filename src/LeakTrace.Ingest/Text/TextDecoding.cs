using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace LeakTrace.Ingest.Text;

/// <summary>Decodes the bytes of a text file; what is damaged comes as U+FFFD.</summary>
sealed class TextDecoding
{
    readonly TextEncoding _encoding;
    readonly bool _isUtf8;
    readonly bool _isChinese;

    /// <summary>Creates a decoder; bytes of UTF-16 files come as UTF-8.</summary>
    public TextDecoding(TextEncoding encoding)
    {
        _encoding = encoding;
        _isUtf8 = encoding.IsUtf8 || encoding.IsUtf16;
        _isChinese = encoding.Encoding.CodePage == TwoByteTable.Gb18030CodePage;
    }

    /// <summary>Decodes whole characters into room for as many as there are bytes; returns the number written.</summary>
    public int Decode(ReadOnlySpan<byte> bytes, Span<char> text, ref bool damaged)
    {
        if (_isUtf8)
        {
            if (Utf8Blocks.IsSupported && Utf8Blocks.TryDecode(bytes, text, out var decoded))
            {
                return decoded;
            }

            if (Utf8.ToUtf16(bytes, text, out _, out var written, replaceInvalidSequences: false) == OperationStatus.Done)
            {
                return written;
            }

            damaged = true;
            return Encoding.UTF8.GetChars(bytes, text);
        }

        if (_isChinese && TwoByteTable.TryDecode(bytes, text, out var length))
        {
            return length;
        }

        length = _encoding.Encoding.GetChars(bytes, text);
        damaged |= text[..length].Contains('\uFFFD');
        return length;
    }

    /// <summary>The bytes as UTF-8.</summary>
    public ReadOnlyMemory<byte> Utf8Of(ReadOnlyMemory<byte> bytes, ref bool damaged)
    {
        if (_isUtf8)
        {
            damaged |= !Utf8.IsValid(bytes.Span);
            return bytes;
        }

        var text = _encoding.Encoding.GetString(bytes.Span);
        damaged |= text.Contains('\uFFFD', StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(text);
    }
}
