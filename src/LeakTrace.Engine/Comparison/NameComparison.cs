using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Comparison;

/// <summary>Compares packed names by characters, masks and readings.</summary>
public static class NameComparison
{
    const double LongNameSimilarity = 0.8;

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
        int leftLength = PackedName.LengthOf(left), rightLength = PackedName.LengthOf(right);
        if (leftLength != rightLength)
        {
            return UnequalLengths(left, leftLength, right, rightLength);
        }

        int different = 0, at = 0;
        bool toned = true, toneless = true;
        for (var i = 0; i < leftLength; i++)
        {
            char a = PackedName.UnitAt(left, i), b = PackedName.UnitAt(right, i);
            if (a == b)
            {
                continue;
            }

            different++;
            at = i;
            toned &= HanReadings.Toned(a) != 0 && HanReadings.Toned(a) == HanReadings.Toned(b);
            toneless &= CharacterLikeness.SoundsTheSame(a, b);
        }

        if (toned)
        {
            return NameLevel.TonedPinyin;
        }

        if (toneless)
        {
            return NameLevel.TonelessPinyin;
        }

        if (different == 1)
        {
            return OneDifferent(left, right, at, leftLength);
        }

        if (different == 2 && leftLength == 3 && PackedName.UnitAt(left, 0) == PackedName.UnitAt(right, 0)
            && PackedName.UnitAt(left, 1) == PackedName.UnitAt(right, 2) && PackedName.UnitAt(left, 2) == PackedName.UnitAt(right, 1))
        {
            return NameLevel.OneCharacter;
        }

        return SurnameOrNothing(left, right);
    }

    static NameLevel OneDifferent(ulong left, ulong right, int at, int length)
    {
        if (CharacterLikeness.LooksOrSoundsAlike(PackedName.UnitAt(left, at), PackedName.UnitAt(right, at)))
        {
            return NameLevel.AlikeCharacter;
        }

        // Of a two-character name with another given name, only the surname is left.
        return length >= 3 ? NameLevel.OneCharacter : SurnameOrNothing(left, right);
    }

    static NameLevel UnequalLengths(ulong left, int leftLength, ulong right, int rightLength)
    {
        var (shorter, shortLength, longer, longLength) =
            leftLength < rightLength ? (left, leftLength, right, rightLength) : (right, rightLength, left, leftLength);
        if (longLength == shortLength + 1 && shortLength >= 2)
        {
            var i = 0;
            for (var j = 0; j < longLength && i < shortLength; j++)
            {
                if (PackedName.UnitAt(longer, j) == PackedName.UnitAt(shorter, i))
                {
                    i++;
                }
            }

            if (i == shortLength)
            {
                return NameLevel.OneCharacter;
            }
        }

        return SurnameOrNothing(left, right);
    }

    static NameLevel SurnameOrNothing(ulong left, ulong right) =>
        PackedName.UnitAt(left, 0) == PackedName.UnitAt(right, 0) ? NameLevel.SurnameOnly : NameLevel.Different;
}
