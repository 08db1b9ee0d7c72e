using LeakTrace.Ingest.Html;
using LeakTrace.Ingest.Rows;
using LeakTrace.Ingest.Sniffing;
using LeakTrace.Ingest.Workbooks;
using LeakTrace.Ingest.Workbooks.Biff;
using LeakTrace.Ingest.Workbooks.Encryption;
using LeakTrace.Ingest.Workbooks.OpenXml;
using LeakTrace.Ingest.Workers;

namespace LeakTrace.Ingest;

/// <summary>Reads the tables of a container: a workbook or a page.</summary>
static class ContainerTables
{
    /// <summary>Whether files of a kind are containers.</summary>
    public static bool Reads(FileKind kind) =>
        kind is FileKind.Xlsx or FileKind.Xls or FileKind.Encrypted or FileKind.Html or FileKind.XmlSpreadsheet || IsConverted(kind);

    /// <summary>As the other, in one of the worker processes where there are any.</summary>
    public static void Read(
        FileKind kind, Stream stream, ReadOptions options, ReadWorkers? workers, IRowSink sink, CancellationToken cancellation)
    {
        if (workers is null)
        {
            Read(kind, stream, options, sink, folder: "", cancellation);
        }
        else
        {
            workers.Read(ReadRequest.Of(kind, stream, options), sink, cancellation);
        }
    }

    /// <summary>Pushes every sheet and row, within the limits of the options; temporary files go into the folder, or where it is empty into one of their own.</summary>
    /// <exception cref="UnreadableFileException">The file, or the rest of it, cannot be read.</exception>
    public static void Read(FileKind kind, Stream stream, ReadOptions options, IRowSink sink, string folder, CancellationToken cancellation)
    {
        ITableReader reader = kind switch
        {
            FileKind.Xlsx => new OpenXmlReader(stream, options),
            FileKind.Xls => new BiffReader(stream, options),
            FileKind.Html => new HtmlTableReader(stream),
            FileKind.XmlSpreadsheet => new XmlSpreadsheetReader(stream, options),
            FileKind.Encrypted => new EncryptedReader(stream, options, folder),
            _ => new ConvertedReader(kind, stream, options, folder),
        };
        reader.Read(new LimitedRows(sink, options), cancellation);
    }

    static bool IsConverted(FileKind kind) => kind is FileKind.Xlsb or FileKind.Ods or FileKind.OtherCompound;
}
