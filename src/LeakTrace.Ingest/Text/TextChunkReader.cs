using CsvHelper;

namespace LeakTrace.Ingest.Text;

/// <summary>Reads the rows of chunks of one text file; one for each thread.</summary>
sealed class TextChunkReader
{
    /// <summary>Bytes decoded at once: what they decode to stays in the processor's cache while it is read.</summary>
    const int WindowLength = 128 << 10;

    readonly TextDecoding _decoding;
    readonly DelimitedRows _rows;
    readonly RowBuffer _line = new();
    readonly CsvReaderOptions _lineWise;
    char[] _text = new char[WindowLength + 4096];

    /// <summary>Creates a reader for files of a format.</summary>
    public TextChunkReader(TextFormat format)
    {
        _decoding = new TextDecoding(format.Encoding);
        _rows = new DelimitedRows(format.Delimiter);
        _lineWise = new CsvReaderOptions
        {
            HasHeader = false,
            Separator = format.Delimiter,
            SkipEmptyLines = false,
            DetectSeparatorHint = false,
            IncludeValuesInExceptions = false,
            Mode = CsvMode.NoEscape,
        };
    }

    /// <summary>Pushes the chunk's rows to the sink.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="sink">Takes the rows.</param>
    /// <param name="stopped">Whether the sink wants no more.</param>
    /// <returns>Whether the chunk held bytes that are not of the encoding; they come as U+FFFD.</returns>
    public bool Read(TextChunk chunk, IRowSink sink, out bool stopped)
    {
        var damaged = false;
        stopped = false;
        var row = chunk.FirstRow;
        foreach (var part in chunk.Parts)
        {
            stopped = part.LineWise
                ? !ReadLines(chunk[part], sink, ref row, ref damaged)
                : !ReadRows(chunk[part].Span, sink, ref row, ref damaged);
            if (stopped)
            {
                break;
            }
        }

        return damaged;
    }

    bool ReadRows(ReadOnlySpan<byte> bytes, IRowSink sink, ref int row, ref bool damaged)
    {
        var kept = 0;
        while (!bytes.IsEmpty)
        {
            var window = Window(bytes);
            if (_text.Length < kept + window.Length)
            {
                Array.Resize(ref _text, Math.Max(_text.Length * 2, kept + window.Length));
            }

            bytes = bytes[window.Length..];
            var length = kept + _decoding.Decode(window, _text.AsSpan(kept), ref damaged);
            var taken = _rows.Read(_text.AsSpan(0, length), bytes.IsEmpty, sink, ref row, out var stopped);
            if (stopped)
            {
                return false;
            }

            // A quoted field that holds line ends may run on.
            kept = length - taken;
            _text.AsSpan(taken, kept).CopyTo(_text);
        }

        return true;
    }

    /// <summary>The next bytes up to a line end, which is never parted and in no encoding part of a longer character.</summary>
    static ReadOnlySpan<byte> Window(ReadOnlySpan<byte> bytes)
    {
        for (var length = WindowLength; length < bytes.Length; length *= 2)
        {
            var end = LineEnds.AfterLast(bytes[..length], final: false);
            if (end > 0)
            {
                return bytes[..end];
            }
        }

        return bytes;
    }

    bool ReadLines(ReadOnlyMemory<byte> bytes, IRowSink sink, ref int row, ref bool damaged)
    {
        using var reader = CsvReader.Create(_decoding.Utf8Of(bytes, ref damaged), _lineWise);
        while (reader.Read())
        {
            _line.Clear();
            var count = Math.Min(reader.FieldCount, RowBuffer.MostCells);
            for (var i = 0; i < count; i++)
            {
                // The quotes that would have been taken off.
                var room = _line.Room(reader.GetSpan(i).Length);
                var bare = ((ReadOnlySpan<char>)room[..reader.GetChars(i, room)]).Trim('"');
                bare.CopyTo(room);
                _line.Added(bare.Length);
            }

            if (!sink.Row(row++, hidden: false, _line.Cells))
            {
                return false;
            }
        }

        return true;
    }
}
