using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;

namespace LeakTrace.Ingest.Rows;

/// <summary>Hands everything on, and ends the open sheet when its reader breaks off: the rows until then are kept.</summary>
sealed class SheetGuard : IRowSink
{
    readonly IRowSink _sink;
    string? _open;
    int _lastRow;

    /// <summary>Creates the guard of a sink.</summary>
    public SheetGuard(IRowSink sink) => _sink = sink;

    /// <inheritdoc/>
    public void BeginFile(bool is1904, string encoding) => _sink.BeginFile(is1904, encoding);

    /// <inheritdoc/>
    public void BeginSheet(string name, bool hidden)
    {
        _open = name;
        _lastRow = 0;
        _sink.BeginSheet(name, hidden);
    }

    /// <inheritdoc/>
    public bool Row(int row, bool hidden, in RowCells cells)
    {
        _lastRow = row;
        return _sink.Row(row, hidden, cells);
    }

    /// <inheritdoc/>
    public void Correct(long cells) => _sink.Correct(cells);

    /// <inheritdoc/>
    public void EndSheet()
    {
        _open = null;
        _sink.EndSheet();
    }

    /// <inheritdoc/>
    public void Report(Severity severity, string sheet, int row, string code, string message) => _sink.Report(severity, sheet, row, code, message);

    /// <summary>Ends the sheet that is open; says which and after which row, empty and zero where none is.</summary>
    public (string Sheet, int Row) Close()
    {
        if (_open is not { } open)
        {
            return ("", 0);
        }

        EndSheet();
        return (open, _lastRow);
    }
}
