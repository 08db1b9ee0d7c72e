using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Comparison;

/// <summary>
/// The comparison pattern: four bits of level for each <see cref="PersonField"/>, field f in bits 4f to 4f+3.
/// It is all that estimation, scoring and explanation need of a pair.
/// </summary>
public static class PersonPattern
{
    /// <summary>Number of fields.</summary>
    public const int Fields = 9;

    /// <summary>Most levels that a field can have.</summary>
    public const int Levels = 16;

    /// <summary>Level of a field.</summary>
    public static int LevelOf(ulong pattern, PersonField field) => (int)(pattern >> (4 * (int)field)) & 0xF;

    /// <summary>The pattern with one field set to absent.</summary>
    public static ulong Without(ulong pattern, PersonField field) => pattern & ~(0xFUL << (4 * (int)field));

    /// <summary>The level of a field at its place in the pattern.</summary>
    public static ulong At(PersonField field, int level) => (ulong)level << (4 * (int)field);

    /// <summary>Compares record <paramref name="i"/> of one side with record <paramref name="j"/> of the other.</summary>
    public static ulong Between(PersonColumns left, int i, PersonColumns right, int j, PlaceLevels places)
    {
        ulong pattern = At(PersonField.Name, Name(left, i, right, j));
        if (left.Related is { } related && right.Related is { } otherRelated)
        {
            pattern |= At(PersonField.RelatedName, (int)NameComparison.Between(related[i], otherRelated[j]));
        }

        if (left.Phone is { } phone && right.Phone is { } otherPhone)
        {
            var level = PhoneComparison.Best(
                phone[i], left.SecondPhone is { } s ? s[i] : 0, otherPhone[j], right.SecondPhone is { } t ? t[j] : 0);
            pattern |= At(PersonField.Phone, (int)level);
        }

        if (left.IdHead is { } head && right.IdHead is { } otherHead)
        {
            var level = NationalIdComparison.Between(head[i], left.IdTail![i], otherHead[j], right.IdTail![j]);
            pattern |= At(PersonField.NationalId, (int)level);
        }

        if (left.EventDate is { } date && right.EventDate is { } otherDate)
        {
            pattern |= At(PersonField.EventDate, (int)DateComparison.Between(date[i], otherDate[j]));
        }

        if (left.BirthDate is { } birth && right.BirthDate is { } otherBirth)
        {
            pattern |= At(PersonField.BirthDate, (int)DateComparison.Between(birth[i], otherBirth[j]));
        }

        if (left.Place is { } place && right.Place is { } otherPlace)
        {
            pattern |= At(PersonField.Institution, (int)places[place[i], otherPlace[j]]);
        }

        if (left.AddressText is { } address && right.AddressText is { } otherAddress)
        {
            var level = AddressComparison.Between(left.AddressSignature![i], address[i], right.AddressSignature![j], otherAddress[j]);
            pattern |= At(PersonField.Address, (int)level);
        }

        if (left.Waybill is { } waybill && right.Waybill is { } otherWaybill)
        {
            var level = CodeComparison.Between(waybill[i], left.WaybillText![i], otherWaybill[j], right.WaybillText![j]);
            pattern |= At(PersonField.Waybill, (int)level);
        }

        return pattern;
    }

    static int Name(PersonColumns left, int i, PersonColumns right, int j)
    {
        if (left.Name is not { } names || right.Name is not { } others)
        {
            return 0;
        }

        return NameLevelOf(NameComparison.Between(names[i], others[j]), left, i, right, j);
    }

    /// <summary>Level of the names of two records where that of their packed forms is known: with long names, and how rare they are.</summary>
    internal static int NameLevelOf(NameLevel level, PersonColumns left, int i, PersonColumns right, int j)
    {
        if (level == NameLevel.Different && (left.NameText is not null || right.NameText is not null))
        {
            level = LongNames(left, i, right, j);
        }

        return level switch
        {
            NameLevel.ExactVeryCommon when left.NameRarity.Length > 0 => (int)level + left.NameRarity[i],
            NameLevel.MaskCommon => (int)level + Math.Min(MaskRarity(left, i), MaskRarity(right, j)),
            _ => (int)level,
        };
    }

    /// <summary>How few names a mask fits. The rarity of a full name says nothing of that, and bounds it not.</summary>
    static int MaskRarity(PersonColumns side, int record) =>
        !PackedName.HasWildcard(side.Name![record]) ? 1 : side.NameRarity.Length > 0 ? side.NameRarity[record] : 0;

    static NameLevel LongNames(PersonColumns left, int i, PersonColumns right, int j)
    {
        if (left.NameText is not { } text || right.NameText is not { } other || text[i].IsEmpty || other[j].IsEmpty)
        {
            return NameLevel.Different;
        }

        return NameComparison.BetweenTexts(text[i], other[j]);
    }
}
