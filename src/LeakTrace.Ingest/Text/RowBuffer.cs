using System.Runtime.InteropServices;
using LeakTrace.Engine.Normalisation;

namespace LeakTrace.Ingest.Text;

/// <summary>Cells of the current row, reused from row to row.</summary>
sealed class RowBuffer
{
    /// <summary>Most cells of a row, as in a worksheet; further ones are dropped.</summary>
    public const int MostCells = 16_384;

    readonly List<int> _ends = [];
    char[] _characters = new char[1024];
    int _length;

    /// <summary>Number of cells.</summary>
    public int Count => _ends.Count;

    /// <summary>The row.</summary>
    public RowCells Cells => new(_characters.AsSpan(0, _length), CollectionsMarshal.AsSpan(_ends));

    /// <summary>Starts the next row.</summary>
    public void Clear()
    {
        _length = 0;
        _ends.Clear();
    }

    /// <summary>Room for the characters of the next cell; call <see cref="Added"/> with the number written.</summary>
    public Span<char> Room(int most)
    {
        if (_characters.Length - _length < most)
        {
            Array.Resize(ref _characters, Math.Max(_characters.Length * 2, _length + most));
        }

        return _characters.AsSpan(_length);
    }

    /// <summary>Ends the cell that was written to <see cref="Room"/>.</summary>
    public void Added(int length)
    {
        if (_ends.Count < MostCells)
        {
            _length += length;
            _ends.Add(_length);
        }
    }

    /// <summary>Adds a cell.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        text.CopyTo(Room(text.Length));
        Added(text.Length);
    }

    /// <summary>Adds empty cells up to a number of cells.</summary>
    public void PadTo(int count)
    {
        while (_ends.Count < Math.Min(count, MostCells))
        {
            _ends.Add(_length);
        }
    }
}
