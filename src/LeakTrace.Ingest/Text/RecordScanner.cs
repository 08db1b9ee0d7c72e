namespace LeakTrace.Ingest.Text;

/// <summary>
/// Finds where records end in the bytes of a delimited text file, so that pieces of it can be read apart from each other.
/// Quotes count as in CsvHelper's RFC 4180 mode: only at the start of a field; <c>"ab"c</c> closes at the second quote.
/// </summary>
/// <remarks>
/// A quoted field is taken for unclosed when it does not end within <see cref="LongestField"/>, or runs over a line end and its
/// closing quote is followed by more text: it then swallowed the opening quote of a later field.
/// </remarks>
struct RecordScanner
{
    /// <summary>Longest quoted field in bytes; Excel's longest cell is 32,767 characters.</summary>
    public const int LongestField = 128 * 1024;

    const int MostBroken = 100;

    readonly byte _delimiter;
    int _broken;

    /// <summary>Creates a scanner at the start of a file.</summary>
    public RecordScanner(byte delimiter) => _delimiter = delimiter;

    /// <summary>Number of unclosed quotes met.</summary>
    public readonly int Broken => _broken;

    /// <summary>Whether quotes mean nothing any more, because too many were unclosed.</summary>
    public readonly bool GaveUp => _broken >= MostBroken;

    /// <summary>
    /// Takes whole records from the start of the bytes.
    /// </summary>
    /// <param name="bytes">Bytes from the start of a record.</param>
    /// <param name="final">Whether the file ends with them.</param>
    /// <param name="most">Most records to take.</param>
    /// <param name="records">Number taken.</param>
    /// <param name="lineWise">Whether the one record taken has an unclosed quote and ends with its line.</param>
    /// <returns>Number of bytes taken; zero where no record is complete.</returns>
    public int Take(ReadOnlySpan<byte> bytes, bool final, int most, out int records, out bool lineWise)
    {
        lineWise = false;
        if (GaveUp)
        {
            lineWise = true;
            return TakeLines(bytes, final, most, out records);
        }

        var quote = bytes.IndexOf((byte)'"');
        if (quote < 0)
        {
            return TakeLines(bytes, final, most, out records);
        }

        // Lines before the one with the first quote need no look at their fields.
        var plain = LineEnds.AfterLast(bytes[..quote], final: false);
        if (plain > 1 << 16)
        {
            return TakeLines(bytes[..plain], final: false, most, out records);
        }

        records = 0;
        var start = 0;
        while (start < bytes.Length && records < most)
        {
            var end = RecordEnd(bytes[start..], final, out var unclosed);
            if (unclosed)
            {
                if (records > 0)
                {
                    return start;
                }

                _broken++;
                lineWise = true;
                end = LineEnds.AfterFirst(bytes, final);
                end = end < 0 && final ? bytes.Length : end;
                records = end > 0 ? 1 : 0;
                return Math.Max(end, 0);
            }

            if (end <= 0)
            {
                break;
            }

            start += end;
            records++;
        }

        return start;
    }

    static int TakeLines(ReadOnlySpan<byte> bytes, bool final, int most, out int records)
    {
        while (true)
        {
            var end = final ? bytes.Length : Math.Max(0, LineEnds.AfterLast(bytes, final: false));
            records = LineEnds.Count(bytes[..end]);
            if (end > 0 && bytes[end - 1] is not ((byte)'\n' or (byte)'\r'))
            {
                records++;
            }

            if (records <= most)
            {
                return end;
            }

            bytes = bytes[..(end / 2)];
            final = false;
        }
    }

    // Length of the first record with its line end; zero where it is not complete.
    readonly int RecordEnd(ReadOnlySpan<byte> bytes, bool final, out bool unclosed)
    {
        unclosed = false;
        var at = 0;
        while (true)
        {
            var next = bytes[at..].IndexOfAny((byte)'"', (byte)'\n', (byte)'\r');
            if (next < 0)
            {
                return final ? bytes.Length : 0;
            }

            at += next;
            if (bytes[at] != '"')
            {
                return Math.Max(0, LineEnds.After(bytes, at, final));
            }

            if (at > 0 && bytes[at - 1] != _delimiter)
            {
                // A quote inside an unquoted field is text.
                at++;
                continue;
            }

            var close = Closing(bytes, at + 1, final);
            if (close < 0)
            {
                unclosed = final || bytes.Length - at > LongestField;
                return 0;
            }

            if (close - at > LongestField || IsSuspicious(bytes, at, close))
            {
                unclosed = true;
                return 0;
            }

            // Text after the closing quote is unquoted, up to the next delimiter or line end.
            at = close + 1;
            var rest = bytes[at..].IndexOfAny(_delimiter, (byte)'\n', (byte)'\r');
            if (rest < 0)
            {
                return final ? bytes.Length : 0;
            }

            at += rest;
            if (bytes[at] == _delimiter)
            {
                at++;
            }
        }
    }

    // Position of the closing quote; -1 where there is none, or where a quote at the end may be half of an escaped one.
    static int Closing(ReadOnlySpan<byte> bytes, int at, bool final)
    {
        while (true)
        {
            var next = bytes[at..].IndexOf((byte)'"');
            if (next < 0)
            {
                return -1;
            }

            at += next;
            if (at + 1 >= bytes.Length)
            {
                return final ? at : -1;
            }

            if (bytes[at + 1] != '"')
            {
                return at;
            }

            at += 2;
        }
    }

    readonly bool IsSuspicious(ReadOnlySpan<byte> bytes, int open, int close) =>
        close + 1 < bytes.Length
        && bytes[close + 1] != _delimiter && bytes[close + 1] is not ((byte)'\n' or (byte)'\r')
        && bytes[open..close].ContainsAny((byte)'\n', (byte)'\r');
}
