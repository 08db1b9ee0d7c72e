using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LeakTrace.Engine.Comparison;

/// <summary>The numbers in texts: runs of ASCII digits.</summary>
static class DigitRuns
{
    const int Word = 64;

    /// <summary>Whether the runs of digits of both texts are the same, in order.</summary>
    public static bool AreSame(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.Length > Word || right.Length > Word)
        {
            return AreSameRunByRun(left, right);
        }

        ulong digits = DigitsOf(left), others = DigitsOf(right);
        if (BitOperations.PopCount(digits) != BitOperations.PopCount(others))
        {
            return false;
        }

        ulong starts = digits & ~(digits << 1), otherStarts = others & ~(others << 1);
        for (; digits != 0; digits &= digits - 1, others &= others - 1)
        {
            int i = BitOperations.TrailingZeroCount(digits), j = BitOperations.TrailingZeroCount(others);
            if (left[i] != right[j] || (((starts >> i) ^ (otherStarts >> j)) & 1) != 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A bit for each digit of a text of 64 units at most.</summary>
    static ulong DigitsOf(ReadOnlySpan<char> text)
    {
        var units = MemoryMarshal.Cast<char, ushort>(text);
        ulong digits = 0;
        if (units.Length < Vector128<ushort>.Count)
        {
            for (var i = 0; i < units.Length; i++)
            {
                digits |= (char.IsAsciiDigit(text[i]) ? 1UL : 0) << i;
            }

            return digits;
        }

        for (var i = 0; i < units.Length; i += Vector128<ushort>.Count)
        {
            // The last vector looks at some units again.
            var at = Math.Min(i, units.Length - Vector128<ushort>.Count);
            var above = Vector128.Create(units[at..]) - Vector128.Create((ushort)'0');
            digits |= (ulong)Vector128.LessThanOrEqual(above, Vector128.Create((ushort)9)).ExtractMostSignificantBits() << at;
        }

        return digits;
    }

    static bool AreSameRunByRun(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        int i = 0, j = 0;
        while (true)
        {
            var a = NextRun(left, ref i);
            var b = NextRun(right, ref j);
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

    static ReadOnlySpan<char> NextRun(ReadOnlySpan<char> text, ref int position)
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
