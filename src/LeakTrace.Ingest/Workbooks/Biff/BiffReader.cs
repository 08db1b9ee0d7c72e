using LeakTrace.Engine.Records;
using LeakTrace.Ingest.Sniffing;
using LeakTrace.Ingest.Workbooks.OpenXml;

namespace LeakTrace.Ingest.Workbooks.Biff;

/// <summary>
/// Reads .xls workbooks of versions 2 to 8, in a compound file or bare, as far as they are whole: what a sheet claims of its extent is not asked.
/// What is encrypted is decrypted first.
/// </summary>
sealed class BiffReader : ITableReader
{
    const string Remedy = "Open the file in a spreadsheet program and save it again as .xlsx.";

    readonly Stream _stream;
    readonly ReadOptions _options;

    /// <summary>Creates a reader over a seekable stream.</summary>
    public BiffReader(Stream stream, ReadOptions options)
    {
        _stream = stream;
        _options = options;
    }

    /// <inheritdoc/>
    public void Read(IRowSink sink, CancellationToken cancellation)
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        var bytes = Bytes();
        var records = new BiffRecords(bytes);
        var globals = BiffGlobals.Read(records, isDecrypted: false, cancellation);
        if (globals?.Pass is { } pass)
        {
            records = new BiffRecords(BiffDecryption.Decrypt(bytes, pass, records.Version, _options.Passwords, cancellation));
            globals = BiffGlobals.Read(records, isDecrypted: true, cancellation);
        }

        if (globals is null || globals.Sheets.Count == 0)
        {
            throw new UnreadableFileException("broken-file", "the workbook is damaged or not one: no sheet is found in it. " + Remedy);
        }

        var cells = new BiffCells(records, globals, globals.Is1904 || _options.Is1904);
        sink.BeginFile(globals.Is1904 || _options.Is1904, "");
        if (globals.IsCut)
        {
            sink.Report(Severity.Error, "", 0, "broken-workbook", "what the workbook says of all its sheets breaks off; texts and sheets may be missing. " + Remedy);
        }

        foreach (var (name, isHidden, at) in globals.Sheets)
        {
            sink.BeginSheet(name, isHidden);
            if (at < 0)
            {
                sink.Report(Severity.Error, name, 0, "missing-sheet", "the workbook names the sheet but does not hold it. Look for another copy of the file.");
            }
            else
            {
                ReadSheet(records, cells, (name, isHidden, at), sink, cancellation);
            }

            sink.EndSheet();
        }
    }

    static void ReadSheet(
        BiffRecords records, BiffCells cells, (string Name, bool IsHidden, int At) place, IRowSink sink, CancellationToken cancellation)
    {
        var sheet = BiffSheet.Of(records, place.At);
        var merges = new MergedColumns(sheet.Merges);
        var totals = default(SheetTotals);
        var row = new SheetRow();
        row.Start(0);
        var more = true;
        foreach (var at in sheet.Cells())
        {
            var number = BiffSheet.RowOf(records, at) + 1;
            if (number != row.Number)
            {
                cancellation.ThrowIfCancellationRequested();
                more = Push();
                row.Start(number);
            }

            if (!more)
            {
                break;
            }

            cells.Add(row, at, ref totals);
        }

        if (more)
        {
            Push();
        }

        sink.Correct(totals.Errors - merges.Repeated);
        totals.Report(sink, place.Name, sheet.HiddenColumns);
        if (sheet.IsCut)
        {
            sink.Report(Severity.Error, place.Name, row.Number, "broken-sheet", $"the sheet breaks off; it was read up to row {row.Number}. {Remedy}");
        }

        bool Push()
        {
            if (row.Number > 0)
            {
                merges.Complete(row);
            }

            return row.Push(sink, place.IsHidden || sheet.IsHidden(row.Number - 1));
        }
    }

    // Bytes of the stream of records, which some programs write without a compound file around it.
    byte[] Bytes()
    {
        if (CompoundFile.Open(_stream) is { } file)
        {
            return file.Read("Workbook") ?? file.Read("Book") ?? [];
        }

        var bytes = new byte[_stream.Length];
        _stream.Position = 0;
        _stream.ReadExactly(bytes);
        return bytes;
    }
}
