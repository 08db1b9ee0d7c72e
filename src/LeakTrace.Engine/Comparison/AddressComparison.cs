using System.Numerics;

namespace LeakTrace.Engine.Comparison;

/// <summary>Compares folded addresses; the numbers in them (road, building, room) tell neighbours apart.</summary>
public static class AddressComparison
{
    const int ShortestPart = 6;

    /// <summary>Level of two folded addresses with their 64-bit bigram signatures.</summary>
    public static AddressLevel Between(ulong leftSignature, ReadOnlySpan<char> left, ulong rightSignature, ReadOnlySpan<char> right)
    {
        if (left.IsEmpty || right.IsEmpty)
        {
            return AddressLevel.Absent;
        }

        if (!left.Contains('*') && !right.Contains('*'))
        {
            return Unmasked(leftSignature, left, rightSignature, right);
        }

        return left.SequenceEqual(right) ? AddressLevel.Exact
            : WildcardText.Fits(left, right) ? AddressLevel.Fits
            : ByLikeness(CommonSubsequence.Between(left, right), left, right);
    }

    /// <summary>Level of two addresses that are there, neither of them masked.</summary>
    internal static AddressLevel Unmasked(ulong leftSignature, ReadOnlySpan<char> left, ulong rightSignature, ReadOnlySpan<char> right) =>
        CannotBeSimilar(leftSignature, rightSignature) ? AddressLevel.Different
            : Of(CommonSubsequence.Between(left, right), leftSignature, left, rightSignature, right);

    /// <summary>The same by the length of their longest common subsequence, where signatures do not rule them out.</summary>
    internal static AddressLevel Of(int common, ulong leftSignature, ReadOnlySpan<char> left, ulong rightSignature, ReadOnlySpan<char> right)
    {
        // Of a text and a part of it, the common subsequence is the whole part.
        if (common == Math.Min(left.Length, right.Length))
        {
            if (leftSignature == rightSignature && left.SequenceEqual(right))
            {
                return AddressLevel.Exact;
            }

            if (common >= ShortestPart && (left.Length <= right.Length ? right.IndexOf(left) : left.IndexOf(right)) >= 0)
            {
                return AddressLevel.Fits;
            }
        }

        return ByLikeness(common, left, right);
    }

    /// <summary>Whether the similarity is 0.8 or more: nearly the same text.</summary>
    internal static bool IsNear(int common, int lengths) => 5 * common >= 2 * lengths;

    /// <summary>Whether the similarity is 0.5 or more: much in common.</summary>
    internal static bool IsSome(int common, int lengths) => 4 * common >= lengths;

    static AddressLevel ByLikeness(int common, ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var lengths = left.Length + right.Length;
        return IsNear(common, lengths) && DigitRuns.AreSame(left, right) ? AddressLevel.SameNumbers
            : IsSome(common, lengths) ? AddressLevel.Similar : AddressLevel.Different;
    }

    /// <summary>Few shared bigrams bound the similarity from above: a cheap first filter.</summary>
    static bool CannotBeSimilar(ulong left, ulong right)
    {
        int shared = BitOperations.PopCount(left & right), smaller = Math.Min(BitOperations.PopCount(left), BitOperations.PopCount(right));
        return 4 * shared < smaller;
    }
}
