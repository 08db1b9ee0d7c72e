using LeakTrace.Ingest.Text;

namespace LeakTrace.Ingest.Html;

/// <summary>Reads the tables of an HTML page; the first is sheet "", the others "2", "3" …. Of a page without tables, its paragraphs.</summary>
sealed class HtmlTableReader : ITableReader
{
    const long LongestFile = 512L << 20;

    readonly Stream _stream;

    /// <summary>Creates a reader over a seekable stream at its start.</summary>
    public HtmlTableReader(Stream stream) => _stream = stream;

    /// <inheritdoc/>
    public void Read(IRowSink sink, CancellationToken cancellation)
    {
        if (_stream.Length > LongestFile)
        {
            throw new UnreadableFileException("file-too-long",
                $"an HTML page of more than {LongestFile >> 20} MB. Open it in a spreadsheet program and save it as .xlsx.");
        }

        var bytes = new byte[_stream.Length];
        _stream.ReadExactly(bytes);
        var encoding = EncodingSniffer.Find(bytes);
        sink.BeginFile(is1904: false, encoding.Name);
        var text = encoding.Encoding.GetString(bytes.AsSpan(encoding.BomLength));
        var tables = new HtmlTables(sink);
        new HtmlTokens(text).Push(tables, cancellation);
        if (tables.Count > 0)
        {
            return;
        }

        // What a page says without a table may be the messages of a chat, or a list of paragraphs.
        var lines = new HtmlLines(sink);
        sink.BeginSheet("", hidden: false);
        new HtmlTokens(text).Push(lines, cancellation);
        sink.EndSheet();
        if (lines.Count == 0)
        {
            throw new UnreadableFileException("no-table", "an HTML page without a word. Check that this is the right file.");
        }
    }
}
