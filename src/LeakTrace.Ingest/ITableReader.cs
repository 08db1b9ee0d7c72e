namespace LeakTrace.Ingest;

/// <summary>Reads the tables of one file of one format.</summary>
interface ITableReader
{
    /// <summary>Pushes every sheet and row to the sink; throws <see cref="UnreadableFileException"/> where the file cannot be read.</summary>
    void Read(IRowSink sink, CancellationToken cancellation);
}
