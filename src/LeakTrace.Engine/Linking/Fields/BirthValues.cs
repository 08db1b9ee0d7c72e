namespace LeakTrace.Engine.Linking.Fields;

/// <summary>Dates spread over decades, such as births: compared by what people mistype in them.</summary>
sealed class BirthValues : IFieldValues
{
    static readonly string[] _levels =
        ["different", "same-year", "same-month-and-day", "same-year-and-day", "same-year-and-month", "two-digits", "year-only", "swapped", "one-digit"];

    readonly string[] _texts;
    readonly ulong[] _bags;

    /// <summary>Takes values of the form yyyymmdd; the first is the empty one.</summary>
    public BirthValues(string[] texts)
    {
        _texts = texts;
        _bags = Array.ConvertAll(texts, text => CharacterBag.Of(text));
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Levels => _levels;

    /// <inheritdoc/>
    public bool IsOpen(int value) => false;

    /// <inheritdoc/>
    public int Between(int left, int right)
    {
        string a = _texts[left], b = _texts[right];
        if (a.Length != 8 || b.Length != 8)
        {
            return EditDistance.Between(a, b, 2) switch { 1 => 9, 2 => 6, _ => 1 };
        }

        if (a[0] != b[0] && a[7] != b[7] && CharacterBag.FewestEdits(_bags[left], _bags[right]) > 2)
        {
            return 1;
        }

        var different = 0;
        int first = -1, last = -1;
        for (var i = 0; i < 8; i++)
        {
            if (a[i] != b[i])
            {
                different++;
                first = first < 0 ? i : first;
                last = i;
            }
        }

        if (different == 1)
        {
            return 9;
        }

        var sameYear = first >= 4;
        if ((different == 2 && last == first + 1 && a[first] == b[last] && a[last] == b[first])
            || (sameYear && a.AsSpan(4, 2).SequenceEqual(b.AsSpan(6, 2)) && a.AsSpan(6, 2).SequenceEqual(b.AsSpan(4, 2))))
        {
            return 8;
        }

        if (sameYear && (IsFirstOfYear(a) || IsFirstOfYear(b)))
        {
            return 7;
        }

        if (different == 2 && EditDistance.Between(a, b, 2) <= 2)
        {
            return first >= 6 ? 5 : sameYear && last < 6 ? 4 : last < 4 ? 3 : 6;
        }

        return last < 4 ? 3 : sameYear ? 2 : CharacterBag.FewestEdits(_bags[left], _bags[right]) <= 2 && EditDistance.Between(a, b, 2) <= 2 ? 6 : 1;
    }

    static bool IsFirstOfYear(string date) => date.EndsWith("0101", StringComparison.Ordinal);
}
