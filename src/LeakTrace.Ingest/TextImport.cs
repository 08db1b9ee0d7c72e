using System.Collections.Concurrent;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest.Inspection;
using LeakTrace.Ingest.Rows;
using LeakTrace.Ingest.Text;

namespace LeakTrace.Ingest;

/// <summary>
/// Imports a text table: one thread reads, hashes and cuts chunks of whole records, the workers normalise a chunk each into a segment.
/// Segments stand in file order, whatever the number of workers.
/// </summary>
sealed class TextImport
{
    // What a row costs at least, in cells of --cell-limit; one that is shorter than a phone number takes as much memory as others, and a file holds more of them.
    const int CellsOfRow = 2;
    const int CellsOfShortRow = 32;
    const int ShortRow = 11;

    const int ChunksOfThread = 4;

    readonly ImportContext _context;
    readonly TextFormat _format;
    int _damaged;
    bool _isTooLong;
    long _cells;
    long _cost;
    long _rows;

    /// <summary>Creates the import of one file.</summary>
    public TextImport(ImportContext context, TextFormat format)
    {
        _context = context;
        _format = format;
    }

    /// <summary>Hash of the file once it was read.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Cells that hold something; counted only where the settings ask for them.</summary>
    public long Cells => _cells;

    /// <summary>Reads the stream from its start, once; the hash is known even when it throws.</summary>
    public InputSheet Read(Stream stream, CancellationToken cancellation)
    {
        using var source = new ByteSource(stream, _format.Encoding);
        var chunks = new TextChunks(source, (byte)_format.Delimiter);
        try
        {
            return Read(chunks, cancellation);
        }
        finally
        {
            source.Drain();
            Sha256 = source.Sha256();
            Report(source, chunks);
        }
    }

    InputSheet Read(TextChunks chunks, CancellationToken cancellation)
    {
        var first = Next(chunks);
        if (first is null)
        {
            return new InputSheet("", 0, new SheetLayout(0, []), []);
        }

        var reading = Recognise(first);
        var segments = new TextSegments(_context, _format, reading);
        if (Math.Max(1, _context.Settings.Threads) == 1)
        {
            ReadAlone(first, chunks, reading, segments, cancellation);
        }
        else
        {
            ReadTogether(first, chunks, reading, segments, cancellation);
        }

        _damaged |= segments.IsDamaged ? 1 : 0;
        return segments.Build();
    }

    SheetReading Recognise(TextChunk first)
    {
        var sample = new SampleSink();
        new TextChunkReader(_format).Read(first, sample, out _);
        return _context.Recognise("", _format.HasHint ? [.. sample.Rows.Skip(1)] : sample.Rows);
    }

    // Rows cost memory however short they are: a file of nothing but short rows must not take all.
    TextChunk? Next(TextChunks chunks)
    {
        if (chunks.Next() is not { } chunk)
        {
            return null;
        }

        if (_cost <= _context.Settings.CellLimit)
        {
            _cost += (long)chunk.Records * (chunk.Length < (long)ShortRow * chunk.Records ? CellsOfShortRow : CellsOfRow);
            return chunk;
        }

        var row = chunk.FirstRow - 1;
        chunk.Dispose();
        if (!_isTooLong)
        {
            _isTooLong = true;
            _context.Problems.Add(new Problem(_context.File, "", row, Severity.Error, "too-many-rows",
                $"{_context.File}: too many rows; reading stopped at row {row}. If it is a list, raise --cell-limit to {CellsOfRow} for each row "
                + $"({CellsOfShortRow} where rows are shorter than {ShortRow} bytes), or split the file."));
        }

        return null;
    }

    void ReadAlone(TextChunk first, TextChunks chunks, SheetReading reading, TextSegments segments, CancellationToken cancellation)
    {
        var reader = new TextChunkReader(_format);
        var count = 0;
        for (var chunk = first; chunk is not null; chunk = Next(chunks))
        {
            cancellation.ThrowIfCancellationRequested();
            segments.Add(count++, chunk, Normalise(chunk, reader, reading, segments));
        }
    }

    void ReadTogether(TextChunk first, TextChunks chunks, SheetReading reading, TextSegments segments, CancellationToken cancellation)
    {
        var threads = _context.Settings.Threads;
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var queue = new BlockingCollection<(int Index, TextChunk Chunk)>(threads + 1);
        // One slow chunk must not let those behind it pile up.
        using var room = new SemaphoreSlim(ChunksOfThread * threads);
        var workers = new Task[threads];
        for (var i = 0; i < threads; i++)
        {
            workers[i] = Task.Run(() => Work(queue, reading, segments, room, failed), CancellationToken.None);
        }

        var count = 0;
        try
        {
            for (var chunk = first; chunk is not null; chunk = Next(chunks))
            {
                room.Wait(failed.Token);
                queue.Add((count++, chunk), failed.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // A worker failed; its own exception comes from the wait below.
        }
        finally
        {
            queue.CompleteAdding();
            if (cancellation.IsCancellationRequested)
            {
                failed.Cancel();
            }

            Wait(workers);
        }

        cancellation.ThrowIfCancellationRequested();
    }

    static void Wait(Task[] workers)
    {
        try
        {
            Task.WaitAll(workers);
        }
        catch (AggregateException e)
        {
            var cause = e.InnerExceptions.FirstOrDefault(inner => inner is not OperationCanceledException);
            if (cause is not null)
            {
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(cause);
            }
        }
    }

    void Work(
        BlockingCollection<(int Index, TextChunk Chunk)> queue, SheetReading reading, TextSegments segments, SemaphoreSlim room, CancellationTokenSource failed)
    {
        try
        {
            var reader = new TextChunkReader(_format);
            foreach (var (index, chunk) in queue.GetConsumingEnumerable(failed.Token))
            {
                if (segments.Add(index, chunk, Normalise(chunk, reader, reading, segments)) is > 0 and var done)
                {
                    room.Release(done);
                }
            }
        }
        catch
        {
            failed.Cancel();
            throw;
        }
    }

    Segment? Normalise(TextChunk chunk, TextChunkReader reader, SheetReading reading, TextSegments segments)
    {
        if (segments.IsSerial && _context.Settings.Counted is null)
        {
            return null;
        }

        var builder = reading.StartSegment(chunk.Records);
        IRowSink sink = new SegmentSink(builder);
        var counts = _context.Settings.Counted is null ? null : new CellCounts(sink);
        counts?.BeginSheet("", hidden: false);
        if (reader.Read(chunk, counts ?? sink, out _))
        {
            Interlocked.Exchange(ref _damaged, 1);
        }

        Interlocked.Add(ref _cells, counts?.Cells[0] ?? 0);
        _context.Settings.Progress?.Invoke(Interlocked.Add(ref _rows, builder.Count));
        return builder.Build();
    }

    void Report(ByteSource source, TextChunks chunks)
    {
        if (chunks.BrokenQuotes > 0)
        {
            Warn(chunks.FirstBrokenRow, "unclosed-quote",
                $"{chunks.BrokenQuotes} record(s) open a quote that is not closed, the first in row {chunks.FirstBrokenRow}; "
                + "they were read line by line. Check these rows.");
        }

        if (_format.Encoding.Repair is not null)
        {
            Warn(0, "repaired-text", $"the text was once read in the wrong encoding and saved so ({_format.Encoding.Name}); it was repaired, "
                + "and characters that could not be are shown as *. Look for the original file.");
        }

        if (source.HadNuls)
        {
            Warn(0, "nul-bytes", "the text holds NUL bytes; they were left out. Check that the file was copied in full.");
        }

        if (_damaged != 0)
        {
            Warn(0, "damaged-text", $"some bytes are not {_format.Encoding.Name}; the characters are lost. Export the file again as UTF-8.");
        }
    }

    void Warn(int row, string code, string message) =>
        _context.Problems.Add(new Problem(_context.File, "", row, Severity.Warning, code, $"{_context.File}: {message}"));
}
