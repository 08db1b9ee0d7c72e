namespace LeakTrace.Engine.Linking.Fields;

/// <summary>Names and labels in letters: initials, spellings, sounds, nicknames, words in another order or left out.</summary>
sealed class LatinNameValues : IFieldValues
{
    const double Alike = 0.85;
    const int ShortestForTwoEdits = 6;
    const int ShortestStart = 4;

    static readonly string[] _levels =
        ["different", "initial", "shared-word", "alike", "nickname", "two-edits", "contained", "one-edit", "same-words"];

    readonly string[] _texts;
    readonly string[] _joined;
    readonly ulong[] _bags;
    readonly ulong[] _sounds;
    readonly ulong[] _words;
    readonly ulong[] _starts;
    readonly int[]?[] _families;
    readonly Tokens _tokens;

    /// <summary>Prepares the values; the first is the empty one.</summary>
    public LatinNameValues(string[] texts, Tokens tokens)
    {
        _texts = texts;
        _tokens = tokens;
        _joined = new string[texts.Length];
        _bags = new ulong[texts.Length];
        _sounds = new ulong[texts.Length];
        _words = new ulong[texts.Length];
        _starts = new ulong[texts.Length];
        _families = new int[]?[texts.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            _joined[i] = texts[i].Contains(' ', StringComparison.Ordinal) ? texts[i].Replace(" ", "", StringComparison.Ordinal) : texts[i];
            _bags[i] = CharacterBag.Of(_joined[i]);
            _sounds[i] = SoundKey.Of(_joined[i]);
            _starts[i] = CharacterBag.StartOf(_joined[i], ShortestStart);
            var words = tokens.Of[i];
            _families[i] = NickNames.FamiliesOf(words.Length > 1 ? tokens[words[0]] : _joined[i]);
            foreach (var word in words)
            {
                _words[i] |= 1UL << word;
            }
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Levels => _levels;

    /// <inheritdoc/>
    public bool IsOpen(int value) => false;

    /// <inheritdoc/>
    public int Between(int left, int right)
    {
        string a = _joined[left], b = _joined[right];
        var fewest = CharacterBag.FewestEdits(_bags[left], _bags[right]);
        var shorter = Math.Min(a.Length, b.Length);
        var mayShare = (_words[left] & _words[right]) != 0;
        if (!mayShare && 2 * fewest > shorter && shorter > 3 && fewest > 2 && _sounds[left] != _sounds[right] && _starts[left] != _starts[right]
            && (_families[left] is null || _families[right] is null))
        {
            // Most pairs: nothing that a level below asks for.
            return 1;
        }

        int[] words = _tokens.Of[left], others = _tokens.Of[right];
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

        if (NickNames.Meet(_families[left], _families[right]))
        {
            return several && shared == 0 ? 4 : 5;
        }

        if (shorter >= ShortestStart && _starts[left] == _starts[right] && (a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal)))
        {
            return 7;
        }

        if (Math.Min(words.Length, others.Length) > 1 && shared * 2 >= Math.Min(words.Length, others.Length))
        {
            return 3;
        }

        if ((_sounds[left] == _sounds[right] && shorter >= 3) || (2 * fewest <= shorter && AreAlike(left, right)))
        {
            return 4;
        }

        return shared > 0 ? 3 : 1;
    }

    bool AreAlike(int left, int right)
    {
        string a = _joined[left], b = _joined[right];
        return JaroWinkler.Most(a, b, CharacterBag.MostCommon(a.Length, b.Length, _bags[left], _bags[right])) >= Alike && JaroWinkler.Between(a, b) >= Alike;
    }

    static int Shared(int[] words, int[] others)
    {
        var shared = 0;
        foreach (var word in words)
        {
            shared += Array.IndexOf(others, word) >= 0 ? 1 : 0;
        }

        return shared;
    }
}
