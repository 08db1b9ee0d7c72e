using LeakTrace.Engine.Linking;
using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;

namespace LeakTrace.Ingest.Linking;

/// <summary>Collects the first sheet with rows as columns of distinct cells; its first row is the header.</summary>
sealed class ColumnCollector : IRowSink
{
    const int RowsPerReport = 1 << 14;

    readonly List<string> _headers = [];
    readonly List<DistinctTexts> _values = [];
    readonly List<List<int>> _codes = [];
    bool _isDone;

    /// <summary>Receives now and then the number of records so far.</summary>
    public Action<long>? Progress { get; init; }

    /// <summary>Number of records.</summary>
    public int Rows { get; private set; }

    /// <summary>Number of further sheets with rows, which are not read.</summary>
    public int FurtherSheets { get; private set; }

    /// <summary>What the reader had to say of the file.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>Row of the first record that has more cells than the header; 0 where there is none.</summary>
    public int WideRow { get; private set; }

    /// <summary>The columns.</summary>
    public IReadOnlyList<TextColumn> Columns()
    {
        var columns = new List<TextColumn>();
        for (var c = 0; c < _headers.Count; c++)
        {
            columns.Add(new TextColumn(_headers[c], _values[c].Texts, [.. _codes[c]]));
        }

        return columns;
    }

    /// <inheritdoc/>
    public void BeginSheet(string name, bool hidden)
    {
    }

    /// <inheritdoc/>
    public bool Row(int row, bool hidden, in RowCells cells)
    {
        if (IsEmpty(cells))
        {
            return true;
        }

        if (_isDone)
        {
            FurtherSheets++;
            return false;
        }

        if (_headers.Count == 0)
        {
            ReadHeader(cells);
            return true;
        }

        WideRow = WideRow == 0 && HasMore(cells) ? row : WideRow;
        for (var c = 0; c < _headers.Count; c++)
        {
            _codes[c].Add(_values[c].NumberOf(cells[c].Trim()));
        }

        if (++Rows % RowsPerReport == 0)
        {
            Progress?.Invoke(Rows);
        }

        return true;
    }

    /// <inheritdoc/>
    public void EndSheet() => _isDone |= _headers.Count > 0;

    /// <inheritdoc/>
    public void Report(Severity severity, string sheet, int row, string code, string message)
    {
        if (severity != Severity.Note)
        {
            Problems.Add(message);
        }
    }

    static bool IsEmpty(in RowCells cells)
    {
        for (var c = 0; c < cells.Count; c++)
        {
            if (!cells[c].IsWhiteSpace())
            {
                return false;
            }
        }

        return true;
    }

    bool HasMore(in RowCells cells)
    {
        for (var c = _headers.Count; c < cells.Count; c++)
        {
            if (!cells[c].IsWhiteSpace())
            {
                return true;
            }
        }

        return false;
    }

    void ReadHeader(in RowCells cells)
    {
        for (var c = 0; c < cells.Count; c++)
        {
            var header = cells[c].Trim().ToString();
            header = header.Length == 0 ? "#" + (c + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) : header;
            _headers.Add(header);
            _values.Add(new DistinctTexts());
            _codes.Add([]);
        }
    }
}
