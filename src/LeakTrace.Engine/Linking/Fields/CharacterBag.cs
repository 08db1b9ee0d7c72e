using System.Numerics;

namespace LeakTrace.Engine.Linking.Fields;

/// <summary>Which characters a text has, in 64 bits: a bound of the edit distance that costs two instructions.</summary>
static class CharacterBag
{
    /// <summary>The bag of a text.</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        ulong bag = 0;
        foreach (var unit in text)
        {
            bag |= 1UL << (unit switch
            {
                >= 'a' and <= 'z' => unit - 'a',
                >= '0' and <= '9' => 26 + unit - '0',
                _ => 36 + unit % 28,
            });
        }

        return bag;
    }

    /// <summary>The digits of a text, each five times at most, and which other characters it has: a bag that tells numbers apart.</summary>
    public static ulong CountsOf(ReadOnlySpan<char> text)
    {
        ulong bag = 0;
        foreach (var unit in text)
        {
            if (!char.IsAsciiDigit(unit))
            {
                bag |= 1UL << (50 + unit % 14);
                continue;
            }

            // The lowest bit of the digit's five that is not set yet.
            var first = 5 * (unit - '0');
            bag |= (bag + (1UL << first)) & ~bag & (0x1FUL << first);
        }

        return bag;
    }

    /// <summary>No fewer edits than this turn one text into the other: each edit adds and removes one character at most.</summary>
    public static int FewestEdits(ulong left, ulong right) =>
        Math.Max(BitOperations.PopCount(left & ~right), BitOperations.PopCount(right & ~left));

    /// <summary>No more characters than this are common to two texts of these lengths and bags, each used once.</summary>
    public static int MostCommon(int leftLength, int rightLength, ulong left, ulong right) =>
        Math.Min(leftLength - BitOperations.PopCount(left & ~right), rightLength - BitOperations.PopCount(right & ~left));

    /// <summary>The first units of a text, four at most, as a number; zero of a text that is shorter.</summary>
    public static ulong StartOf(string text, int length)
    {
        if (text.Length < length)
        {
            return 0;
        }

        ulong start = 0;
        for (var i = 0; i < length; i++)
        {
            start = (start << 16) | text[i];
        }

        return start;
    }
}
