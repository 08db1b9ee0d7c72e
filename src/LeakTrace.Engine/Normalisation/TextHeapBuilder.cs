using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Normalisation;

/// <summary>Collects the texts of a column, one a record at most, in the order of the records.</summary>
sealed class TextHeapBuilder
{
    char[] _characters = new char[1024];
    int[] _offsets = new int[256];
    int _length;
    int _filled;

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
        return new TextHeap(_characters.AsSpan(0, _length).ToArray(), _offsets.AsSpan(0, records + 1).ToArray());
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
