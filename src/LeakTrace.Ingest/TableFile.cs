using LeakTrace.Engine.Linking;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest.Html;
using LeakTrace.Ingest.Linking;
using LeakTrace.Ingest.Sniffing;
using LeakTrace.Ingest.Text;
using LeakTrace.Ingest.Workbooks;

namespace LeakTrace.Ingest;

/// <summary>Reads a file as one table for linking: any format that a case may hold, with a header in its first row.</summary>
public static class TableFile
{
    /// <summary>Reads the first sheet that has rows.</summary>
    /// <param name="path">Where the file lies.</param>
    /// <param name="notes">Receives what its user should know.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    /// <exception cref="InputException">The file cannot be read, or holds no records.</exception>
    public static LinkTable Read(string path, List<string> notes, CancellationToken cancellation = default)
    {
        var name = Path.GetFileName(path);
        var collector = new ColumnCollector();
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
            ReaderOf(stream).Read(collector, cancellation);
        }
        catch (FileNotFoundException)
        {
            throw new InputException($"{path}: there is no such file.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be opened or read to its end ({e.GetType().Name}). Check the disk and the permissions.", e);
        }
        catch (UnreadableFileException e)
        {
            throw new InputException($"{path}: {e.Message}", e);
        }

        if (collector.Rows == 0)
        {
            throw new InputException($"{path}: there is no record below a header row. Give a table whose first row names its columns.");
        }

        if (collector.FurtherSheets > 0)
        {
            notes.Add($"{name}: only the first of its sheets with rows is read");
        }

        if (collector.WideRow > 0)
        {
            notes.Add($"{name}: row {collector.WideRow} has more cells than the header; those beyond it are not read");
        }

        return new LinkTable(name, collector.Rows, collector.Columns());
    }

    static ITableReader ReaderOf(Stream stream)
    {
        var kind = FileSniffer.Find(stream, out var named);
        switch (kind)
        {
            case FileKind.Text:
                var format = TextFormat.Find(stream);
                if (TextFormat.LooksBinary(stream, format.Encoding))
                {
                    throw UnreadableKinds.Error(FileKind.Unknown, named);
                }

                return new TextTableReader(stream, format);
            case FileKind.Xlsx or FileKind.Xls:
                return new WorkbookReader(stream, kind == FileKind.Xlsx && Workbook1904.IsSet(stream));
            case FileKind.Html:
                return new HtmlTableReader(stream);
            default:
                throw UnreadableKinds.Error(kind, named);
        }
    }
}
