using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Comparison;

/// <summary>Compares one phone number with many: a vector of numbers that are plainly others takes a dozen instructions.</summary>
public static class PhoneProbe
{
    const ulong LowBits = 0x0000_1111_1111_1111;
    const ulong LastEight = 0x1111_1111;
    const ulong Length = 0x000F_0000_0000_0000;
    const uint AllDifferent = 0x0101_0101U * (uint)PhoneLevel.Different;

    /// <summary>Level of each number against the probe, as <see cref="PhoneComparison.Between"/> gives it.</summary>
    /// <param name="probe">Packed number; masked ones are compared one by one.</param>
    /// <param name="phones">Packed numbers.</param>
    /// <param name="levels">Receives the levels; at least as long.</param>
    public static void Compare(ulong probe, ReadOnlySpan<ulong> phones, Span<PhoneLevel> levels)
    {
        var at = 0;
        var isPlain = probe != 0 && (Nibbles.Wild(probe) & LowBits) == 0;
        if (isPlain && Vector256.IsHardwareAccelerated)
        {
            ref var first = ref MemoryMarshal.GetReference(phones);
            var bytes = MemoryMarshal.AsBytes(levels[..phones.Length]);
            for (; at + Vector256<ulong>.Count <= phones.Length; at += Vector256<ulong>.Count)
            {
                var like = NotPlainlyOther(probe, Vector256.LoadUnsafe(ref first, (nuint)at));
                MemoryMarshal.Write(bytes[at..], AllDifferent);
                for (; like != 0; like &= like - 1)
                {
                    var i = at + BitOperations.TrailingZeroCount(like);
                    levels[i] = PhoneComparison.Between(probe, phones[i]);
                }
            }
        }

        for (; at < phones.Length; at++)
        {
            levels[at] = PhoneComparison.Between(probe, phones[at]);
        }
    }

    /// <summary>
    /// Lanes that may be anything but <see cref="PhoneLevel.Different"/>: another length, a mask, at most two digits that differ, or the same
    /// last eight. Clearing the lowest set bit twice leaves one where three digits or more differ.
    /// </summary>
    static uint NotPlainlyOther(ulong probe, Vector256<ulong> phones)
    {
        var apart = phones ^ Vector256.Create(probe);
        var digits = (apart | (apart >>> 1) | (apart >>> 2) | (apart >>> 3)) & Vector256.Create(LowBits);
        var second = digits & (digits - Vector256<ulong>.One);
        var third = second & (second - Vector256<ulong>.One);
        var wild = phones & (phones >>> 1) & (phones >>> 2) & (phones >>> 3) & Vector256.Create(LowBits);
        var odd = wild | (apart & Vector256.Create(Length));
        var like = ~Vector256.Equals(odd, Vector256<ulong>.Zero) | Vector256.Equals(third, Vector256<ulong>.Zero)
            | Vector256.Equals(digits & Vector256.Create(LastEight), Vector256<ulong>.Zero);
        return like.ExtractMostSignificantBits();
    }
}
