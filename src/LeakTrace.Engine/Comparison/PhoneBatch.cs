using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Comparison;

/// <summary>Compares one packed phone number with many; the levels are those of <see cref="PhoneComparison.Between"/>.</summary>
/// <remarks>
/// Two numbers of a list mostly differ in three digits or more. Vectors rule those out; only the rest is compared in full.
/// </remarks>
public static class PhoneBatch
{
    const ulong LowBits = 0x0000_1111_1111_1111;
    const ulong LengthBits = 0x000F_0000_0000_0000;
    const ulong LastEight = 0x1111_1111;

    /// <summary>Writes the level of <paramref name="probe"/> with each of <paramref name="many"/>, in order.</summary>
    /// <param name="probe">Packed number.</param>
    /// <param name="many">Packed numbers.</param>
    /// <param name="levels">At least as many levels as <paramref name="many"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="levels"/> is shorter.</exception>
    public static void Levels(ulong probe, ReadOnlySpan<ulong> many, Span<PhoneLevel> levels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(levels.Length, many.Length, nameof(levels));
        levels = levels[..many.Length];
        levels.Fill(PhoneLevel.Different);
        var i = 0;
        if (probe != 0 && (Nibbles.Wild(probe) & LowBits) == 0)
        {
            var left = Vector256.Create(probe);
            var (low, one, length, tail) = (Vector256.Create(LowBits), Vector256.Create(1UL), Vector256.Create(LengthBits), Vector256.Create(LastEight));
            var four = MemoryMarshal.Cast<ulong, Vector256<ulong>>(many);
            for (var v = 0; v < four.Length; v++, i += Vector256<ulong>.Count)
            {
                // Clearing the lowest set bit twice leaves nothing of two different digits or fewer.
                var changed = left ^ four[v];
                var half = changed | (changed >>> 1);
                var different = (half | (half >>> 2)) & low;
                var second = different & (different - one);
                var third = second & (second - one);
                var pairs = four[v] & (four[v] >>> 1);
                var special = (pairs & (pairs >>> 2) & low) | (changed & length);
                var alike = Vector256.Equals(third, Vector256<ulong>.Zero)
                    | Vector256.Equals(different & tail, Vector256<ulong>.Zero)
                    | ~Vector256.Equals(special, Vector256<ulong>.Zero);
                for (var lanes = alike.ExtractMostSignificantBits(); lanes != 0; lanes &= lanes - 1)
                {
                    var at = i + BitOperations.TrailingZeroCount(lanes);
                    levels[at] = PhoneComparison.Between(probe, many[at]);
                }
            }
        }

        for (; i < many.Length; i++)
        {
            levels[i] = PhoneComparison.Between(probe, many[i]);
        }
    }
}
