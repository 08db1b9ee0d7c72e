using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;

namespace LeakTrace.Ingest.Inspection;

/// <summary>Hands everything on, and counts the cells of each sheet that the file holds anything but white space in.</summary>
sealed class CellCounts : IRowSink
{
    readonly List<long> _cells = [];
    readonly IRowSink? _sink;

    /// <summary>Creates a sink before another; null only counts.</summary>
    public CellCounts(IRowSink? sink) => _sink = sink;

    /// <summary>Cells by sheet, in the order of the file.</summary>
    public IReadOnlyList<long> Cells => _cells;

    /// <inheritdoc/>
    public void BeginFile(bool is1904, string encoding) => _sink?.BeginFile(is1904, encoding);

    /// <inheritdoc/>
    public void BeginSheet(string name, bool hidden)
    {
        _cells.Add(0);
        _sink?.BeginSheet(name, hidden);
    }

    /// <inheritdoc/>
    public bool Row(int row, bool hidden, in RowCells cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            _cells[^1] += cells[i].IsWhiteSpace() ? 0 : 1;
        }

        return _sink?.Row(row, hidden, cells) ?? true;
    }

    /// <inheritdoc/>
    public void Correct(long cells) => _cells[^1] += cells;

    /// <inheritdoc/>
    public void EndSheet() => _sink?.EndSheet();

    /// <inheritdoc/>
    public void Report(Severity severity, string sheet, int row, string code, string message) => _sink?.Report(severity, sheet, row, code, message);
}
