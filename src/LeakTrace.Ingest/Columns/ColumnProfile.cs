using System.Globalization;
using System.Numerics;
using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;

namespace LeakTrace.Ingest.Columns;

/// <summary>What the sampled cells of one column have in common.</summary>
sealed class ColumnProfile
{
    // Serials of a list's dates lie within a lifetime; numbers that only could be serials do not.
    const int LongestSpan = 70;
    const int LastYear = 2040;

    readonly int[] _shapes = new int[32];
    readonly HashSet<string> _distinct = new(StringComparer.Ordinal);
    readonly Dictionary<int, int> _years = [];
    int _numbered;
    int _serials;
    long _previous = long.MinValue;
    int _ascending;
    long _length;

    /// <summary>Number of cells with a value that is no word for none.</summary>
    public int Count { get; private set; }

    /// <summary>Number of different values.</summary>
    public int Distinct => _distinct.Count;

    /// <summary>Share of different values, 0 to 1.</summary>
    public double Distinctness => Count == 0 ? 0 : (double)Distinct / Count;

    /// <summary>Mean length of a cell.</summary>
    public double MeanLength => Count == 0 ? 0 : (double)_length / Count;

    /// <summary>Share of cells that are the number before plus one.</summary>
    public double Sequential => Count < 3 ? 0 : (double)_ascending / (Count - 1);

    /// <summary>Share of cells with a digit, 0 to 1.</summary>
    public double Numbered => Count == 0 ? 0 : (double)_numbered / Count;

    /// <summary>Share of cells that could be of a shape.</summary>
    public double Share(CellShape shape) => Count == 0 ? 0 : (double)_shapes[BitOperations.TrailingZeroCount((int)shape)] / Count;

    /// <summary>Years between which the middle four fifths of the dates lie.</summary>
    public (int From, int To) Years()
    {
        if (_years.Count == 0)
        {
            return (0, 0);
        }

        var years = new List<int>();
        foreach (var (year, count) in _years)
        {
            years.AddRange(Enumerable.Repeat(year, count));
        }

        years.Sort();
        return (years[years.Count / 10], years[years.Count * 9 / 10]);
    }

    /// <summary>Whether dates are nothing but numbers that spread over more years than any list has, or lie in years to come.</summary>
    public bool AreSerialsByChance
    {
        get
        {
            var (from, to) = Years();
            return _serials * 10 >= Share(CellShape.Date) * Count * 9 && (to - from > LongestSpan || to > LastYear);
        }
    }

    /// <summary>Takes a trimmed cell.</summary>
    public void Add(string cell, DateContext context)
    {
        if (cell.Length == 0)
        {
            return;
        }

        var shape = CellShapes.Of(cell, context);
        if (shape == CellShape.Null)
        {
            return;
        }

        Count++;
        _distinct.Add(cell);
        _length += cell.Length;
        _numbered += cell.AsSpan().ContainsAnyInRange('0', '9') || cell.AsSpan().ContainsAnyInRange('０', '９') ? 1 : 0;
        _serials += (shape & (CellShape.Date | CellShape.Number)) == (CellShape.Date | CellShape.Number) && cell.Length == 5 ? 1 : 0;
        for (var bits = (int)shape; bits != 0; bits &= bits - 1)
        {
            _shapes[BitOperations.TrailingZeroCount(bits)]++;
        }

        if (long.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            _ascending += number == _previous + 1 ? 1 : 0;
            _previous = number;
        }

        if ((shape & CellShape.Date) != 0 && DateReader.Read(cell, context, out var date))
        {
            var year = DateOnly.FromDayNumber(Math.Max(0, PackedDate.DayOf(date))).Year;
            _years[year] = _years.GetValueOrDefault(year) + 1;
        }
    }
}
