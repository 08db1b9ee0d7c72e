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

    /// <summary>No fewer edits than this turn one text into the other: each edit adds and removes one character at most.</summary>
    public static int FewestEdits(ulong left, ulong right) =>
        Math.Max(BitOperations.PopCount(left & ~right), BitOperations.PopCount(right & ~left));
}
