using ExcelDataReader;
using ExcelDataReader.Exceptions;
using LeakTrace.Ingest.Text;

namespace LeakTrace.Ingest.Workbooks;

/// <summary>Reads .xlsx and .xls workbooks with ExcelDataReader.</summary>
sealed class WorkbookReader : ITableReader
{
    // Reading costs time for every cell of the sheet's extent, empty or not: one cell at XFD1048576 would cost minutes.
    const long MostCells = 400_000_000;

    readonly Stream _stream;
    readonly bool _is1904;

    /// <summary>Creates a reader over a seekable stream at its start.</summary>
    public WorkbookReader(Stream stream, bool is1904 = false)
    {
        _stream = stream;
        _is1904 = is1904;
    }

    /// <inheritdoc/>
    public void Read(IRowSink sink, CancellationToken cancellation)
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        try
        {
            ReadSheets(sink, cancellation);
        }
        catch (InvalidPasswordException)
        {
            throw new UnreadableFileException("encrypted", "the workbook is encrypted. Save a copy without a password.");
        }
        // ExcelDataReader throws whatever its parsing ran into (measured: nine types of exception over 129 broken files).
        catch (Exception e) when (e is not (OperationCanceledException or UnreadableFileException))
        {
            throw new UnreadableFileException("broken-file",
                $"the workbook is damaged or not one ({e.GetType().Name}). Open it in a spreadsheet program and save it again as .xlsx.");
        }
    }

    void ReadSheets(IRowSink sink, CancellationToken cancellation)
    {
        var configuration = new ExcelReaderConfiguration { LeaveOpen = true, FallbackEncoding = ChineseFallback };
        using var reader = ExcelReaderFactory.CreateReader(_stream, configuration);
        do
        {
            cancellation.ThrowIfCancellationRequested();
            if ((long)reader.RowCount * reader.FieldCount > MostCells)
            {
                sink.BeginSheet(reader.Name, IsHidden(reader));
                sink.EndSheet();
                sink.Warn(reader.Name, 0, "sheet-too-wide",
                    $"the sheet claims {reader.RowCount} rows of {reader.FieldCount} columns. Copy its used cells to a new sheet.");
                continue;
            }

            ReadSheet(reader, sink, cancellation);
        }
        while (reader.NextResult());
    }

    static System.Text.Encoding ChineseFallback => System.Text.Encoding.GetEncoding("gb18030");

    static bool IsHidden(IExcelDataReader reader) => reader.VisibleState is not (null or "visible");

    void ReadSheet(IExcelDataReader reader, IRowSink sink, CancellationToken cancellation)
    {
        var hidden = IsHidden(reader);
        var buffer = new RowBuffer();
        var merges = new MergedColumns(reader.MergeCells);
        sink.BeginSheet(reader.Name, hidden);
        var row = 0;
        while (reader.Read())
        {
            if ((++row & 0xFFF) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            buffer.Clear();
            for (var column = 0; column < reader.FieldCount; column++)
            {
                var text = WorkbookCells.TextOf(reader, column, _is1904);
                buffer.Add(merges.Fill(row, column, text));
            }

            if (!sink.Row(row, hidden || reader.RowHeight == 0, buffer.Cells))
            {
                break;
            }
        }

        sink.EndSheet();
    }
}
