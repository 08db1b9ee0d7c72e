namespace LeakTrace.Engine.Normalisation;

/// <summary>Numbers the distinct labels of a column from 1 in order of first appearance.</summary>
sealed class LabelIndex
{
    readonly List<string> _labels = [];
    readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    string _last = "";
    int _lastNumber;

    public LabelIndex()
    {
        _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Number of a label, which is remembered if it is new.</summary>
    public int NumberOf(ReadOnlySpan<char> label)
    {
        // Exports are sorted or filtered by institution: the label of the row before is the likeliest.
        if (_lastNumber > 0 && label.SequenceEqual(_last))
        {
            return _lastNumber;
        }

        if (!_lookup.TryGetValue(label, out var number))
        {
            var text = label.ToString();
            _labels.Add(text);
            number = _labels.Count;
            _numbers.Add(text, number);
        }

        _last = _labels[number - 1];
        _lastNumber = number;
        return number;
    }

    /// <summary>The labels in order.</summary>
    public string[] ToArray() => [.. _labels];
}
