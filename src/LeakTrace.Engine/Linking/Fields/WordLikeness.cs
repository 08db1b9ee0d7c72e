using System.Numerics;

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
    readonly Traits[] _traits;

    /// <summary>Prepares the words.</summary>
    public WordLikeness(Tokens tokens)
    {
        _tokens = tokens;
        _bags = new ulong[tokens.Count];
        _bits = new double[tokens.Count];
        _starts = new ulong[tokens.Count];
        _traits = new Traits[tokens.Length];
        for (var i = 0; i < tokens.Count; i++)
        {
            var text = tokens.TextOf(i);
            _bags[i] = CharacterBag.Of(text);
            _bits[i] = Math.Max(0.5, tokens.BitsOf(i));
            _starts[i] = char.IsAsciiDigit(text[0]) ? 0 : CharacterBag.StartOf(text, ShortestCut);
        }

        for (var v = 0; v < _traits.Length; v++)
        {
            double total = 0;
            ulong words = 0, spelt = 0;
            var own = tokens[v];
            for (var i = 0; i < own.Length; i++)
            {
                total += _bits[own[i]];
                words |= 1UL << own[i];
                spelt |= i < 64 && _starts[own[i]] != 0 ? 1UL << i : 0;
            }

            _traits[v] = new Traits(total, words, spelt);
        }
    }

    /// <summary>Bits of a word.</summary>
    public double BitsOf(int token) => _bits[token];

    /// <summary>Share of all bits that both have, from 0 to 1, and those bits; mistyped words count in part.</summary>
    public (double Share, double Bits) Between(int left, int right)
    {
        ReadOnlySpan<int> words = _tokens[left], others = _tokens[right];
        ref readonly Traits first = ref _traits[left], second = ref _traits[right];
        double all = first.Total + second.Total, shared = 0;
        var open = first.Spelt;
        if ((first.Words & second.Words) != 0)
        {
            for (var i = 0; i < words.Length; i++)
            {
                if ((second.Words >> words[i] & 1) != 0 && Tokens.Has(others, words[i]))
                {
                    shared += _bits[words[i]];
                    open &= i < 64 ? ~(1UL << i) : ulong.MaxValue;
                }
            }
        }

        if (open != 0 && second.Spelt != 0 && shared * 2 < all)
        {
            shared += Mistyped(words, others, open, second.Spelt);
        }

        return (2 * shared / all, shared);
    }

    /// <summary>Bits of words that differ by one edit or are cut short, each other word used once.</summary>
    double Mistyped(ReadOnlySpan<int> words, ReadOnlySpan<int> others, ulong open, ulong unused)
    {
        double bits = 0;
        for (; open != 0; open &= open - 1)
        {
            var word = words[BitOperations.TrailingZeroCount(open)];
            for (var rest = unused; rest != 0; rest &= rest - 1)
            {
                var other = others[BitOperations.TrailingZeroCount(rest)];
                if (IsAlike(word, other) && !Tokens.Has(words, other))
                {
                    unused &= ~(rest & (~rest + 1));
                    bits += 0.8 * Math.Min(_bits[word], _bits[other]);
                    break;
                }
            }
        }

        return bits;
    }

    /// <summary>Whether two words, neither of them a number or shorter than three, differ by one edit or begin alike.</summary>
    bool IsAlike(int word, int other)
    {
        var isNear = CharacterBag.FewestEdits(_bags[word], _bags[other]) <= 1;
        if (!isNear && _starts[word] != _starts[other])
        {
            return false;
        }

        string a = _tokens.TextOf(word), b = _tokens.TextOf(other);
        return (isNear && Math.Min(a.Length, b.Length) >= ShortestMistyped && EditDistance.Between(a, b, 1) <= 1)
            || (_starts[word] == _starts[other] && (a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal)));
    }

    /// <summary>Bits of all words of a value, which words they are, as a filter, and which of its first 64 may be mistyped.</summary>
    readonly record struct Traits(double Total, ulong Words, ulong Spelt);
}
