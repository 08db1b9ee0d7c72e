using LeakTrace.Engine.Comparison;

namespace LeakTrace.Engine.Linking.Fields;

/// <summary>Numbers and codes that name something: by edits, masks, common beginnings and, in mail addresses, the part before the sign.</summary>
sealed class CodeValues : IFieldValues
{
    const double Alike = 0.7;

    static readonly string[] _levels = ["different", "beginning", "long-beginning", "alike", "mask", "two-edits", "same-mailbox", "one-edit"];

    readonly string[] _texts;
    readonly ulong[] _bags;
    readonly bool[] _isOpen;
    readonly int[] _mailboxes;

    /// <summary>Prepares the values; the first is the empty one.</summary>
    public CodeValues(string[] texts)
    {
        _texts = texts;
        _bags = new ulong[texts.Length];
        _isOpen = new bool[texts.Length];
        _mailboxes = new int[texts.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            _bags[i] = CharacterBag.Of(texts[i]);
            _isOpen[i] = texts[i].Contains('*', StringComparison.Ordinal);
            _mailboxes[i] = texts[i].IndexOf('@', StringComparison.Ordinal);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Levels => _levels;

    /// <inheritdoc/>
    public bool IsOpen(int value) => _isOpen[value];

    /// <inheritdoc/>
    public int Between(int left, int right)
    {
        string a = _texts[left], b = _texts[right];
        if (_isOpen[left] || _isOpen[right])
        {
            return a.Length == b.Length ? Masked(a, b) : WildcardText.Fits(a, b) ? 5 : 1;
        }

        var fewest = CharacterBag.FewestEdits(_bags[left], _bags[right]);
        var shorter = Math.Min(a.Length, b.Length);
        if (fewest <= 2 && shorter >= 3)
        {
            var edits = EditDistance.Between(a, b, 2);
            if (edits <= 1 || (edits == 2 && shorter >= 6))
            {
                return edits <= 1 ? 8 : 6;
            }
        }

        int at = _mailboxes[left], other = _mailboxes[right];
        if (at > 2 && other > 2 && EditDistance.Between(a.AsSpan(0, at), b.AsSpan(0, other), 1) <= 1)
        {
            return 7;
        }

        var prefix = a.AsSpan().CommonPrefixLength(b);
        return 3 * prefix >= 2 * shorter ? 3
            : 2 * fewest < shorter && shorter > 6 && AreAlike(left, right) ? 4
            : 2 * prefix >= shorter ? 2 : 1;
    }

    bool AreAlike(int left, int right)
    {
        string a = _texts[left], b = _texts[right];
        var common = CharacterBag.MostCommon(a.Length, b.Length, _bags[left], _bags[right]);
        return 2 * common >= Alike * (a.Length + b.Length) && TextSimilarity.Between(a, b) >= Alike;
    }

    static int Masked(string a, string b)
    {
        var known = 0;
        for (var i = 0; i < a.Length; i++)
        {
            if (a[i] == '*' || b[i] == '*')
            {
                continue;
            }

            if (a[i] != b[i])
            {
                return 1;
            }

            known++;
        }

        return known >= 4 ? 5 : 0;
    }
}
