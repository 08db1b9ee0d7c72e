using System.Numerics;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Comparison;

/// <summary>Compares packed names by characters, masks and readings.</summary>
public static class NameComparison
{
    const double LongNameSimilarity = 0.8;
    const ulong Tops = 0x8000_8000_8000_8000;

    /// <summary>Level of two packed names; exact and mask levels come without frequency, as the commonest.</summary>
    public static NameLevel Between(ulong left, ulong right)
    {
        if (left == 0 || right == 0)
        {
            return NameLevel.Absent;
        }

        var masked = PackedName.HasWildcard(left) | PackedName.HasWildcard(right);
        if (left == right && !masked)
        {
            return NameLevel.ExactVeryCommon;
        }

        if (PackedName.IsLong(left) || PackedName.IsLong(right))
        {
            return NameLevel.Different;
        }

        return masked ? Masked(left, right) : Unmasked(left, right);
    }

    /// <summary>Level of two names of which at least one does not pack, by their folded texts.</summary>
    public static NameLevel BetweenTexts(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.IsEmpty || right.IsEmpty)
        {
            return NameLevel.Absent;
        }

        if (left.SequenceEqual(right))
        {
            return NameLevel.ExactVeryCommon;
        }

        return TextSimilarity.Between(left, right) >= LongNameSimilarity ? NameLevel.OneCharacter : NameLevel.Different;
    }

    static NameLevel Masked(ulong left, ulong right)
    {
        int leftLength = PackedName.LengthOf(left), rightLength = PackedName.LengthOf(right);
        var sameSurname = PackedName.UnitAt(left, 0) == PackedName.UnitAt(right, 0) && PackedName.UnitAt(left, 0) != PackedName.Wildcard;
        if (leftLength == rightLength)
        {
            var fits = true;
            for (var i = 0; i < leftLength; i++)
            {
                fits &= SameUnit(left, right, i);
            }

            if (fits)
            {
                return NameLevel.MaskCommon;
            }
        }
        else if (sameSurname && (IsOpenMask(left, leftLength) || IsOpenMask(right, rightLength)))
        {
            return NameLevel.MaskCommon;
        }

        return sameSurname ? NameLevel.SurnameOnly : NameLevel.Different;
    }

    /// <summary>A surname with one mask: 王* is written for 王芳 and for 王小芳 alike.</summary>
    static bool IsOpenMask(ulong packed, int length) => length == 2 && PackedName.UnitAt(packed, 1) == PackedName.Wildcard;

    static bool SameUnit(ulong left, ulong right, int position)
    {
        char a = PackedName.UnitAt(left, position), b = PackedName.UnitAt(right, position);
        return a == b || a == PackedName.Wildcard || b == PackedName.Wildcard;
    }

    static NameLevel Unmasked(ulong left, ulong right)
    {
        if (BitOperations.TrailingZeroCount(left) >> 4 != BitOperations.TrailingZeroCount(right) >> 4)
        {
            return UnequalLengths(left, right);
        }

        var different = Different(left ^ right);
        return (different & (different - 1)) == 0 ? OneDifferent(left, right, different) : SeveralDifferent(left, right, different);
    }

    /// <summary>The top bit of each unit that is not zero.</summary>
    static ulong Different(ulong units) => (((units & ~Tops) + ~Tops) | units) & Tops;

    static NameLevel SeveralDifferent(ulong left, ulong right, ulong different)
    {
        // Nearly every pair ends with the first characters looked at: they share no reading.
        var toned = true;
        for (var rest = different; rest != 0; rest &= rest - 1)
        {
            var shift = BitOperations.TrailingZeroCount(rest) - 15;
            char a = (char)(left >> shift), b = (char)(right >> shift);
            ulong traits = HanTraits.Of(a), others = HanTraits.Of(b);
            if (!HanTraits.MaySound(traits, others) || !CharacterLikeness.SoundsTheSame(a, b))
            {
                return IsSwapped(left, right) ? NameLevel.OneCharacter : SurnameOrNothing(left, right);
            }

            toned &= HanTraits.HaveOneTone(traits, others);
        }

        return toned ? NameLevel.TonedPinyin : NameLevel.TonelessPinyin;
    }

    /// <summary>Three characters, the last two of which stand the other way round.</summary>
    static bool IsSwapped(ulong left, ulong right) =>
        (left & 0xFFFF) == 0 && (left & 0xFFFF_0000) != 0 && right == ((left & 0xFFFF_0000_0000_0000) | ((left >> 16) & 0xFFFF_0000) | ((left << 16) & 0xFFFF_0000_0000));

    static NameLevel OneDifferent(ulong left, ulong right, ulong different)
    {
        var shift = BitOperations.TrailingZeroCount(different) - 15;
        char a = (char)(left >> shift), b = (char)(right >> shift);
        ulong traits = HanTraits.Of(a), others = HanTraits.Of(b);
        if (HanTraits.MaySound(traits, others))
        {
            if (HanTraits.HaveOneTone(traits, others))
            {
                return NameLevel.TonedPinyin;
            }

            if (CharacterLikeness.SoundsTheSame(a, b))
            {
                return NameLevel.TonelessPinyin;
            }
        }

        if (HanTraits.SoundNearly(traits, others) | HanTraits.LookAlike(traits, others))
        {
            return NameLevel.AlikeCharacter;
        }

        // Of a two-character name with another given name, only the surname is left.
        return (left & 0xFFFF_0000) != 0 ? NameLevel.OneCharacter : SurnameOrNothing(left, right);
    }

    /// <summary>One character more: taking it from where the two part leaves the shorter.</summary>
    static NameLevel UnequalLengths(ulong left, ulong right)
    {
        var (shorter, longer) = BitOperations.TrailingZeroCount(left) > BitOperations.TrailingZeroCount(right) ? (left, right) : (right, left);
        var before = ~(ulong.MaxValue >> (BitOperations.LeadingZeroCount(left ^ right) & ~15));
        var isOneShort = ((longer & before) | ((longer << 16) & ~before)) == shorter && (shorter & 0xFFFF_0000_0000) != 0;
        return isOneShort ? NameLevel.OneCharacter : SurnameOrNothing(left, right);
    }

    static NameLevel SurnameOrNothing(ulong left, ulong right) =>
        PackedName.UnitAt(left, 0) == PackedName.UnitAt(right, 0) ? NameLevel.SurnameOnly : NameLevel.Different;
}
