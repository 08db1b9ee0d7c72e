using System.Numerics;

namespace LeakTrace.Engine.Comparison;

/// <summary>Compares folded addresses; the numbers in them (road, building, room) tell neighbours apart.</summary>
public static class AddressComparison
{
    internal const double Near = 0.8;
    internal const double Some = 0.5;
    internal const int ShortestPart = 6;

    /// <summary>Level of two folded addresses with their 64-bit bigram signatures.</summary>
    public static AddressLevel Between(ulong leftSignature, ReadOnlySpan<char> left, ulong rightSignature, ReadOnlySpan<char> right)
    {
        if (left.IsEmpty || right.IsEmpty)
        {
            return AddressLevel.Absent;
        }

        if (leftSignature == rightSignature && left.SequenceEqual(right))
        {
            return AddressLevel.Exact;
        }

        var stars = left.IndexOf('*') >= 0 || right.IndexOf('*') >= 0;
        if (!stars && CannotBeSimilar(leftSignature, rightSignature))
        {
            return AddressLevel.Different;
        }

        var shorter = left.Length <= right.Length ? left : right;
        var longer = left.Length <= right.Length ? right : left;
        if (stars ? WildcardText.Fits(left, right) : shorter.Length >= ShortestPart && longer.IndexOf(shorter) >= 0)
        {
            return AddressLevel.Fits;
        }

        var similarity = TextSimilarity.Between(left, right);
        if (similarity >= Near && HaveSameNumbers(left, right))
        {
            return AddressLevel.SameNumbers;
        }

        return similarity >= Some ? AddressLevel.Similar : AddressLevel.Different;
    }

    /// <summary>Few shared bigrams bound the similarity from above: a cheap first filter.</summary>
    internal static bool CannotBeSimilar(ulong left, ulong right)
    {
        int shared = BitOperations.PopCount(left & right), smaller = Math.Min(BitOperations.PopCount(left), BitOperations.PopCount(right));
        return 4 * shared < smaller;
    }

    /// <summary>Whether the runs of digits of both are the same, in order.</summary>
    internal static bool HaveSameNumbers(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        int i = 0, j = 0;
        while (true)
        {
            var a = NextNumber(left, ref i);
            var b = NextNumber(right, ref j);
            if (!a.SequenceEqual(b))
            {
                return false;
            }

            if (a.IsEmpty)
            {
                return true;
            }
        }
    }

    static ReadOnlySpan<char> NextNumber(ReadOnlySpan<char> text, ref int position)
    {
        while (position < text.Length && !char.IsAsciiDigit(text[position]))
        {
            position++;
        }

        var start = position;
        while (position < text.Length && char.IsAsciiDigit(text[position]))
        {
            position++;
        }

        return text[start..position];
    }
}
