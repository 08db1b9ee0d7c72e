using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace LeakTrace.Reports.Workbooks;

/// <summary>Writes a part of a workbook as UTF-8, piece by piece, so that a part of any length takes the memory of one piece.</summary>
sealed class PartWriter : IDisposable
{
    const int PieceBytes = 1 << 16;

    // Room for any number and for the markup around a cell.
    const int LargestPiece = 512;

    // A cell holds no more; programs call a workbook damaged that says otherwise.
    const int LongestText = 32_767;

    static readonly SearchValues<char> _unsafe = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Select(unit => (char)unit), '&', '<', '>', '"', '_', '\uFFFE', '\uFFFF',
            .. Enumerable.Range(0xD800, 0x800).Select(unit => (char)unit)]);

    static readonly SearchValues<char> _hexadecimal = SearchValues.Create("0123456789ABCDEFabcdef");

    readonly Stream _stream;
    readonly byte[] _piece = new byte[PieceBytes];
    int _used;

    public PartWriter(Stream stream) => _stream = stream;

    /// <summary>Writes markup as it is.</summary>
    public void Raw(ReadOnlySpan<byte> markup)
    {
        if (markup.Length > PieceBytes - _used)
        {
            Flush();
            if (markup.Length > PieceBytes)
            {
                _stream.Write(markup);
                return;
            }
        }

        markup.CopyTo(_piece.AsSpan(_used));
        _used += markup.Length;
    }

    /// <summary>Writes markup as it is.</summary>
    public void Raw(string markup) => Raw(Encoding.UTF8.GetBytes(markup).AsSpan());

    /// <summary>Writes a whole number.</summary>
    public void Number(long number)
    {
        Reserve();
        Utf8Formatter.TryFormat(number, _piece.AsSpan(_used), out var length);
        _used += length;
    }

    /// <summary>Writes a finite number with all its digits.</summary>
    public void Number(double number)
    {
        Reserve();
        number.TryFormat(_piece.AsSpan(_used), out var length, "R", CultureInfo.InvariantCulture);
        _used += length;
    }

    /// <summary>Writes text with what markup or the format reserves written otherwise; cut where a cell holds no more.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestText)
        {
            text = text[..(LongestText - 1)];
            Text(char.IsHighSurrogate(text[^1]) ? text[..^1] : text);
            Raw("…"u8);
            return;
        }

        while (text.IndexOfAny(_unsafe) is >= 0 and var at)
        {
            Plain(text[..at]);
            text = text[(at + Special(text[at..]))..];
        }

        Plain(text);
    }

    /// <summary>Writes out what is left, and ends the part.</summary>
    public void Dispose()
    {
        Flush();
        _stream.Dispose();
    }

    void Plain(ReadOnlySpan<char> text)
    {
        const int MostUnits = PieceBytes / 3;
        while (text.Length > 0)
        {
            var taken = text[..Math.Min(text.Length, MostUnits)];
            if (taken.Length * 3 > PieceBytes - _used)
            {
                Flush();
            }

            _used += Encoding.UTF8.GetBytes(taken, _piece.AsSpan(_used));
            text = text[taken.Length..];
        }
    }

    /// <summary>Writes what stands first, and returns how many units it was.</summary>
    int Special(ReadOnlySpan<char> text)
    {
        switch (text[0])
        {
            case '&':
                Raw("&amp;"u8);
                return 1;
            case '<':
                Raw("&lt;"u8);
                return 1;
            case '>':
                Raw("&gt;"u8);
                return 1;
            case '"':
                Raw("&quot;"u8);
                return 1;
            case '_':
                // Only the beginning of an escape is escaped itself: _x0041_ would be read as A.
                Raw(IsEscape(text) ? "_x005F_"u8 : "_"u8);
                return 1;
            case >= '\uD800' and <= '\uDFFF':
                return Surrogate(text);
            default:
                // What XML cannot hold, the format writes as _xHHHH_ (ECMA-376 part 1, 22.9.2.19).
                Raw(string.Create(CultureInfo.InvariantCulture, $"_x{(int)text[0]:X4}_"));
                return 1;
        }
    }

    int Surrogate(ReadOnlySpan<char> text)
    {
        var isPair = Rune.DecodeFromUtf16(text, out var rune, out var units) == OperationStatus.Done;
        Span<byte> bytes = stackalloc byte[4];
        Raw(bytes[..(isPair ? rune : Rune.ReplacementChar).EncodeToUtf8(bytes)]);
        return isPair ? units : 1;
    }

    static bool IsEscape(ReadOnlySpan<char> text) =>
        text.Length >= 7 && text[1] == 'x' && text[6] == '_' && !text[2..6].ContainsAnyExcept(_hexadecimal);

    void Reserve()
    {
        if (PieceBytes - _used < LargestPiece)
        {
            Flush();
        }
    }

    void Flush()
    {
        _stream.Write(_piece, 0, _used);
        _used = 0;
    }
}
