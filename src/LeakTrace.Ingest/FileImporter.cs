using System.Security.Cryptography;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest.Columns;
using LeakTrace.Ingest.Html;
using LeakTrace.Ingest.Inspection;
using LeakTrace.Ingest.Rows;
using LeakTrace.Ingest.Sniffing;
using LeakTrace.Ingest.Text;
using LeakTrace.Ingest.Workbooks;

namespace LeakTrace.Ingest;

/// <summary>Reads one input file: hashes it, finds its format, recognises its columns, classifies and normalises its rows.</summary>
public static class FileImporter
{
    /// <summary>
    /// Reads a file. What cannot be read becomes a problem of severity error, with what could be read of it kept; the only exception is
    /// <see cref="OperationCanceledException"/>.
    /// </summary>
    /// <param name="path">Where the file lies.</param>
    /// <param name="file">Its name in the tables: below the input folder, with <c>/</c>.</param>
    /// <param name="folder">Folder of the case, which decides how columns are understood.</param>
    /// <param name="settings">Settings.</param>
    /// <param name="cancellation">Ends the import early.</param>
    public static InputFile Import(
        string path, string file, InputFolder folder, ImportSettings settings, CancellationToken cancellation = default)
    {
        var problems = new List<Problem>();
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
            return Import(stream, new ImportContext(file, folder, settings, Is1904: false, problems), cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new Problem(file, "", 0, Severity.Error, "not-readable",
                $"{file}: the file cannot be opened or read to its end ({e.GetType().Name}). Check the disk and the permissions."));
            return new InputFile(file, folder, "", 0, "unknown", "", [], problems);
        }
    }

    /// <summary>The first rows of every sheet, as they are; empty where the file cannot be read.</summary>
    internal static IReadOnlyList<IReadOnlyList<SampleRow>> Sample(string path, CancellationToken cancellation, int most = 100)
    {
        var sink = new SampleSheets(most);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
            ITableReader? reader = FileSniffer.Find(stream, out _) switch
            {
                FileKind.Text => new TextTableReader(stream, TextFormat.Find(stream)),
                FileKind.Xlsx or FileKind.Xls => new WorkbookReader(stream),
                FileKind.Html => new HtmlTableReader(stream),
                _ => null,
            };
            reader?.Read(sink, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or UnreadableFileException)
        {
            // The import names what is wrong; what was read until then is the sample.
        }

        return sink.Sheets;
    }

    static InputFile Import(FileStream stream, ImportContext context, CancellationToken cancellation)
    {
        var kind = FileSniffer.Find(stream, out var named);
        if (kind == FileKind.Text)
        {
            var format = TextFormat.Find(stream);
            if (!TextFormat.LooksBinary(stream, format.Encoding))
            {
                return ImportText(stream, context, format, cancellation);
            }

            kind = FileKind.Unknown;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(stream));
        stream.Position = 0;
        context = context with { Is1904 = context.Settings.Is1904 || (kind == FileKind.Xlsx && Workbook1904.IsSet(stream)) };
        var import = new SheetImport(context);
        var encoding = "";
        try
        {
            switch (kind)
            {
                case FileKind.Xlsx or FileKind.Xls:
                    new WorkbookReader(stream, context.Is1904).Read(import, cancellation);
                    break;
                case FileKind.Html:
                    var html = new HtmlTableReader(stream);
                    html.Read(import, cancellation);
                    encoding = html.Encoding;
                    break;
                default:
                    throw UnreadableKinds.Error(kind, named);
            }
        }
        catch (UnreadableFileException e)
        {
            context.Problems.Add(new Problem(context.File, "", 0, Severity.Error, e.Code, $"{context.File}: {e.Message}"));
        }

        return new InputFile(
            context.File, context.Folder, hash, stream.Length, NameOf(kind), encoding, import.Sheets, context.Problems);
    }

    static InputFile ImportText(FileStream stream, ImportContext context, TextFormat format, CancellationToken cancellation)
    {
        var import = new TextImport(context, format);
        IReadOnlyList<InputSheet> sheets = [];
        try
        {
            sheets = [import.Read(stream, cancellation)];
        }
        catch (UnreadableFileException e)
        {
            context.Problems.Add(new Problem(context.File, "", 0, Severity.Error, e.Code, $"{context.File}: {e.Message}"));
        }

        return new InputFile(context.File, context.Folder, import.Sha256, stream.Length, format.Kind, format.Encoding.Name, sheets, context.Problems);
    }

    static string NameOf(FileKind kind) => kind switch
    {
        FileKind.Xlsx => "xlsx",
        FileKind.Xls => "xls",
        FileKind.Html => "html",
        _ => "unknown",
    };
}
