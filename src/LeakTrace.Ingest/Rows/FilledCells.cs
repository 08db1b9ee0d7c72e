using LeakTrace.Engine.Normalisation;

namespace LeakTrace.Ingest.Rows;

/// <summary>Counts the rows with a value in each column, for each band of a sheet.</summary>
sealed class FilledCells
{
    readonly List<(int Band, long[] Filled)> _bands = [];

    // Rows of the band by their number of cells, all of which hold something.
    readonly long[] _wholeRows = new long[64];
    long[] _filled = [];

    /// <summary>Rows with a value in each column of the bands that ended.</summary>
    public IReadOnlyList<(int Band, long[] Filled)> Bands => _bands;

    /// <summary>Takes a row of which so many cells hold something.</summary>
    public void Add(in RowCells cells, int filled)
    {
        if (filled == cells.Count && filled < _wholeRows.Length)
        {
            _wholeRows[filled]++;
        }
        else
        {
            Add(cells);
        }
    }

    /// <summary>Takes a row.</summary>
    public void Add(in RowCells cells)
    {
        if (_filled.Length < cells.Count)
        {
            Array.Resize(ref _filled, cells.Count);
        }

        for (var i = 0; i < cells.Count; i++)
        {
            _filled[i] += RowClassifier.IsBlank(cells[i]) ? 0 : 1;
        }
    }

    /// <summary>Ends a band.</summary>
    public void End(int band)
    {
        var widest = Array.FindLastIndex(_wholeRows, count => count > 0);
        if (_filled.Length < widest)
        {
            Array.Resize(ref _filled, widest);
        }

        long rows = 0;
        for (var column = widest - 1; column >= 0; column--)
        {
            rows += _wholeRows[column + 1];
            _filled[column] += rows;
        }

        Array.Clear(_wholeRows);
        if (_filled.Length > 0)
        {
            _bands.Add((band, _filled));
            _filled = [];
        }
    }
}
