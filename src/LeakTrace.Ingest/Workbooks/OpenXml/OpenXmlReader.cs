using System.IO.Compression;
using System.Xml;
using LeakTrace.Engine.Records;

namespace LeakTrace.Ingest.Workbooks.OpenXml;

/// <summary>Reads .xlsx and .xlsm workbooks, in any variant that programs write.</summary>
sealed class OpenXmlReader : ITableReader
{
    readonly Stream _stream;
    readonly ReadOptions _options;

    /// <summary>Creates a reader over a seekable stream at its start.</summary>
    public OpenXmlReader(Stream stream, ReadOptions options)
    {
        _stream = stream;
        _options = options;
    }

    /// <inheritdoc/>
    public void Read(IRowSink sink, CancellationToken cancellation)
    {
        try
        {
            using var zip = new ZipArchive(_stream, ZipArchiveMode.Read, leaveOpen: true);
            ReadWorkbook(new PackageParts(zip), sink, cancellation);
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw new UnreadableFileException("broken-file",
                $"the workbook is damaged or not one ({e.GetType().Name}). Open it in a spreadsheet program and save it again as .xlsx.");
        }
    }

    static bool IsDamage(Exception e) => e is XmlException or InvalidDataException or IOException or NotSupportedException or ArgumentException or InvalidOperationException;

    void ReadWorkbook(PackageParts parts, IRowSink sink, CancellationToken cancellation)
    {
        var workbook = WorkbookPart.Read(parts);
        var is1904 = workbook.Is1904 || _options.Is1904;
        sink.BeginFile(is1904, "");
        using var texts = parts.Open(workbook.TextsPath);
        using var styles = parts.Open(workbook.StylesPath);
        var values = new WorkbookValues(
            texts is null ? [] : SharedTexts.Read(texts, cancellation), styles is null ? [] : CellStyles.Read(styles), is1904);
        foreach (var sheet in workbook.Sheets)
        {
            cancellation.ThrowIfCancellationRequested();
            if (sheet.Path.Length == 0)
            {
                sink.BeginSheet(sheet.Name, sheet.IsHidden);
                sink.EndSheet();
                sink.Report(Severity.Error, sheet.Name, 0, "missing-sheet",
                    "the workbook names the sheet but does not hold it. Look for another copy of the file.");
                continue;
            }

            ReadSheet(parts, sheet, values, sink, cancellation);
        }
    }

    // A damaged sheet does not take the others with it.
    static void ReadSheet(PackageParts parts, SheetPart sheet, WorkbookValues values, IRowSink sink, CancellationToken cancellation)
    {
        var guard = new Rows.SheetGuard(sink);
        try
        {
            new SheetReader(values).Read(parts, sheet, guard, cancellation);
        }
        catch (Exception e) when (IsDamage(e))
        {
            var (_, row) = guard.Close();
            sink.Report(Severity.Error, sheet.Name, row, "broken-sheet",
                $"the sheet is damaged ({e.GetType().Name}); it was read up to row {row}. Open the file in a spreadsheet program and save it again as .xlsx.");
        }
        catch (UnreadableFileException e) when (e.Code == "workbook-bomb")
        {
            guard.Close();
            sink.Report(Severity.Error, sheet.Name, 0, e.Code, e.Message);
        }
    }
}
