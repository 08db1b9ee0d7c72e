namespace LeakTrace.Engine.Linking.Fields;

/// <summary>How much of their words two values share, each word weighed by the bits that its rarity tells (Cohen, Ravikumar and Fienberg 2003).</summary>
sealed class WordLikeness
{
    const int ShortestMistyped = 4;
    const int ShortestCut = 3;

    readonly Tokens _tokens;
    readonly ulong[] _bags;
    readonly double[] _bits;

    /// <summary>Prepares the words.</summary>
    public WordLikeness(Tokens tokens)
    {
        _tokens = tokens;
        _bags = new ulong[tokens.Count];
        _bits = new double[tokens.Count];
        for (var i = 0; i < tokens.Count; i++)
        {
            _bags[i] = CharacterBag.Of(tokens[i]);
            _bits[i] = Math.Max(0.5, tokens.BitsOf(i));
        }
    }

    /// <summary>Bits of a word.</summary>
    public double BitsOf(int token) => _bits[token];

    /// <summary>Share of all bits that both have, from 0 to 1, and those bits; mistyped words count in part.</summary>
    public (double Share, double Bits) Between(int left, int right)
    {
        int[] words = _tokens.Of[left], others = _tokens.Of[right];
        double total = 0, shared = 0, rest = 0;
        ulong open = 0;
        foreach (var word in others)
        {
            rest += _bits[word];
        }

        for (var i = 0; i < words.Length; i++)
        {
            total += _bits[words[i]];
            if (Array.IndexOf(others, words[i]) >= 0)
            {
                shared += _bits[words[i]];
            }
            else if (i < 64)
            {
                open |= 1UL << i;
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

    bool IsAlike(int word, int other)
    {
        string a = _tokens[word], b = _tokens[other];
        var shorter = Math.Min(a.Length, b.Length);
        if (shorter >= ShortestMistyped && CharacterBag.FewestEdits(_bags[word], _bags[other]) <= 1 && !char.IsAsciiDigit(a[0])
            && EditDistance.Between(a, b, 1) <= 1)
        {
            return true;
        }

        return shorter >= ShortestCut && !char.IsAsciiDigit(a[0])
            && (a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal));
    }
}
