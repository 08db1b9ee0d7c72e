using System.Numerics;

namespace LeakTrace.Engine.Linking.Fields;

/// <summary>Similarity of Jaro (1989) with Winkler's credit for a common beginning (1990).</summary>
static class JaroWinkler
{
    const int Longest = 64;
    const int LongestPrefix = 4;

    /// <summary>No similarity is more where no more characters than these are common.</summary>
    public static double Most(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int common)
    {
        if (common <= 0 || Math.Max(left.Length, right.Length) > Longest)
        {
            return common <= 0 ? 0 : 1;
        }

        var jaro = ((double)common / left.Length + (double)common / right.Length + 1) / 3;
        return jaro + Math.Min(LongestPrefix, left.CommonPrefixLength(right)) * 0.1 * (1 - jaro);
    }

    /// <summary>From 0 (nothing in common) to 1 (equal); units beyond the 64th are not compared.</summary>
    public static double Between(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        left = left.Length > Longest ? left[..Longest] : left;
        right = right.Length > Longest ? right[..Longest] : right;
        if (left.IsEmpty || right.IsEmpty)
        {
            return left.Length == right.Length ? 1 : 0;
        }

        var window = Math.Max(0, Math.Max(left.Length, right.Length) / 2 - 1);
        ulong usedLeft = 0, usedRight = 0;
        for (var i = 0; i < left.Length; i++)
        {
            var last = Math.Min(right.Length - 1, i + window);
            for (var j = Math.Max(0, i - window); j <= last; j++)
            {
                if (left[i] == right[j] && (usedRight >> j & 1) == 0)
                {
                    usedLeft |= 1UL << i;
                    usedRight |= 1UL << j;
                    break;
                }
            }
        }

        double common = BitOperations.PopCount(usedLeft);
        if (common == 0)
        {
            return 0;
        }

        var swaps = 0;
        for (ulong a = usedLeft, b = usedRight; a != 0; a &= a - 1, b &= b - 1)
        {
            swaps += left[BitOperations.TrailingZeroCount(a)] == right[BitOperations.TrailingZeroCount(b)] ? 0 : 1;
        }

        var jaro = (common / left.Length + common / right.Length + (common - swaps / 2) / common) / 3;
        var prefix = Math.Min(LongestPrefix, left.CommonPrefixLength(right));
        return jaro + prefix * 0.1 * (1 - jaro);
    }
}
