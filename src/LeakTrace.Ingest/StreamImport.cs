using System.Security.Cryptography;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest.Chats;
using LeakTrace.Ingest.Html;
using LeakTrace.Ingest.Rows;
using LeakTrace.Ingest.Sniffing;
using LeakTrace.Ingest.Text;
using LeakTrace.Ingest.Workbooks;

namespace LeakTrace.Ingest;

/// <summary>Imports one file from a seekable stream, be it of the disk or an archive's member.</summary>
static class StreamImport
{
    /// <summary>Reads the stream from its start; what is wrong with the file goes to the context's problems.</summary>
    public static InputFile Read(Stream stream, ImportContext context, CancellationToken cancellation)
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

        LayoutProblems.Soften(import.Sheets, context.Problems);
        return new InputFile(
            context.File, context.Folder, hash, stream.Length, NameOf(kind), encoding, import.Sheets, context.Problems);
    }

    static InputFile ReadText(Stream stream, ImportContext context, TextFormat format, CancellationToken cancellation)
    {
        if (context.Folder == InputFolder.Seized && ChatLines.IsChat(stream, format.Encoding))
        {
            return ChatImport.Read(stream, context, format.Encoding.Name, cancellation);
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
