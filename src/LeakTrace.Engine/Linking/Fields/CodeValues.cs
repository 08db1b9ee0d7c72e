using LeakTrace.Engine.Comparison;

namespace LeakTrace.Engine.Linking.Fields;

/// <summary>Numbers and codes that name something: by edits, masks, common beginnings and, in mail addresses, the part before the sign.</summary>
sealed class CodeValues : IFieldValues
{
    const double Alike = 0.7;

    static readonly string[] _levels = ["different", "beginning", "long-beginning", "alike", "mask", "two-edits", "same-mailbox", "one-edit"];

    readonly string[] _texts;
    readonly ulong[] _bags;

    /// <summary>Prepares the values; the first is the empty one.</summary>
    public CodeValues(string[] texts)
    {
        _texts = texts;
        _bags = new ulong[texts.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            _bags[i] = CharacterBag.Of(texts[i]);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Levels => _levels;

    /// <inheritdoc/>
    public bool IsOpen(int value) => _texts[value].Contains('*', StringComparison.Ordinal);

    /// <inheritdoc/>
    public int Between(int left, int right)
    {
        string a = _texts[left], b = _texts[right];
        if (a.Contains('*', StringComparison.Ordinal) || b.Contains('*', StringComparison.Ordinal))
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

        int at = a.IndexOf('@', StringComparison.Ordinal), other = b.IndexOf('@', StringComparison.Ordinal);
        if (at > 2 && other > 2 && EditDistance.Between(a.AsSpan(0, at), b.AsSpan(0, other), 1) <= 1)
        {
            return 7;
        }

        var prefix = a.AsSpan().CommonPrefixLength(b);
        return 3 * prefix >= 2 * shorter ? 3
            : 2 * fewest < shorter && shorter > 6 && TextSimilarity.Between(a, b) >= Alike ? 4
            : 2 * prefix >= shorter ? 2 : 1;
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
