using LeakTrace.Ingest.Text;

namespace LeakTrace.Ingest.Workbooks;

/// <summary>Cells of one row as a workbook stores them: sparse, mostly but not surely in order.</summary>
sealed class SheetRow
{
    /// <summary>Longest text of a cell in Excel; what is longer is cut.</summary>
    public const int LongestCell = 32_767;

    readonly List<(int Column, int Start, int Length)> _cells = [];
    readonly RowBuffer _buffer = new();
    char[] _characters = new char[4096];
    int _length;
    bool _inOrder = true;

    /// <summary>1-based number of the row.</summary>
    public int Number { get; private set; }

    /// <summary>Number of cells with a value.</summary>
    public int Count => _cells.Count;

    /// <summary>Starts a row.</summary>
    public void Start(int number)
    {
        Number = number;
        _cells.Clear();
        _length = 0;
        _inOrder = true;
    }

    /// <summary>Adds a cell of a 0-based column; empty ones leave no trace.</summary>
    public void Add(int column, ReadOnlySpan<char> text)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (_characters.Length - _length < text.Length)
        {
            Array.Resize(ref _characters, Math.Max(_characters.Length * 2, _length + text.Length));
        }

        text.CopyTo(_characters.AsSpan(_length));
        _inOrder &= _cells.Count == 0 || _cells[^1].Column < column;
        _cells.Add((column, _length, text.Length));
        _length += text.Length;
    }

    /// <summary>Text of a column, empty where it has none.</summary>
    public ReadOnlySpan<char> this[int column]
    {
        get
        {
            for (var i = _cells.Count - 1; i >= 0; i--)
            {
                if (_cells[i].Column == column)
                {
                    return _characters.AsSpan(_cells[i].Start, _cells[i].Length);
                }
            }

            return default;
        }
    }

    /// <summary>Pushes the row where it has a value; false stops the sheet. Of two cells in one column the later holds.</summary>
    public bool Push(IRowSink sink, bool hidden)
    {
        if (_cells.Count == 0)
        {
            return true;
        }

        if (!_inOrder)
        {
            Sort();
        }

        _buffer.Clear();
        foreach (var (column, start, length) in _cells)
        {
            _buffer.PadTo(column);
            _buffer.Add(_characters.AsSpan(start, length));
        }

        return sink.Row(Number, hidden, _buffer.Cells);
    }

    void Sort()
    {
        var sorted = new SortedDictionary<int, (int Column, int Start, int Length)>();
        foreach (var cell in _cells)
        {
            sorted[cell.Column] = cell;
        }

        _cells.Clear();
        _cells.AddRange(sorted.Values);
        _inOrder = true;
    }
}
