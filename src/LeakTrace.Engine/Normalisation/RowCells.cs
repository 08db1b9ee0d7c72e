namespace LeakTrace.Engine.Normalisation;

/// <summary>The cells of one row, one after another in one buffer.</summary>
public readonly ref struct RowCells
{
    readonly ReadOnlySpan<char> _characters;
    readonly ReadOnlySpan<int> _ends;
    readonly int _gap;

    /// <summary>
    /// Creates a row over its buffers; cell i ends at <paramref name="ends"/>[i] and starts where the one before ends.
    /// </summary>
    /// <param name="characters">The row.</param>
    /// <param name="ends">Ends of its cells, ascending.</param>
    /// <param name="gap">Characters between a cell and the next: 1 where the delimiters stand in the buffer.</param>
    public RowCells(ReadOnlySpan<char> characters, ReadOnlySpan<int> ends, int gap = 0)
    {
        _characters = characters;
        _ends = ends;
        _gap = gap;
    }

    /// <summary>Number of cells.</summary>
    public int Count => _ends.Length;

    /// <summary>Cell of a 0-based column; empty beyond the last.</summary>
    public ReadOnlySpan<char> this[int column]
    {
        get
        {
            if ((uint)column >= (uint)_ends.Length)
            {
                return default;
            }

            var start = column == 0 ? 0 : _ends[column - 1] + _gap;
            return _characters[start.._ends[column]];
        }
    }
}
