using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest.Columns;
using LeakTrace.Ingest.Rows;

namespace LeakTrace.Ingest.Inspection;

/// <summary>Keeps the first rows with a value of every sheet.</summary>
sealed class SampleSheets : IRowSink
{
    readonly List<IReadOnlyList<SampleRow>> _sheets = [];
    readonly int _most;
    List<SampleRow> _rows = [];

    /// <summary>Creates the sink for a number of rows a sheet.</summary>
    public SampleSheets(int most) => _most = most;

    /// <summary>Rows of each sheet.</summary>
    public IReadOnlyList<IReadOnlyList<SampleRow>> Sheets => _sheets;

    /// <inheritdoc/>
    public void BeginSheet(string name, bool hidden)
    {
        _rows = [];
        _sheets.Add(_rows);
    }

    /// <inheritdoc/>
    public bool Row(int row, bool hidden, in RowCells cells)
    {
        if (_rows.Count < _most && SampleSink.Keep(row, hidden, cells) is { } kept)
        {
            _rows.Add(kept);
        }

        return _rows.Count < _most;
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
