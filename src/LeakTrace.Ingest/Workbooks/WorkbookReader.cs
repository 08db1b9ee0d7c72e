using ExcelDataReader;
using ExcelDataReader.Exceptions;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest.Workbooks.Encryption;

namespace LeakTrace.Ingest.Workbooks;

/// <summary>Reads encrypted .xls workbooks with ExcelDataReader, which does not tell errors from empty cells.</summary>
sealed class WorkbookReader : ITableReader
{
    // Reading costs time for every cell of the sheet's extent, empty or not.
    const long MostCells = 400_000_000;
    const int MostHiddenShown = 12;

    readonly Stream _stream;
    readonly ReadOptions _options;

    /// <summary>Creates a reader over a seekable stream at its start.</summary>
    public WorkbookReader(Stream stream, ReadOptions options)
    {
        _stream = stream;
        _options = options;
    }

    /// <inheritdoc/>
    public void Read(IRowSink sink, CancellationToken cancellation)
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        try
        {
            using var reader = Open();
            sink.BeginFile(_options.Is1904, "");
            ReadSheets(reader, sink, cancellation);
        }
        catch (InvalidPasswordException)
        {
            throw EncryptedReader.Refusal(_options.Passwords);
        }
        // ExcelDataReader throws whatever its parsing ran into (measured: nine types of exception over 129 broken files).
        catch (Exception e) when (e is not (OperationCanceledException or UnreadableFileException or OutOfMemoryException))
        {
            throw new UnreadableFileException("broken-file",
                $"the workbook is damaged or not one ({e.GetType().Name}). Open it in a spreadsheet program and save it again as .xlsx.");
        }
    }

    IExcelDataReader Open()
    {
        string?[] passwords = [null, EncryptedReader.OfReadOnly, .. _options.Passwords];
        for (var tried = 0; ; tried++)
        {
            try
            {
                _stream.Position = 0;
                return ExcelReaderFactory.CreateReader(_stream, new ExcelReaderConfiguration
                {
                    LeaveOpen = true,
                    FallbackEncoding = System.Text.Encoding.GetEncoding("gb18030"),
                    Password = passwords[tried],
                });
            }
            catch (InvalidPasswordException) when (tried + 1 < passwords.Length)
            {
            }
        }
    }

    void ReadSheets(IExcelDataReader reader, IRowSink sink, CancellationToken cancellation)
    {
        do
        {
            cancellation.ThrowIfCancellationRequested();
            var hidden = reader.VisibleState is not (null or "visible");
            sink.BeginSheet(reader.Name, hidden);
            if ((long)reader.RowCount * reader.FieldCount > MostCells)
            {
                sink.EndSheet();
                sink.Report(Severity.Error, reader.Name, 0, "sheet-too-wide",
                    $"the sheet claims {reader.RowCount} rows of {reader.FieldCount} columns. Copy its used cells to a new sheet.");
                continue;
            }

            ReadSheet(reader, hidden, sink, cancellation);
            ReportHiddenColumns(reader, sink);
            sink.EndSheet();
        }
        while (reader.NextResult());
    }

    static void ReportHiddenColumns(IExcelDataReader reader, IRowSink sink)
    {
        var hidden = Enumerable.Range(0, reader.FieldCount).Where(column => reader.GetColumnWidth(column) == 0).Take(MostHiddenShown)
            .Select(OpenXml.CellReference.Letters).ToList();
        default(OpenXml.SheetTotals).Report(sink, reader.Name, hidden);
    }

    void ReadSheet(IExcelDataReader reader, bool hidden, IRowSink sink, CancellationToken cancellation)
    {
        var row = new SheetRow();
        var merges = new MergedColumns((reader.MergeCells ?? []).Select(
            range => new MergedRange(range.FromRow + 1, range.ToRow + 1, range.FromColumn, range.ToColumn)));
        var number = 0;
        while (reader.Read())
        {
            if ((++number & 0xFFF) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            row.Start(number);
            for (var column = 0; column < reader.FieldCount; column++)
            {
                row.Add(column, WorkbookCells.TextOf(reader, column, _options.Is1904));
            }

            merges.Complete(row);
            if (!row.Push(sink, hidden || reader.RowHeight == 0))
            {
                break;
            }
        }
    }
}
