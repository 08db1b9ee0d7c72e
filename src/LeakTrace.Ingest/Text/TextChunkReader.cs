using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace LeakTrace.Ingest.Text;

/// <summary>Reads the rows of chunks of one text file; one for each thread.</summary>
sealed class TextChunkReader
{
    readonly TextFormat _format;
    readonly RowBuffer _row = new();
    readonly CsvReaderOptions _quoted;
    readonly CsvReaderOptions _lineWise;

    /// <summary>Creates a reader for files of a format.</summary>
    public TextChunkReader(TextFormat format)
    {
        _format = format;
        _quoted = new CsvReaderOptions
        {
            HasHeader = false,
            Separator = format.Delimiter,
            SkipEmptyLines = false,
            DetectSeparatorHint = false,
            IncludeValuesInExceptions = false,
        };
        _lineWise = _quoted with { Mode = CsvMode.NoEscape };
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
            var bytes = Utf8Of(chunk[part], ref damaged);
            using var reader = CsvReader.Create(bytes, part.LineWise ? _lineWise : _quoted);
            while (reader.Read())
            {
                Fill(reader, part.LineWise);
                if (!sink.Row(row++, hidden: false, _row.Cells))
                {
                    stopped = true;
                    return damaged;
                }
            }
        }

        return damaged;
    }

    ReadOnlyMemory<byte> Utf8Of(ReadOnlyMemory<byte> bytes, ref bool damaged)
    {
        if (_format.Encoding.IsUtf8 || _format.Encoding.IsUtf16)
        {
            damaged |= !Utf8.IsValid(bytes.Span);
            return bytes;
        }

        var text = _format.Encoding.Encoding.GetString(bytes.Span);
        damaged |= text.Contains('\uFFFD', StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(text);
    }

    void Fill(CsvReader reader, bool lineWise)
    {
        _row.Clear();
        var count = Math.Min(reader.FieldCount, RowBuffer.MostCells);
        for (var i = 0; i < count; i++)
        {
            var length = reader.GetSpan(i).Length;
            var room = _row.Room(length);
            var written = reader.GetChars(i, room);
            if (lineWise)
            {
                // The quotes that would have been taken off.
                var bare = ((ReadOnlySpan<char>)room[..written]).Trim('"');
                bare.CopyTo(room);
                written = bare.Length;
            }

            _row.Added(written);
        }
    }
}
