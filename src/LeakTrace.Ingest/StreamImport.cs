using System.Security.Cryptography;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest.Chats;
using LeakTrace.Ingest.Inspection;
using LeakTrace.Ingest.Rows;
using LeakTrace.Ingest.Sniffing;
using LeakTrace.Ingest.Text;
using LeakTrace.Ingest.Workers;

namespace LeakTrace.Ingest;

/// <summary>Imports one file from a seekable stream, be it of the disk or an archive's member.</summary>
static class StreamImport
{
    /// <summary>Reads the stream from its start; what is wrong with the file goes to the context's problems.</summary>
    public static InputFile Read(Stream stream, ImportContext context, CancellationToken cancellation) => Read(stream, "", context, cancellation);

    /// <summary>As the other, of a stream whose hash is known where it is not empty.</summary>
    public static InputFile Read(Stream stream, string sha256, ImportContext context, CancellationToken cancellation)
    {
        var kind = FileSniffer.Find(stream, out var named);
        if (kind == FileKind.Text)
        {
            var format = TextFormat.Find(stream);
            if (!TextFormat.LooksBinary(stream, format.Encoding))
            {
                return ReadText(stream, context, format, cancellation);
            }

            kind = FileKind.Unknown;
        }

        var import = new SheetImport(context);
        var counts = context.Settings.Counted is null ? null : new CellCounts(import);
        var guard = new SheetGuard((IRowSink?)counts ?? import);
        using var held = Held(stream);
        // A long one is hashed while it is read, so that the disk is gone over once.
        var hash = sha256.Length > 0 ? Task.FromResult(sha256)
            : held is null && stream is FileStream file
            ? Task.Run(() => HashOf(file.Name), CancellationToken.None)
            : Task.FromResult(HashOf(held ?? stream));
        try
        {
            if (!ContainerTables.Reads(kind))
            {
                throw UnreadableKinds.Error(kind, named);
            }

            ContainerTables.Read(kind, held ?? stream, ReadOptions.Of(context.Settings), context.Settings.Workers, guard, cancellation);
        }
        catch (UnreadableFileException e)
        {
            var (sheet, row) = guard.Close();
            context.Problems.Add(new Problem(context.File, sheet, row, Severity.Error, e.Code, $"{context.File}: {Kept(sheet, row)}{e.Message}"));
        }

        context.Settings.Counted?.Invoke(context.File, counts!.Cells);
        LayoutProblems.Soften(import.Sheets, context.Problems);
        LostDigits.Report(context.File, import.Sheets, context.Problems);
        return new InputFile(
            context.File, context.Folder, hash.GetAwaiter().GetResult(), stream.Length, NameOf(kind), import.Encoding, import.Sheets, context.Problems);
    }

    static string Kept(string sheet, int row) => row == 0 ? "" : $"read up to row {row}{(sheet.Length == 0 ? "" : $" of sheet '{sheet}'")}, then: ";

    /// <summary>A stream of moderate length, in memory: it is read from the disk once, for the hash and for what it holds. Null where it is long, or there already.</summary>
    public static MemoryStream? Held(Stream stream)
    {
        if (stream is MemoryStream || stream.Length > ReadRequest.LongestContent)
        {
            return null;
        }

        var bytes = new byte[stream.Length];
        stream.Position = 0;
        stream.ReadExactly(bytes);
        return new MemoryStream(bytes, 0, bytes.Length, writable: false, publiclyVisible: true);
    }

    /// <summary>Hash of a file that may be open.</summary>
    public static string HashOf(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 20, FileOptions.SequentialScan);
        return HashOf(stream);
    }

    /// <summary>Hash of a seekable stream, which is left at its start.</summary>
    public static string HashOf(Stream stream)
    {
        stream.Position = 0;
        var hash = Convert.ToHexStringLower(SHA256.HashData(stream));
        stream.Position = 0;
        return hash;
    }

    static InputFile ReadText(Stream stream, ImportContext context, TextFormat format, CancellationToken cancellation)
    {
        if (context.Folder == InputFolder.Seized && ChatLines.IsChat(stream, format.Encoding))
        {
            using var held = Held(stream);
            return ChatImport.Read(held ?? stream, context, format.Encoding.Name, cancellation);
        }

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

        LostDigits.Report(context.File, sheets, context.Problems);
        if (context.Settings.Counted is { } counted && sheets.Count > 0)
        {
            counted(context.File, [import.Cells]);
        }

        return new InputFile(context.File, context.Folder, import.Sha256, stream.Length, format.Kind, format.Encoding.Name, sheets, context.Problems);
    }

    static string NameOf(FileKind kind) => kind switch
    {
        FileKind.Xlsx => "xlsx",
        FileKind.Xls => "xls",
        FileKind.Html => "html",
        FileKind.XmlSpreadsheet => "xml",
        FileKind.Xlsb => "xlsb",
        FileKind.Ods => "ods",
        FileKind.Encrypted => "xlsx",
        FileKind.OtherCompound => "et",
        _ => "unknown",
    };
}
