namespace LeakTrace.Ingest.Text;

/// <summary>Reads a text table on one thread.</summary>
sealed class TextTableReader : ITableReader
{
    readonly Stream _stream;
    readonly TextFormat _format;

    /// <summary>Creates a reader over a stream at its start.</summary>
    public TextTableReader(Stream stream, TextFormat format)
    {
        _stream = stream;
        _format = format;
    }

    /// <inheritdoc/>
    public void Read(IRowSink sink, CancellationToken cancellation)
    {
        using var source = new ByteSource(_stream, _format.Encoding);
        var chunks = new TextChunks(source, (byte)_format.Delimiter);
        var reader = new TextChunkReader(_format);
        sink.BeginSheet("", hidden: false);
        while (chunks.Next() is { } chunk)
        {
            cancellation.ThrowIfCancellationRequested();
            using (chunk)
            {
                reader.Read(chunk, sink, out var stopped);
                if (stopped)
                {
                    break;
                }
            }
        }

        sink.EndSheet();
    }
}
