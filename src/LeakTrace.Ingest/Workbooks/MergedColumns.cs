using ExcelDataReader;

namespace LeakTrace.Ingest.Workbooks;

/// <summary>Repeats the value of a cell that is merged downwards (the hospital's name over its rows) in the rows that it spans.</summary>
sealed class MergedColumns
{
    // A range that spans many columns is a title, and a sheet of very many ranges is not merged by hand.
    const int MostRanges = 10_000;

    readonly Dictionary<int, List<CellRange>> _byColumn = [];
    readonly Dictionary<int, string> _values = [];

    /// <summary>Takes the merged ranges of a sheet; null where it has none.</summary>
    public MergedColumns(CellRange[]? ranges)
    {
        foreach (var range in ranges ?? [])
        {
            if (range.ToRow > range.FromRow && range.FromColumn == range.ToColumn && _byColumn.Count < MostRanges)
            {
                (_byColumn.TryGetValue(range.FromColumn, out var list) ? list : _byColumn[range.FromColumn] = []).Add(range);
            }
        }

        foreach (var list in _byColumn.Values)
        {
            list.Sort((left, right) => right.FromRow.CompareTo(left.FromRow));
        }
    }

    /// <summary>Text of a cell, from the top of its range where it is merged; rows come in order.</summary>
    public string Fill(int row, int column, string text)
    {
        if (_byColumn.Count == 0 || !_byColumn.TryGetValue(column, out var ranges))
        {
            return text;
        }

        // Ranges count rows from zero; those that ended above are done with, and the next stands last.
        while (ranges.Count > 0 && ranges[^1].ToRow < row - 1)
        {
            ranges.RemoveAt(ranges.Count - 1);
        }

        if (ranges.Count == 0 || ranges[^1].FromRow > row - 1)
        {
            return text;
        }

        if (ranges[^1].FromRow == row - 1)
        {
            _values[column] = text;
            return text;
        }

        return text.Length > 0 ? text : _values.GetValueOrDefault(column, "");
    }
}
