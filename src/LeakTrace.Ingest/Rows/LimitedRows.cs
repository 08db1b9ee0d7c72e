using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest.Text;

namespace LeakTrace.Ingest.Rows;

/// <summary>Hands rows on within limits: cells of a file, rows of a sheet, characters of a row.</summary>
sealed class LimitedRows : IRowSink
{
    /// <summary>Longest row in characters; what a row holds beyond it is left out.</summary>
    public const int LongestRow = 2 << 20;

    // A row far down stands for the empty ones above it that become records, and a far column for the empty cells before it.
    const int EmptyRowCost = 100;
    const int EmptyCellsPerCost = 8;

    // A row that is shorter than a phone number becomes a record as others do, and a small file holds many.
    const int ShortRowLength = 11;
    const int ShortRowCost = 30;

    readonly IRowSink _sink;
    readonly ReadOptions _options;
    string _sheet = "";
    long _cells;
    int _rows;
    int _lastRow;
    bool _hasLongRow;

    /// <summary>Creates the limits around a sink.</summary>
    public LimitedRows(IRowSink sink, ReadOptions options)
    {
        _sink = sink;
        _options = options;
    }

    /// <inheritdoc/>
    public void BeginFile(bool is1904, string encoding) => _sink.BeginFile(is1904, encoding);

    /// <inheritdoc/>
    public void BeginSheet(string name, bool hidden)
    {
        _sheet = name;
        _rows = 0;
        _lastRow = 0;
        _hasLongRow = false;
        _sink.BeginSheet(name, hidden);
    }

    /// <inheritdoc/>
    public bool Row(int row, bool hidden, in RowCells cells)
    {
        var gap = row - _lastRow - 1;
        _lastRow = row;
        _cells += 1 + cells.Count / EmptyCellsPerCost + (gap <= RowGap.Shortest ? (long)gap * EmptyRowCost : 0);
        var characters = 0;
        for (var i = 0; i < cells.Count; i++)
        {
            var length = cells[i].Length;
            _cells += length > 0 ? 1 : 0;
            characters += length;
        }

        _cells += characters < ShortRowLength ? ShortRowCost : 0;
        if (_cells > _options.CellLimit)
        {
            throw new UnreadableFileException("too-many-cells",
                $"the file has more than {_options.CellLimit} cells; reading stopped at row {row} of sheet '{_sheet}'. "
                + "If it is a list, raise --cell-limit or split the file.");
        }

        var more = characters <= LongestRow ? _sink.Row(row, hidden, cells) : ShortRow(row, hidden, cells);
        return more && ++_rows < _options.MostRows;
    }

    /// <inheritdoc/>
    public void Correct(long cells) => _sink.Correct(cells);

    /// <inheritdoc/>
    public void EndSheet() => _sink.EndSheet();

    /// <inheritdoc/>
    public void Report(Severity severity, string sheet, int row, string code, string message) => _sink.Report(severity, sheet, row, code, message);

    bool ShortRow(int row, bool hidden, in RowCells cells)
    {
        var kept = new RowBuffer();
        var left = LongestRow;
        for (var i = 0; i < cells.Count && cells[i].Length <= left; i++)
        {
            left -= cells[i].Length;
            kept.Add(cells[i]);
        }

        if (!_hasLongRow)
        {
            _hasLongRow = true;
            _sink.Report(Severity.Error, _sheet, row, "row-too-long",
                $"a row holds more than {LongestRow >> 20} million characters; its further cells were left out. Check what it is.");
        }

        return _sink.Row(row, hidden, kept.Cells);
    }
}
