using System.Numerics;

namespace LeakTrace.Engine.Linking.Fields;

/// <summary>Dates spread over decades, such as births: compared by what people mistype in them.</summary>
sealed class BirthValues : IFieldValues
{
    // 0101, the first digit the lowest byte.
    const ulong FirstOfYear = 0x3130_3130;

    static readonly string[] _levels =
        ["different", "same-year", "same-month-and-day", "same-year-and-day", "same-year-and-month", "two-digits", "year-only", "swapped", "one-digit"];

    readonly string[] _texts;
    readonly (ulong Digits, ulong Counts)[] _traits;

    /// <summary>Takes values of the form yyyymmdd; the first is the empty one.</summary>
    public BirthValues(string[] texts)
    {
        _texts = texts;
        _traits = Array.ConvertAll(texts, text => (DigitsOf(text), CharacterBag.CountsOf(text)));
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
        var ((a, counts), (b, others)) = (_traits[left], _traits[right]);
        if (a == 0 || b == 0)
        {
            return EditDistance.Between(_texts[left], _texts[right], 2) switch { 1 => 9, 2 => 6, _ => 1 };
        }

        var apart = a ^ b;
        if (apart == 0)
        {
            return 1;
        }

        // Each differing digit has a bit set below its seventh, which this carries into its eighth.
        var different = BitOperations.PopCount((apart + 0x7F7F_7F7F_7F7F_7F7F) & 0x8080_8080_8080_8080);
        int first = BitOperations.TrailingZeroCount(apart) >> 3, last = BitOperations.Log2(apart) >> 3;
        if (different == 1)
        {
            return 9;
        }

        var sameYear = first >= 4;
        if ((different == 2 && last == first + 1 && (byte)(a >> (8 * first)) == (byte)(b >> (8 * last)) && (byte)(a >> (8 * last)) == (byte)(b >> (8 * first)))
            || (sameYear && (a >> 48) == (b >> 32 & 0xFFFF) && (b >> 48) == (a >> 32 & 0xFFFF)))
        {
            return 8;
        }

        if (sameYear && (a >> 32 == FirstOfYear || b >> 32 == FirstOfYear))
        {
            return 7;
        }

        if (different == 2)
        {
            return first >= 6 ? 5 : sameYear && last < 6 ? 4 : last < 4 ? 3 : 6;
        }

        return last < 4 ? 3 : sameYear ? 2
            : CharacterBag.FewestEdits(counts, others) <= 2 && EditDistance.Between(_texts[left], _texts[right], 2) <= 2 ? 6 : 1;
    }

    /// <summary>Eight digits as bytes, the first the lowest; zero of what is no eight digits.</summary>
    internal static ulong DigitsOf(string text)
    {
        if (text.Length != 8)
        {
            return 0;
        }

        ulong digits = 0;
        for (var i = 0; i < 8; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                return 0;
            }

            digits |= (ulong)text[i] << (8 * i);
        }

        return digits;
    }
}
