using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LeakTrace.Engine.Normalisation;

namespace LeakTrace.Ingest.Text;

/// <summary>
/// Cuts decoded text into rows and cells without copying them: delimiters, quotes and line ends are found 64 characters at a time.
/// Quotes count as in RFC 4180, only at the start of a field; text behind a closing quote belongs to the field.
/// </summary>
sealed class DelimitedRows
{
    const int Block = 64;

    readonly char _delimiter;
    readonly RowBuffer _quoted = new();
    int[] _ends = new int[64];

    /// <summary>Creates a cutter for a delimiter.</summary>
    public DelimitedRows(char delimiter) => _delimiter = delimiter;

    /// <summary>Pushes the rows of a text to the sink.</summary>
    /// <param name="text">The text, from the start of a row.</param>
    /// <param name="final">Whether the last row needs no line end.</param>
    /// <param name="sink">Takes the rows.</param>
    /// <param name="row">Number of the next row.</param>
    /// <param name="stopped">Whether the sink wants no more.</param>
    /// <returns>Number of characters that were whole rows.</returns>
    public int Read(ReadOnlySpan<char> text, bool final, IRowSink sink, ref int row, out bool stopped)
    {
        stopped = false;
        var start = 0;
        while (start < text.Length)
        {
            var end = Plain(text, start, sink, ref row, out stopped);
            if (stopped)
            {
                return end;
            }

            start = end;
            if (start == text.Length)
            {
                break;
            }

            // A row with a quoted field, or the last one.
            var next = Quoted(text[start..], final);
            if (next == 0)
            {
                break;
            }

            start += next;
            if (!sink.Row(row++, hidden: false, _quoted.Cells))
            {
                stopped = true;
                break;
            }
        }

        return start;
    }

    /// <summary>Pushes rows from a position on until one has a quoted field or no end; returns where that one starts.</summary>
    int Plain(ReadOnlySpan<char> text, int start, IRowSink sink, ref int row, out bool stopped)
    {
        stopped = false;
        var ends = _ends;
        var count = 0;
        var field = start;
        for (var block = start; block < text.Length; block += Block)
        {
            for (var marks = Marks(text[block..]); marks != 0; marks &= marks - 1)
            {
                var at = block + BitOperations.TrailingZeroCount(marks);
                var mark = text[at];
                if (mark == _delimiter)
                {
                    ends = count < ends.Length ? ends : Grow();
                    ends[count++] = at - start;
                    field = at + 1;
                    continue;
                }

                if (mark == '"')
                {
                    if (at == field)
                    {
                        return start;
                    }

                    // A quote inside an unquoted field is text.
                    continue;
                }

                if (mark == '\n' && at == start && at > 0 && text[at - 1] == '\r')
                {
                    start = field = at + 1;
                    continue;
                }

                ends = count < ends.Length ? ends : Grow();
                ends[count++] = at - start;
                if (!sink.Row(row++, hidden: false, new RowCells(text[start..at], ends.AsSpan(0, Math.Min(count, RowBuffer.MostCells)), gap: 1)))
                {
                    stopped = true;
                    return start;
                }

                start = field = at + 1;
                count = 0;
            }
        }

        return start;
    }

    int[] Grow()
    {
        Array.Resize(ref _ends, _ends.Length * 2);
        return _ends;
    }

    /// <summary>One bit for each of the next 64 characters that is a delimiter, a quote or a line end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    ulong Marks(ReadOnlySpan<char> text)
    {
        ulong marks = 0;
        if (text.Length >= Block && Vector256.IsHardwareAccelerated)
        {
            ref var first = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
            for (var part = 0; part < Block; part += 32)
            {
                // Saturating to bytes keeps ASCII apart from all else: 255 is no mark.
                var narrow = Vector256.NarrowWithSaturation(
                    Vector256.LoadUnsafe(ref first, (nuint)part), Vector256.LoadUnsafe(ref first, (nuint)part + 16));
                var found = Vector256.Equals(narrow, Vector256.Create((byte)_delimiter)) | Vector256.Equals(narrow, Vector256.Create((byte)'\n'))
                    | Vector256.Equals(narrow, Vector256.Create((byte)'\r')) | Vector256.Equals(narrow, Vector256.Create((byte)'"'));
                marks |= (ulong)found.ExtractMostSignificantBits() << part;
            }

            return marks;
        }

        for (var i = 0; i < Math.Min(Block, text.Length); i++)
        {
            marks |= text[i] == _delimiter || text[i] is '"' or '\n' or '\r' ? 1UL << i : 0;
        }

        return marks;
    }

    /// <summary>Copies the first row, its quotes taken off; returns its length with the line end, zero where it is not complete.</summary>
    int Quoted(ReadOnlySpan<char> text, bool final)
    {
        _quoted.Clear();
        var at = 0;
        while (true)
        {
            var length = 0;
            if (at < text.Length && text[at] == '"')
            {
                at = Unquote(text, at + 1, ref length);
                if (at >= text.Length && !final)
                {
                    return 0;
                }
            }

            var rest = text[at..].IndexOfAny(_delimiter, '\n', '\r');
            if (rest < 0 && !final)
            {
                return 0;
            }

            var end = rest < 0 ? text.Length : at + rest;
            Append(text[at..end], ref length);
            _quoted.Added(length);
            if (end == text.Length)
            {
                return end;
            }

            if (text[end] != _delimiter)
            {
                return end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1);
            }

            at = end + 1;
        }
    }

    /// <summary>Copies what stands in quotes, doubled ones as one; returns the position behind the closing quote, or the end of the text.</summary>
    int Unquote(ReadOnlySpan<char> text, int at, ref int length)
    {
        while (true)
        {
            var close = text[at..].IndexOf('"');
            if (close < 0)
            {
                Append(text[at..], ref length);
                return text.Length;
            }

            Append(text.Slice(at, close), ref length);
            at += close + 1;
            if (at >= text.Length || text[at] != '"')
            {
                return at;
            }

            Append("\"", ref length);
            at++;
        }
    }

    void Append(ReadOnlySpan<char> text, ref int length)
    {
        text.CopyTo(_quoted.Room(length + text.Length)[length..]);
        length += text.Length;
    }
}
