namespace LeakTrace.Engine.Linking.Fields;

/// <summary>How much of their words two values share, each word weighed by the bits that its rarity tells (Cohen, Ravikumar and Fienberg 2003).</summary>
sealed class WordLikeness
{
    const int ShortestMistyped = 4;
    const int ShortestCut = 3;

    readonly Tokens _tokens;
    readonly ulong[] _bags;
    readonly double[] _bits;
    readonly ulong[] _starts;
    readonly double[] _totals;
    readonly ulong[] _words;

    /// <summary>Prepares the words.</summary>
    public WordLikeness(Tokens tokens)
    {
        _tokens = tokens;
        _bags = new ulong[tokens.Count];
        _bits = new double[tokens.Count];
        _starts = new ulong[tokens.Count];
        _totals = new double[tokens.Of.Length];
        _words = new ulong[tokens.Of.Length];
        for (var i = 0; i < tokens.Count; i++)
        {
            _bags[i] = CharacterBag.Of(tokens[i]);
            _bits[i] = Math.Max(0.5, tokens.BitsOf(i));
            _starts[i] = char.IsAsciiDigit(tokens[i][0]) ? 0 : CharacterBag.StartOf(tokens[i], ShortestCut);
        }

        for (var v = 0; v < _totals.Length; v++)
        {
            foreach (var word in tokens.Of[v])
            {
                _totals[v] += _bits[word];
                _words[v] |= 1UL << word;
            }
        }
    }

    /// <summary>Bits of a word.</summary>
    public double BitsOf(int token) => _bits[token];

    /// <summary>Share of all bits that both have, from 0 to 1, and those bits; mistyped words count in part.</summary>
    public (double Share, double Bits) Between(int left, int right)
    {
        int[] words = _tokens.Of[left], others = _tokens.Of[right];
        double total = _totals[left], rest = _totals[right], shared = 0;
        var open = words.Length >= 64 ? ulong.MaxValue : (1UL << words.Length) - 1;
        if ((_words[left] & _words[right]) != 0)
        {
            for (var i = 0; i < words.Length; i++)
            {
                if (Array.IndexOf(others, words[i]) >= 0)
                {
                    shared += _bits[words[i]];
                    open &= i < 64 ? ~(1UL << i) : ulong.MaxValue;
                }
            }
        }

        if (open != 0 && shared * 2 < total + rest)
        {
            shared += Mistyped(words, others, open);
        }

        return (2 * shared / (total + rest), shared);
    }

    /// <summary>Bits of words that differ by one edit or are cut short, each other word used once.</summary>
    double Mistyped(int[] words, int[] others, ulong open)
    {
        double bits = 0;
        ulong used = 0;
        for (var i = 0; i < words.Length && i < 64; i++)
        {
            if ((open >> i & 1) == 0)
            {
                continue;
            }

            for (var j = 0; j < others.Length && j < 64; j++)
            {
                if ((used >> j & 1) == 0 && IsAlike(words[i], others[j]) && Array.IndexOf(words, others[j]) < 0)
                {
                    used |= 1UL << j;
                    bits += 0.8 * Math.Min(_bits[words[i]], _bits[others[j]]);
                    break;
                }
            }
        }

        return bits;
    }

    /// <summary>Whether two words, neither a number, differ by one edit or begin alike; never of words shorter than three.</summary>
    bool IsAlike(int word, int other)
    {
        if (_starts[word] == 0 || _starts[other] == 0)
        {
            return false;
        }

        var isNear = CharacterBag.FewestEdits(_bags[word], _bags[other]) <= 1;
        if (!isNear && _starts[word] != _starts[other])
        {
            return false;
        }

        string a = _tokens[word], b = _tokens[other];
        return (isNear && Math.Min(a.Length, b.Length) >= ShortestMistyped && EditDistance.Between(a, b, 1) <= 1)
            || (_starts[word] == _starts[other] && (a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal)));
    }
}
