using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest.Columns;

namespace LeakTrace.Ingest.Rows;

/// <summary>Keeps the first rows with a value of a text table.</summary>
sealed class SampleSink : IRowSink
{
    readonly List<SampleRow> _rows = [];

    /// <summary>The rows kept.</summary>
    public IReadOnlyList<SampleRow> Rows => _rows;

    /// <summary>A copy of a row; null of an empty one.</summary>
    public static SampleRow? Keep(int row, bool hidden, in RowCells cells)
    {
        var copy = new string[cells.Count];
        for (var i = 0; i < copy.Length; i++)
        {
            copy[i] = cells[i].ToString();
        }

        var kept = new SampleRow(row, hidden, copy);
        return kept.Filled == 0 ? null : kept;
    }

    /// <inheritdoc/>
    public void BeginSheet(string name, bool hidden)
    {
    }

    /// <inheritdoc/>
    public bool Row(int row, bool hidden, in RowCells cells)
    {
        if (Keep(row, hidden, cells) is { } kept)
        {
            _rows.Add(kept);
        }

        return _rows.Count < ImportContext.SampleRows;
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
