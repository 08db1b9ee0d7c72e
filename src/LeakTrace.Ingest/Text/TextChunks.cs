using System.Buffers;

namespace LeakTrace.Ingest.Text;

/// <summary>Cuts a text file into chunks of whole records, in order; what a chunk holds depends on the file alone.</summary>
sealed class TextChunks
{
    /// <summary>Bytes read for one chunk; with <see cref="Spare"/> a power of two, since the pool rounds up to one.</summary>
    public const int ChunkLength = (4 << 20) - Spare;

    /// <summary>Most records of one chunk.</summary>
    public const int MostRecords = 131_072;

    const int Spare = 4096;

    // A record longer than this is cut: no table has one, and a hostile file must not grow the buffer without end.
    const int LongestRecord = 64 << 20;

    readonly ByteSource _source;
    RecordScanner _scanner;
    byte[] _rest = [];
    long _nextRow = 1;
    bool _ended;

    /// <summary>Creates the cutter over a source at its start.</summary>
    public TextChunks(ByteSource source, byte delimiter)
    {
        _source = source;
        _scanner = new RecordScanner(delimiter);
    }

    /// <summary>Number of records with an unclosed quote.</summary>
    public int BrokenQuotes => _scanner.Broken;

    /// <summary>1-based row of the first record with an unclosed quote, zero without one.</summary>
    public int FirstBrokenRow { get; private set; }

    /// <summary>The next chunk; null at the end of the file.</summary>
    public TextChunk? Next()
    {
        var length = Math.Max(ChunkLength, _rest.Length);
        while (!_ended || _rest.Length > 0)
        {
            var buffer = ArrayPool<byte>.Shared.Rent(length + Spare);
            _rest.CopyTo(buffer, 0);
            var filled = _rest.Length;
            if (!_ended && filled < length)
            {
                var wanted = buffer.AsSpan(filled, length + Spare - filled);
                var read = _source.Read(wanted);
                _ended = read < wanted.Length - 256;
                filled += read;
            }

            var parts = Cut(buffer.AsSpan(0, filled), out var taken);
            if (parts.Count == 0 && !_ended)
            {
                if (length >= LongestRecord)
                {
                    ArrayPool<byte>.Shared.Return(buffer);
                    throw new UnreadableFileException("record-too-long",
                        $"row {_nextRow} is longer than {LongestRecord >> 20} MB. Check that this is a table with one record a line.");
                }

                _rest = buffer.AsSpan(0, filled).ToArray();
                ArrayPool<byte>.Shared.Return(buffer);
                length *= 2;
                continue;
            }

            _rest = buffer.AsSpan(taken, filled - taken).ToArray();
            if (parts.Count == 0)
            {
                ArrayPool<byte>.Shared.Return(buffer);
                return null;
            }

            return Number(buffer, parts);
        }

        return null;
    }

    List<TextPart> Cut(ReadOnlySpan<byte> bytes, out int taken)
    {
        var parts = new List<TextPart>();
        var left = MostRecords;
        taken = 0;
        while (left > 0 && taken < bytes.Length)
        {
            var length = _scanner.Take(bytes[taken..], _ended, left, out var records, out var lineWise);
            if (length == 0)
            {
                break;
            }

            if (lineWise && FirstBrokenRow == 0)
            {
                FirstBrokenRow = (int)Math.Min(int.MaxValue, _nextRow + MostRecords - left);
            }

            parts.Add(new TextPart(taken, length, records, lineWise));
            taken += length;
            left -= records;
        }

        return parts;
    }

    TextChunk Number(byte[] buffer, List<TextPart> parts)
    {
        var first = _nextRow;
        foreach (var part in parts)
        {
            _nextRow += part.Records;
        }

        if (_nextRow > int.MaxValue)
        {
            throw new UnreadableFileException("too-many-rows", "more than 2,147,483,647 rows. Split the file.");
        }

        return new TextChunk(buffer, (int)first, parts);
    }
}
