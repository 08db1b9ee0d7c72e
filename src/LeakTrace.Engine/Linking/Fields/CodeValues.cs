using LeakTrace.Engine.Comparison;

namespace LeakTrace.Engine.Linking.Fields;

/// <summary>Numbers and codes that name something: by edits, masks, common beginnings and, in mail addresses, the part before the sign.</summary>
sealed class CodeValues : IFieldValues
{
    const double Alike = 0.7;
    const int Start = 4;

    static readonly string[] _levels = ["different", "beginning", "long-beginning", "alike", "mask", "two-edits", "same-mailbox", "one-edit"];

    readonly string[] _texts;
    readonly Traits[] _traits;

    /// <summary>Prepares the values; the first is the empty one.</summary>
    public CodeValues(string[] texts)
    {
        _texts = texts;
        _traits = Array.ConvertAll(texts, text => new Traits(
            CharacterBag.Of(text), CharacterBag.CountsOf(text), CharacterBag.StartOf(text, Start), text.Length,
            text.IndexOf('@', StringComparison.Ordinal), text.Contains('*', StringComparison.Ordinal)));
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Levels => _levels;

    /// <inheritdoc/>
    public bool IsOpen(int value) => _traits[value].IsOpen;

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
        string a = _texts[left], b = _texts[right];
        if (first.IsOpen || second.IsOpen)
        {
            return a.Length == b.Length ? Masked(a, b) : WildcardText.Fits(a, b) ? 5 : 1;
        }

        var shorter = Math.Min(first.Length, second.Length);
        if (CharacterBag.FewestEdits(first.Counts, second.Counts) <= 2 && shorter >= 3)
        {
            var edits = EditDistance.Between(a, b, 2);
            if (edits <= 1 || (edits == 2 && shorter >= 6))
            {
                return edits <= 1 ? 8 : 6;
            }
        }

        int at = first.Mailbox, other = second.Mailbox;
        if (at > 2 && other > 2 && EditDistance.Between(a.AsSpan(0, at), b.AsSpan(0, other), 1) <= 1)
        {
            return 7;
        }

        // Of long texts, a beginning shorter than four decides nothing.
        var prefix = shorter >= 2 * Start && first.Start != second.Start ? 0 : a.AsSpan().CommonPrefixLength(b);
        return 3 * prefix >= 2 * shorter ? 3
            : shorter > 6 && 2 * CharacterBag.FewestEdits(first.Bag, second.Bag) < shorter && AreAlike(first, second, a, b) ? 4
            : 2 * prefix >= shorter ? 2 : 1;
    }

    static bool AreAlike(in Traits first, in Traits second, string a, string b)
    {
        var common = Math.Min(
            CharacterBag.MostCommon(a.Length, b.Length, first.Bag, second.Bag), CharacterBag.MostCommon(a.Length, b.Length, first.Counts, second.Counts));
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

    /// <summary>What tells most pairs apart, side by side: a pair touches one line of the cache for each value.</summary>
    readonly record struct Traits(ulong Bag, ulong Counts, ulong Start, int Length, int Mailbox, bool IsOpen);
}
