using LeakTrace.Engine.Records;
using LeakTrace.Ingest.Archives;
using LeakTrace.Ingest.Columns;
using LeakTrace.Ingest.Inspection;
using LeakTrace.Ingest.Rows;
using LeakTrace.Ingest.Sniffing;
using LeakTrace.Ingest.Text;

namespace LeakTrace.Ingest;

/// <summary>Reads one input file: hashes it, finds its format, recognises its columns, classifies and normalises its rows.</summary>
public static class FileImporter
{
    /// <summary>
    /// Reads a file; of an archive, what <see cref="ImportAll"/> names first. What cannot be read becomes a problem of severity error, with what could be read of it kept; the only exception is
    /// <see cref="OperationCanceledException"/>.
    /// </summary>
    /// <param name="path">Where the file lies.</param>
    /// <param name="file">Its name in the tables: below the input folder, with <c>/</c>.</param>
    /// <param name="folder">Folder of the case, which decides how columns are understood.</param>
    /// <param name="settings">Settings.</param>
    /// <param name="cancellation">Ends the import early.</param>
    public static InputFile Import(
        string path, string file, InputFolder folder, ImportSettings settings, CancellationToken cancellation = default) =>
        ImportAll(path, file, folder, settings, cancellation)[0];

    /// <summary>
    /// Reads a file, or an archive: first the archive itself, of kind zip and without sheets, then its members, named <c>a.zip!/b.xlsx</c>.
    /// Problems as with <see cref="Import"/>, each with the file or member that it is of.
    /// </summary>
    /// <param name="path">Where the file lies.</param>
    /// <param name="file">Its name in the tables: below the input folder, with <c>/</c>.</param>
    /// <param name="folder">Folder of the case, which decides how columns are understood.</param>
    /// <param name="settings">Settings.</param>
    /// <param name="cancellation">Ends the import early.</param>
    public static IReadOnlyList<InputFile> ImportAll(
        string path, string file, InputFolder folder, ImportSettings settings, CancellationToken cancellation = default)
    {
        var problems = new List<Problem>();
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
            return FileSniffer.Find(stream, out _) == FileKind.Zip
                ? new ArchiveImport(folder, settings, ArchiveLimits.Default, cancellation).Read(stream, file)
                : [StreamImport.Read(stream, new ImportContext(file, folder, settings, Is1904: false, problems), cancellation)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new Problem(file, "", 0, Severity.Error, "not-readable",
                $"{file}: the file cannot be opened or read to its end ({e.GetType().Name}). Check the disk and the permissions."));
            return [new InputFile(file, folder, "", 0, "unknown", "", [], problems)];
        }
    }

    /// <summary>The first rows of every sheet, as they are; empty where the file cannot be read.</summary>
    internal static IReadOnlyList<IReadOnlyList<SampleRow>> Sample(
        string path, ImportSettings settings, CancellationToken cancellation, int most = 100)
    {
        var sink = new SampleSheets(most);
        Read(path, settings, sink, cancellation, most);
        return sink.Sheets;
    }

    static void Read(string path, ImportSettings settings, IRowSink sink, CancellationToken cancellation, int most = int.MaxValue)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
            var kind = FileSniffer.Find(stream, out _);
            if (kind == FileKind.Text)
            {
                new TextTableReader(stream, TextFormat.Find(stream)).Read(sink, cancellation);
            }
            else if (ContainerTables.Reads(kind))
            {
                ContainerTables.Read(kind, stream, ReadOptions.Of(settings, most), settings.Workers, sink, cancellation);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or UnreadableFileException)
        {
            // The import names what is wrong; what was read until then is what there is.
        }
    }
}
