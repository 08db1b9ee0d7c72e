using System.Collections.Concurrent;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest.Columns;
using LeakTrace.Ingest.Rows;
using LeakTrace.Ingest.Text;

namespace LeakTrace.Ingest;

/// <summary>
/// Imports a text table: one thread reads, hashes and cuts chunks of whole records, the workers normalise a chunk each into a segment.
/// Segments stand in file order, whatever the number of workers.
/// </summary>
sealed class TextImport
{
    // What a row costs at least, in cells of --cell-limit.
    const int CellsOfRow = 2;

    readonly ImportContext _context;
    readonly TextFormat _format;
    readonly ConcurrentDictionary<int, Segment> _segments = new();
    readonly ConcurrentBag<int> _headers = [];
    int _damaged;
    bool _isTooLong;
    long _rows;

    /// <summary>Creates the import of one file.</summary>
    public TextImport(ImportContext context, TextFormat format)
    {
        _context = context;
        _format = format;
    }

    /// <summary>Hash of the file once it was read.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Reads the stream from its start; the hash is known even when it throws.</summary>
    public InputSheet Read(Stream stream, CancellationToken cancellation)
    {
        SheetReading? reading = null;
        InputSheet sheet;
        using (var source = new ByteSource(stream, _format.Encoding))
        {
            var chunks = new TextChunks(source, (byte)_format.Delimiter);
            try
            {
                sheet = Read(chunks, ref reading, cancellation);
            }
            finally
            {
                source.Drain();
                Sha256 = source.Sha256();
                Report(source, chunks);
            }
        }

        if (reading is null || WithTablesBelow(stream, reading, cancellation) is not { Bands.Count: > 1 } several)
        {
            return sheet;
        }

        // Where tables begin is known once the file was read; few files have several, so that reading these again costs little.
        stream.Position = 0;
        using var again = new ByteSource(stream, _format.Encoding);
        _segments.Clear();
        _rows = 0;
        reading = several;
        return Read(new TextChunks(again, (byte)_format.Delimiter), ref reading, cancellation);
    }

    SheetReading WithTablesBelow(Stream stream, SheetReading reading, CancellationToken cancellation)
    {
        if (_headers.IsEmpty)
        {
            return reading;
        }

        stream.Position = 0;
        var sink = new TablesBelowSink(_headers.Order().Take(ImportContext.MostTables).ToHashSet());
        new TextTableReader(stream, _format).Read(sink, cancellation);
        SampleRow? last = null;
        foreach (var rows in sink.Tables)
        {
            var header = rows.First(row => HeaderFinder.IsHeader(row));
            if ((last is null || !RegionFinder.IsSame(last, header)) && _context.RecogniseBelow("", rows, reading.Dates) is { } band)
            {
                reading = reading.With(band);
                last = header;
            }
        }

        return reading;
    }

    InputSheet Read(TextChunks chunks, ref SheetReading? known, CancellationToken cancellation)
    {
        var first = chunks.Next();
        if (first is null)
        {
            return new InputSheet("", 0, new SheetLayout(0, []), []);
        }

        var reading = known ??= Recognise(first);
        var count = Math.Max(1, _context.Settings.Threads) == 1
            ? ReadAlone(first, chunks, reading, cancellation)
            : ReadTogether(first, chunks, reading, cancellation);
        var assembly = new SheetAssembly();
        for (var i = 0; i < count; i++)
        {
            assembly.Append(_segments[i]);
        }

        return assembly.Build(_context.File, "", reading, _context.Problems);
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
        var chunk = chunks.Next();
        var most = _context.Settings.CellLimit / CellsOfRow;
        if (chunk is null || chunk.FirstRow <= most)
        {
            return chunk;
        }

        var row = chunk.FirstRow - 1;
        chunk.Dispose();
        if (!_isTooLong)
        {
            _isTooLong = true;
            _context.Problems.Add(new Problem(_context.File, "", row, Severity.Error, "too-many-rows",
                $"{_context.File}: more than {most} rows; reading stopped at row {row}. If it is a list, raise --cell-limit to {CellsOfRow} for each row, or split the file."));
        }

        return null;
    }

    int ReadAlone(TextChunk first, TextChunks chunks, SheetReading reading, CancellationToken cancellation)
    {
        var reader = new TextChunkReader(_format);
        var count = 0;
        for (var chunk = first; chunk is not null; chunk = Next(chunks))
        {
            cancellation.ThrowIfCancellationRequested();
            Normalise(count++, chunk, reader, reading);
        }

        return count;
    }

    int ReadTogether(TextChunk first, TextChunks chunks, SheetReading reading, CancellationToken cancellation)
    {
        var threads = _context.Settings.Threads;
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var queue = new BlockingCollection<(int Index, TextChunk Chunk)>(threads + 1);
        var workers = new Task[threads];
        for (var i = 0; i < threads; i++)
        {
            workers[i] = Task.Run(() => Work(queue, reading, failed), CancellationToken.None);
        }

        var count = 0;
        try
        {
            for (var chunk = first; chunk is not null; chunk = Next(chunks))
            {
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
        return count;
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

    void Work(BlockingCollection<(int Index, TextChunk Chunk)> queue, SheetReading reading, CancellationTokenSource failed)
    {
        try
        {
            var reader = new TextChunkReader(_format);
            foreach (var (index, chunk) in queue.GetConsumingEnumerable(failed.Token))
            {
                Normalise(index, chunk, reader, reading);
            }
        }
        catch
        {
            failed.Cancel();
            throw;
        }
    }

    void Normalise(int index, TextChunk chunk, TextChunkReader reader, SheetReading reading)
    {
        using (chunk)
        {
            var segment = reading.StartSegment(chunk.Records);
            if (reader.Read(chunk, new SegmentSink(segment), out _))
            {
                Interlocked.Exchange(ref _damaged, 1);
            }

            var rows = Interlocked.Add(ref _rows, segment.Count);
            foreach (var header in segment.OtherHeaders)
            {
                _headers.Add(header);
            }

            _segments[index] = segment.Build();
            _context.Settings.Progress?.Invoke(rows);
        }
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
