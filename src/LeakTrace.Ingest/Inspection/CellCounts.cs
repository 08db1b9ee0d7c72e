using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;

namespace LeakTrace.Ingest.Inspection;

/// <summary>Counts the cells of each sheet that hold anything but white space, values repeated down a merged column among them.</summary>
sealed class CellCounts : IRowSink
{
    readonly List<long> _cells = [];

    /// <summary>Cells by sheet, in the order of the file.</summary>
    public IReadOnlyList<long> Cells => _cells;

    /// <inheritdoc/>
    public void BeginSheet(string name, bool hidden) => _cells.Add(0);

    /// <inheritdoc/>
    public bool Row(int row, bool hidden, in RowCells cells)
    {
        long filled = 0;
        for (var i = 0; i < cells.Count; i++)
        {
            filled += cells[i].IsWhiteSpace() ? 0 : 1;
        }

        _cells[^1] += filled;
        return true;
    }

    /// <inheritdoc/>
    public void EndSheet()
    {
    }

    /// <inheritdoc/>
    public void Report(Severity severity, string sheet, int row, string code, string message)
    {
    }
}
