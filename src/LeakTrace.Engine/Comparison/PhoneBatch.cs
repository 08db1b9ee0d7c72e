using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LeakTrace.Engine.Comparison;

/// <summary>Compares many pairs of packed phone numbers; the levels are those of <see cref="PhoneComparison.Between"/>.</summary>
/// <remarks>
/// Two numbers mostly differ in three digits or more. Vectors rule those out; only the rest is compared in full.
/// </remarks>
public static class PhoneBatch
{
    const ulong LowBits = 0x0000_1111_1111_1111;
    const ulong LengthBits = 0x000F_0000_0000_0000;
    const ulong LastEight = 0x1111_1111;

    /// <summary>Writes the level of each pair, in order.</summary>
    /// <param name="left">Packed numbers.</param>
    /// <param name="right">As many packed numbers.</param>
    /// <param name="levels">At least as many levels.</param>
    /// <exception cref="ArgumentException"><paramref name="right"/> or <paramref name="levels"/> is shorter.</exception>
    public static void Levels(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right, Span<PhoneLevel> levels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(right.Length, left.Length, nameof(right));
        ArgumentOutOfRangeException.ThrowIfLessThan(levels.Length, left.Length, nameof(levels));
        right = right[..left.Length];
        levels = levels[..left.Length];
        levels.Fill(PhoneLevel.Different);
        ReadOnlySpan<Vector256<ulong>> lefts = MemoryMarshal.Cast<ulong, Vector256<ulong>>(left), rights = MemoryMarshal.Cast<ulong, Vector256<ulong>>(right);
        for (var v = 0; v < lefts.Length; v++)
        {
            for (var lanes = MayBeAlike(lefts[v], rights[v]); lanes != 0; lanes &= lanes - 1)
            {
                var at = (v * Vector256<ulong>.Count) + BitOperations.TrailingZeroCount(lanes);
                levels[at] = PhoneComparison.Between(left[at], right[at]);
            }
        }

        for (var i = lefts.Length * Vector256<ulong>.Count; i < left.Length; i++)
        {
            levels[i] = PhoneComparison.Between(left[i], right[i]);
        }
    }

    /// <summary>Pairs of which one number is absent or masked, or that differ in length, in two digits at most, or not in the last eight.</summary>
    static uint MayBeAlike(Vector256<ulong> left, Vector256<ulong> right)
    {
        var (low, one) = (Vector256.Create(LowBits), Vector256.Create(1UL));

        // Clearing the lowest set bit twice leaves nothing of two different digits or fewer.
        var changed = left ^ right;
        var half = changed | (changed >>> 1);
        var different = (half | (half >>> 2)) & low;
        var second = different & (different - one);
        var third = second & (second - one);
        Vector256<ulong> pairs = left & (left >>> 1), others = right & (right >>> 1);
        var special = (((pairs & (pairs >>> 2)) | (others & (others >>> 2))) & low) | (changed & Vector256.Create(LengthBits));
        var alike = Vector256.Equals(third, Vector256<ulong>.Zero)
            | Vector256.Equals(different & Vector256.Create(LastEight), Vector256<ulong>.Zero)
            | ~Vector256.Equals(special, Vector256<ulong>.Zero);
        return alike.ExtractMostSignificantBits();
    }
}
