using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;

namespace LeakTrace.Ingest.Rows;

/// <summary>Puts the rows of a chunk into a segment.</summary>
sealed class SegmentSink : IRowSink
{
    readonly SegmentBuilder _segment;

    /// <summary>Creates the sink over a segment.</summary>
    public SegmentSink(SegmentBuilder segment) => _segment = segment;

    /// <inheritdoc/>
    public void BeginSheet(string name, bool hidden)
    {
    }

    /// <inheritdoc/>
    public bool Row(int row, bool hidden, in RowCells cells)
    {
        _segment.Add(row, hidden, cells);
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
