namespace LeakTrace.Ingest.Workbooks;

/// <summary>Repeats the value of a cell that is merged downwards (the hospital's name over its rows) in the rows that it spans.</summary>
sealed class MergedColumns
{
    /// <summary>Most ranges that are heeded: a sheet of more is not merged by hand.</summary>
    public const int MostRanges = 100_000;

    readonly SortedDictionary<int, List<MergedRange>> _byColumn = [];
    readonly Dictionary<int, string> _values = [];

    /// <summary>Number of values that were repeated so far.</summary>
    public long Repeated { get; private set; }

    /// <summary>Takes the merged ranges of a sheet.</summary>
    public MergedColumns(IEnumerable<MergedRange> ranges)
    {
        foreach (var range in ranges.Take(MostRanges))
        {
            // A range that spans many columns is a title.
            if (range.LastRow > range.FirstRow && range.FirstColumn == range.LastColumn)
            {
                (_byColumn.TryGetValue(range.FirstColumn, out var list) ? list : _byColumn[range.FirstColumn] = []).Add(range);
            }
        }

        foreach (var list in _byColumn.Values)
        {
            list.Sort((left, right) => right.FirstRow.CompareTo(left.FirstRow));
        }
    }

    /// <summary>Completes a row that has values of its own from the tops of the ranges that it stands in; rows come in order.</summary>
    public void Complete(SheetRow row)
    {
        if (_byColumn.Count == 0)
        {
            return;
        }

        var hasValues = row.Count > 0;
        foreach (var (column, ranges) in _byColumn)
        {
            // Ranges that ended above are done with, and the next stands last.
            while (ranges.Count > 0 && ranges[^1].LastRow < row.Number)
            {
                ranges.RemoveAt(ranges.Count - 1);
                _values.Remove(column);
            }

            if (ranges.Count == 0 || ranges[^1].FirstRow > row.Number)
            {
                continue;
            }

            if (ranges[^1].FirstRow == row.Number)
            {
                _values[column] = row[column].ToString();
            }
            else if (hasValues && row[column].Length == 0 && _values.TryGetValue(column, out var value))
            {
                Repeated += string.IsNullOrWhiteSpace(value) ? 0 : 1;
                row.Add(column, value);
            }
        }
    }
}
