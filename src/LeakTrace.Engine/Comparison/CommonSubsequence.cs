using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LeakTrace.Engine.Comparison;

/// <summary>
/// Length of the longest common subsequence of two texts, bit-parallel (Hyyrö 2004). Where a character stands in the other text is found by comparing
/// it with all of that text at once, so that nothing need be prepared of either.
/// </summary>
static class CommonSubsequence
{
    const int Word = 64;
    const int Half = 32;
    const int LongestOnStack = 8;

    /// <summary>Length, of texts of any length.</summary>
    public static int Between(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        // What both begin and end with belongs to it; most texts that are alike have little between.
        var start = left.CommonPrefixLength(right);
        left = left[start..];
        right = right[start..];
        var ends = CommonSuffixLength(left, right);
        var shorter = (left.Length <= right.Length ? left : right)[..^ends];
        var longer = (left.Length <= right.Length ? right : left)[..^ends];
        if (shorter.IsEmpty)
        {
            return start + ends;
        }

        return start + ends + (longer.Length <= Half ? OfHalf(longer, shorter)
            : longer.Length <= Word ? OfWord(longer, shorter) : shorter.Length <= Word ? OfWord(shorter, longer) : OfWords(shorter, longer));
    }

    /// <summary>With a text of half a word at most; bits above its length hold what a carry leaves, and none comes back from there.</summary>
    [SkipLocalsInit]
    static int OfHalf(ReadOnlySpan<char> word, ReadOnlySpan<char> text)
    {
        Span<ushort> units = stackalloc ushort[Half];
        MemoryMarshal.Cast<char, ushort>(word).CopyTo(units);
        Vector256<ushort> low = Vector256.Create<ushort>(units), high = Vector256.Create<ushort>(units[(Half / 2)..]);
        var rows = uint.MaxValue;
        foreach (var unit in text)
        {
            var one = Vector256.Create((ushort)unit);
            var places = Vector256.Equals(low, one).ExtractMostSignificantBits()
                | (Vector256.Equals(high, one).ExtractMostSignificantBits() << (Half / 2));
            var matches = rows & places;
            rows = (rows + matches) | (rows - matches);
        }

        return BitOperations.PopCount(~rows << (Half - word.Length));
    }

    [SkipLocalsInit]
    static int OfWord(ReadOnlySpan<char> word, ReadOnlySpan<char> text)
    {
        Span<ushort> units = stackalloc ushort[Word];
        MemoryMarshal.Cast<char, ushort>(word).CopyTo(units);
        var rows = ulong.MaxValue;
        foreach (var unit in text)
        {
            var matches = rows & PlacesOf(unit, units);
            rows = (rows + matches) | (rows - matches);
        }

        return BitOperations.PopCount(~rows << (Word - word.Length));
    }

    /// <summary>Several words to a row: what one carries out, the next one takes in.</summary>
    static int OfWords(ReadOnlySpan<char> shorter, ReadOnlySpan<char> longer)
    {
        var words = (shorter.Length + Word - 1) / Word;
        var borrowedUnits = words > LongestOnStack ? ArrayPool<ushort>.Shared.Rent(words * Word) : null;
        var borrowedRows = words > LongestOnStack ? ArrayPool<ulong>.Shared.Rent(words) : null;
        try
        {
            Span<ushort> units = (borrowedUnits ?? stackalloc ushort[LongestOnStack * Word])[..(words * Word)];
            Span<ulong> rows = (borrowedRows ?? stackalloc ulong[LongestOnStack])[..words];
            MemoryMarshal.Cast<char, ushort>(shorter).CopyTo(units);
            rows.Fill(ulong.MaxValue);
            foreach (var unit in longer)
            {
                ulong carry = 0;
                for (var word = 0; word < words; word++)
                {
                    var row = rows[word];
                    var matches = row & PlacesOf(unit, units[(word * Word)..]);
                    var sum = row + matches;
                    var next = sum + carry;
                    carry = (sum < row ? 1UL : 0) | (next < sum ? 1UL : 0);
                    rows[word] = next | (row - matches);
                }
            }

            rows[^1] |= (words * Word) == shorter.Length ? 0 : ulong.MaxValue << (shorter.Length % Word);
            var common = 0;
            foreach (var row in rows)
            {
                common += BitOperations.PopCount(~row);
            }

            return common;
        }
        finally
        {
            if (borrowedUnits is not null)
            {
                ArrayPool<ushort>.Shared.Return(borrowedUnits, clearArray: true);
                ArrayPool<ulong>.Shared.Return(borrowedRows!);
            }
        }
    }

    /// <summary>A bit for each of a word's units that is a given one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static ulong PlacesOf(char unit, ReadOnlySpan<ushort> word)
    {
        const int Quarter = Word / 4;
        var one = Vector256.Create((ushort)unit);
        word = word[..Word];
        return Vector256.Equals(Vector256.Create(word), one).ExtractMostSignificantBits()
            | ((ulong)Vector256.Equals(Vector256.Create(word[Quarter..]), one).ExtractMostSignificantBits() << Quarter)
            | ((ulong)Vector256.Equals(Vector256.Create(word[(2 * Quarter)..]), one).ExtractMostSignificantBits() << (2 * Quarter))
            | ((ulong)Vector256.Equals(Vector256.Create(word[(3 * Quarter)..]), one).ExtractMostSignificantBits() << (3 * Quarter));
    }

    /// <summary>Number of characters that both texts end with.</summary>
    static int CommonSuffixLength(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var most = Math.Min(left.Length, right.Length);
        left = left[^most..];
        right = right[^most..];
        var same = 0;
        while (most - same >= 4)
        {
            var apart = MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(left.Slice(most - same - 4, 4)))
                ^ MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(right.Slice(most - same - 4, 4)));
            if (apart != 0)
            {
                // The last unit stands in the top bits, except on a big-endian machine.
                return same + ((BitConverter.IsLittleEndian ? BitOperations.LeadingZeroCount(apart) : BitOperations.TrailingZeroCount(apart)) >> 4);
            }

            same += 4;
        }

        while (same < most && left[most - same - 1] == right[most - same - 1])
        {
            same++;
        }

        return same;
    }
}
