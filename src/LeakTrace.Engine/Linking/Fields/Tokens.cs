namespace LeakTrace.Engine.Linking.Fields;

/// <summary>The words of many values as numbers, with how many values have each.</summary>
sealed class Tokens
{
    readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    readonly List<string> _texts = [];
    readonly List<int> _counts = [];
    readonly int[] _starts;
    readonly int[] _words;

    /// <summary>Splits values into words; of Han text, each pair of neighbours is a word.</summary>
    public Tokens(IReadOnlyList<string> values)
    {
        _starts = new int[values.Count + 1];
        var all = new List<int>();
        var list = new List<int>();
        for (var v = 0; v < values.Count; v++)
        {
            list.Clear();
            Split(values[v], list);
            foreach (var id in list)
            {
                _counts[id]++;
            }

            all.AddRange(list);
            _starts[v + 1] = all.Count;
        }

        _words = [.. all];
        Values = Math.Max(1, values.Count - 1);
    }

    /// <summary>Words of a value without repetition, in order.</summary>
    public ReadOnlySpan<int> this[int value] => _words.AsSpan(_starts[value], _starts[value + 1] - _starts[value]);

    /// <summary>Number of values, the empty one included.</summary>
    public int Length => _starts.Length - 1;

    /// <summary>Number of words of all values together.</summary>
    public int Occurrences => _words.Length;

    /// <summary>Number of present values.</summary>
    public int Values { get; }

    /// <summary>Text of a word.</summary>
    public string TextOf(int token) => _texts[token];

    /// <summary>Number of words.</summary>
    public int Count => _texts.Count;

    /// <summary>Number of values that have a word.</summary>
    public int CountOf(int token) => _counts[token];

    /// <summary>What sharing a word tells in bits: log2 of one in how many values has it.</summary>
    public double BitsOf(int token) => Math.Log2((Values + 1.0) / _counts[token]);

    void Split(string value, List<int> list)
    {
        var start = -1;
        for (var i = 0; i <= value.Length; i++)
        {
            var unit = i < value.Length ? value[i] : ' ';
            var isHan = unit >= '\u3400' && unit < '\uF000';
            if (unit == ' ' || isHan)
            {
                if (start >= 0)
                {
                    Add(value[start..i], list);
                    start = -1;
                }

                if (isHan)
                {
                    var alone = (i == 0 || value[i - 1] < '\u3400') && (i + 1 == value.Length || value[i + 1] < '\u3400');
                    if (alone || (i + 1 < value.Length && value[i + 1] >= '\u3400'))
                    {
                        Add(alone ? value[i..(i + 1)] : value[i..(i + 2)], list);
                    }
                }
            }
            else if (start < 0)
            {
                start = i;
            }
            else if (char.IsAsciiDigit(unit) != char.IsAsciiDigit(value[i - 1]))
            {
                Add(value[start..i], list);
                start = i;
            }
        }
    }

    void Add(string text, List<int> list)
    {
        if (!_ids.TryGetValue(text, out var id))
        {
            id = _texts.Count;
            _ids[text] = id;
            _texts.Add(text);
            _counts.Add(0);
        }

        if (!list.Contains(id))
        {
            list.Add(id);
        }
    }
}
