namespace LeakTrace.Engine.Linking.Fields;

/// <summary>The words of many values as numbers, with how many values have each.</summary>
sealed class Tokens
{
    readonly DistinctTexts _texts = new();
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
    public string TextOf(int token) => _texts.Texts[token + 1];

    /// <summary>Number of words.</summary>
    public int Count => _counts.Count;

    /// <summary>Number of values that have a word.</summary>
    public int CountOf(int token) => _counts[token];

    /// <summary>What sharing a word tells in bits: log2 of one in how many values has it.</summary>
    public double BitsOf(int token) => Math.Log2((Values + 1.0) / _counts[token]);

    /// <summary>Whether a word is among a few: a plain loop, for what the library has is made for many.</summary>
    public static bool Has(ReadOnlySpan<int> words, int word)
    {
        foreach (var other in words)
        {
            if (other == word)
            {
                return true;
            }
        }

        return false;
    }

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
                    Add(value.AsSpan(start, i - start), list);
                    start = -1;
                }

                if (isHan)
                {
                    var alone = (i == 0 || value[i - 1] < '\u3400') && (i + 1 == value.Length || value[i + 1] < '\u3400');
                    if (alone || (i + 1 < value.Length && value[i + 1] >= '\u3400'))
                    {
                        Add(value.AsSpan(i, alone ? 1 : 2), list);
                    }
                }
            }
            else if (start < 0)
            {
                start = i;
            }
            else if (char.IsAsciiDigit(unit) != char.IsAsciiDigit(value[i - 1]))
            {
                Add(value.AsSpan(start, i - start), list);
                start = i;
            }
        }
    }

    void Add(ReadOnlySpan<char> text, List<int> list)
    {
        // The empty text, which no word is, has number 0.
        var id = _texts.NumberOf(text) - 1;
        if (id == _counts.Count)
        {
            _counts.Add(0);
        }

        if (!list.Contains(id))
        {
            list.Add(id);
        }
    }
}
