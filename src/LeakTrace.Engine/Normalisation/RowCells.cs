namespace LeakTrace.Engine.Normalisation;

/// <summary>The cells of one row, one after another in one buffer.</summary>
public readonly ref struct RowCells
{
    readonly ReadOnlySpan<char> _characters;
    readonly ReadOnlySpan<int> _ends;

    /// <summary>
    /// Creates a row over its buffers; cell i ends at <paramref name="ends"/>[i] and starts where the one before ends.
    /// </summary>
    public RowCells(ReadOnlySpan<char> characters, ReadOnlySpan<int> ends)
    {
        _characters = characters;
        _ends = ends;
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

            var start = column == 0 ? 0 : _ends[column - 1];
            return _characters[start.._ends[column]];
        }
    }
}
