using System.Numerics;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Comparison;

/// <summary>Compares packed phone numbers, nibble-parallel.</summary>
public static class PhoneComparison
{
    const ulong LowBits = 0x0000_1111_1111_1111;
    const int StrongMask = 7;
    const int Subscriber = 8;

    /// <summary>Best level over the numbers of two records, up to two each.</summary>
    public static PhoneLevel Best(ulong left, ulong leftSecond, ulong right, ulong rightSecond)
    {
        return Best(Between(left, right), left, leftSecond, right, rightSecond);
    }

    /// <summary>The same where the level of the first numbers is known.</summary>
    internal static PhoneLevel Best(PhoneLevel best, ulong left, ulong leftSecond, ulong right, ulong rightSecond)
    {
        if ((leftSecond | rightSecond) == 0 || best == PhoneLevel.Exact)
        {
            return best;
        }

        best = Better(best, Between(leftSecond, right));
        best = Better(best, Between(left, rightSecond));
        return Better(best, Between(leftSecond, rightSecond));
    }

    /// <summary>Level of two packed numbers.</summary>
    public static PhoneLevel Between(ulong left, ulong right)
    {
        if (left == 0 || right == 0)
        {
            return PhoneLevel.Absent;
        }

        int length = PackedPhone.LengthOf(left), rightLength = PackedPhone.LengthOf(right);
        if (length != rightLength)
        {
            return UnequalLengths(left, length, right, rightLength);
        }

        var wild = (Nibbles.Wild(left) | Nibbles.Wild(right)) & LowBits;
        var different = Nibbles.Nonzero(left ^ right) & LowBits & ~wild;
        var count = BitOperations.PopCount(different);
        if (wild != 0)
        {
            var known = length - BitOperations.PopCount(wild);
            return count != 0 || known < 4 ? PhoneLevel.Different : known >= StrongMask ? PhoneLevel.Mask : PhoneLevel.WeakMask;
        }

        return count switch
        {
            0 => PhoneLevel.Exact,
            1 => PhoneLevel.OneDigit,
            2 => AreSwapped(left, right, different) ? PhoneLevel.Transposed : PhoneLevel.Near,
            _ => length > Subscriber && (different & 0x1111_1111) == 0 ? PhoneLevel.Near : PhoneLevel.Different,
        };
    }

    static PhoneLevel Better(PhoneLevel a, PhoneLevel b) => a > b ? a : b;

    static bool AreSwapped(ulong left, ulong right, ulong different)
    {
        var low = BitOperations.TrailingZeroCount(different);
        if (different >> low != 0x11)
        {
            return false;
        }

        ulong a = (left >> low) & 0xFF, b = (right >> low) & 0xFF;
        return a == (((b << 4) | (b >> 4)) & 0xFF);
    }

    static PhoneLevel UnequalLengths(ulong left, int leftLength, ulong right, int rightLength)
    {
        var (shorter, shortLength, longer, longLength) =
            leftLength < rightLength ? (left, leftLength, right, rightLength) : (right, rightLength, left, leftLength);
        if (((Nibbles.Wild(shorter) | Nibbles.Wild(longer)) & LowBits) != 0)
        {
            return PhoneLevel.Different;
        }

        ulong a = shorter & PackedPhone.Digits, b = longer & PackedPhone.Digits;
        if (longLength == shortLength + 1 && shortLength >= 9 && IsOneDigitShort(a, b, longLength))
        {
            return PhoneLevel.OneDigit;
        }

        // A landline with and without its area code.
        return shortLength >= Subscriber - 1 && (b & ((1UL << (4 * shortLength)) - 1)) == a ? PhoneLevel.Near : PhoneLevel.Different;
    }

    static bool IsOneDigitShort(ulong shorter, ulong longer, int longLength)
    {
        for (var i = 0; i < longLength; i++)
        {
            var below = (1UL << (4 * i)) - 1;
            if (((longer & below) | ((longer >> 4) & ~below)) == shorter)
            {
                return true;
            }
        }

        return false;
    }
}
