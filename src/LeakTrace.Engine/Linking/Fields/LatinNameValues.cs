namespace LeakTrace.Engine.Linking.Fields;

/// <summary>Names and labels in letters: initials, spellings, sounds, nicknames, words in another order or left out.</summary>
sealed class LatinNameValues : IFieldValues
{
    const double Alike = 0.85;
    const int ShortestForTwoEdits = 6;
    const int ShortestStart = 4;

    static readonly string[] _levels =
        ["different", "initial", "shared-word", "alike", "nickname", "two-edits", "contained", "one-edit", "same-words"];

    readonly Traits[] _traits;
    readonly string[] _joined;
    readonly Tokens _tokens;

    /// <summary>Prepares the values; the first is the empty one.</summary>
    public LatinNameValues(string[] texts, Tokens tokens)
    {
        _tokens = tokens;
        _joined = new string[texts.Length];
        _traits = new Traits[texts.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            var joined = texts[i].Contains(' ', StringComparison.Ordinal) ? texts[i].Replace(" ", "", StringComparison.Ordinal) : texts[i];
            var words = tokens[i];
            ulong wordBits = 0;
            foreach (var word in words)
            {
                wordBits |= 1UL << word;
            }

            _joined[i] = joined;
            _traits[i] = new Traits(
                CharacterBag.Of(joined), wordBits, SoundKey.Of(joined), CharacterBag.StartOf(joined, ShortestStart), joined.Length,
                NickNames.FamiliesOf(words.Length > 1 ? tokens.TextOf(words[0]) : joined));
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Levels => _levels;

    /// <inheritdoc/>
    public bool IsOpen(int value) => false;

    /// <inheritdoc/>
    public void Between(ReadOnlySpan<int> lefts, ReadOnlySpan<int> rights, Span<byte> levels)
    {
        for (var i = 0; i < levels.Length; i++)
        {
            levels[i] = (byte)Between(lefts[i], rights[i]);
        }
    }

    /// <inheritdoc/>
    public int Between(int left, int right)
    {
        ref readonly Traits first = ref _traits[left], second = ref _traits[right];
        var fewest = CharacterBag.FewestEdits(first.Bag, second.Bag);
        var shorter = Math.Min(first.Length, second.Length);
        var mayShare = (first.Words & second.Words) != 0;
        if (!mayShare && 2 * fewest > shorter && shorter > 3 && fewest > 2 && first.Sound != second.Sound && first.Start != second.Start
            && (first.Families is null || second.Families is null))
        {
            // Most pairs: nothing that a level below asks for.
            return 1;
        }

        string a = _joined[left], b = _joined[right];
        ReadOnlySpan<int> words = _tokens[left], others = _tokens[right];
        var several = words.Length > 1 || others.Length > 1;
        var shared = several && mayShare ? Shared(words, others) : 0;
        if (several && shared == words.Length && shared == others.Length)
        {
            return 9;
        }

        var edits = fewest <= 2 ? EditDistance.Between(a, b, 2) : 3;
        if (edits == 0)
        {
            return 9;
        }

        if (edits == 1 && shorter >= 3)
        {
            return 8;
        }

        if (shared > 0 && shared == Math.Min(words.Length, others.Length) && shorter >= 2)
        {
            return 7;
        }

        if (shorter == 1 || (several && shorter <= 3 && edits > 1))
        {
            return a[0] == b[0] && shared == 0 ? 2 : shared > 0 ? 3 : 1;
        }

        if (edits == 2 && shorter >= ShortestForTwoEdits)
        {
            return 6;
        }

        if (NickNames.Meet(first.Families, second.Families))
        {
            return several && shared == 0 ? 4 : 5;
        }

        if (shorter >= ShortestStart && first.Start == second.Start && (a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal)))
        {
            return 7;
        }

        if (Math.Min(words.Length, others.Length) > 1 && shared * 2 >= Math.Min(words.Length, others.Length))
        {
            return 3;
        }

        if ((first.Sound == second.Sound && shorter >= 3) || (2 * fewest <= shorter && AreAlike(left, right)))
        {
            return 4;
        }

        return shared > 0 ? 3 : 1;
    }

    bool AreAlike(int left, int right)
    {
        string a = _joined[left], b = _joined[right];
        return JaroWinkler.Most(a, b, CharacterBag.MostCommon(a.Length, b.Length, _traits[left].Bag, _traits[right].Bag)) >= Alike && JaroWinkler.Between(a, b) >= Alike;
    }

    static int Shared(ReadOnlySpan<int> words, ReadOnlySpan<int> others)
    {
        var shared = 0;
        foreach (var word in words)
        {
            shared += Tokens.Has(others, word) ? 1 : 0;
        }

        return shared;
    }

    /// <summary>What tells most pairs apart, side by side: a pair touches one line of the cache for each value.</summary>
    readonly record struct Traits(ulong Bag, ulong Words, ulong Sound, ulong Start, int Length, int[]? Families);
}
