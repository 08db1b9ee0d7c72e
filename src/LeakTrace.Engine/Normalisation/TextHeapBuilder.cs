using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Normalisation;

/// <summary>Collects the texts of a column, one a record at most, in the order of the records.</summary>
sealed class TextHeapBuilder
{
    // Texts gather in memory that the thread keeps for the next table: growing, they would be copied over and over.
    [ThreadStatic]
    static Stack<char[]>? _spare;

    char[] _characters = _spare?.TryPop(out var spare) == true ? spare : new char[1 << 16];
    int[] _offsets;
    int _length;
    int _filled;

    /// <summary>Creates the builder for a likely number of records.</summary>
    public TextHeapBuilder(int capacity) => _offsets = new int[Math.Max(256, capacity + 1)];

    /// <summary>Gives a record its text; records skipped since the last call have none.</summary>
    public void Append(int record, ReadOnlySpan<char> text)
    {
        FillTo(record);
        if (_length + text.Length > _characters.Length)
        {
            Array.Resize(ref _characters, Math.Max(_characters.Length * 2, _length + text.Length));
        }

        text.CopyTo(_characters.AsSpan(_length));
        _length += text.Length;
    }

    /// <summary>The heap over a number of records.</summary>
    public TextHeap Build(int records)
    {
        FillTo(records);
        Array.Resize(ref _offsets, records + 1);
        var heap = new TextHeap(_characters.AsSpan(0, _length).ToArray(), _offsets);
        (_spare ??= new Stack<char[]>()).Push(_characters);
        _characters = [];
        return heap;
    }

    void FillTo(int record)
    {
        if (record >= _offsets.Length)
        {
            Array.Resize(ref _offsets, Math.Max(_offsets.Length * 2, record + 1));
        }

        while (_filled <= record)
        {
            _offsets[_filled++] = _length;
        }
    }
}
