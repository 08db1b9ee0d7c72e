using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest.Columns;

namespace LeakTrace.Ingest.Rows;

/// <summary>Keeps the rows of a text table with which other tables may begin.</summary>
sealed class TablesBelowSink : IRowSink
{
    readonly IReadOnlySet<int> _headers;
    readonly List<SampleRow> _titles = [];
    List<SampleRow>? _current;

    /// <summary>Creates the sink for rows that look like headers.</summary>
    public TablesBelowSink(IReadOnlySet<int> headers) => _headers = headers;

    /// <summary>Rows of each table, titles above its header first.</summary>
    public List<List<SampleRow>> Tables { get; } = [];

    /// <inheritdoc/>
    public void BeginSheet(string name, bool hidden)
    {
    }

    /// <inheritdoc/>
    public bool Row(int row, bool hidden, in RowCells cells)
    {
        if (SampleSink.Keep(row, hidden, cells) is not { } kept)
        {
            return true;
        }

        if (_headers.Contains(row))
        {
            Tables.Add(_current = [.. _titles, kept]);
            _titles.Clear();
            return true;
        }

        if (kept.Filled == 1)
        {
            _titles.Add(kept);
        }
        else
        {
            _titles.Clear();
        }

        if (_current is { Count: < ImportContext.SampleRowsBelow })
        {
            _current.Add(kept);
        }

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
