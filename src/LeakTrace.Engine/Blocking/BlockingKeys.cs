using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Blocking;

/// <summary>
/// Computes the blocking keys of a record. A key is a 64-bit value with its rule in the top five bits, so that keys of
/// different rules never meet; two different values of one rule meet with probability 2⁻⁵⁹.
/// </summary>
public static class BlockingKeys
{
    /// <summary>Most keys that one record can have.</summary>
    public const int Most = 64;

    /// <summary>Number of rules.</summary>
    public const int Rules = (int)BlockingRule.PinyinBirthDate + 1;

    const int RuleShift = 59;
    const int FewestAddressDigits = 3;
    const int LongestCode = 256;

    /// <summary>Rule of a key.</summary>
    public static BlockingRule RuleOf(ulong key) => (BlockingRule)(key >> RuleShift);

    /// <summary>Writes the keys of a record, with tolerance for neighbouring dates when <paramref name="widen"/> is set.</summary>
    /// <returns>Number of keys written; <paramref name="keys"/> holds at least <see cref="Most"/>.</returns>
    public static int Write(PersonColumns columns, int record, bool widen, Span<ulong> keys)
    {
        var count = 0;
        var name = columns.Name is { } names ? names[record] : 0;
        var surname = name == 0 || PackedName.IsLong(name) ? 0UL : PackedName.UnitAt(name, 0);
        surname = surname == PackedName.Wildcard ? 0 : surname;
        var place = columns.Place is { } places ? places[record] : 0;
        var date = columns.EventDate is { } dates ? DayKey(dates[record]) : 0;
        if (columns.Phone is { } phones)
        {
            Phone(phones[record], surname, keys, ref count);
            if (columns.SecondPhone is { } seconds)
            {
                Phone(seconds[record], surname, keys, ref count);
            }
        }

        Name(name, surname, place, date, widen, keys, ref count);
        if (columns.BirthDate is { } births && DayKey(births[record]) is > 0 and var birth && Pinyin(name) is > 0 and var syllables)
        {
            Add(BlockingRule.PinyinBirthDate, Mix(syllables, (ulong)birth), keys, ref count);
        }

        if (columns.Related is { } related && date > 0 && Pinyin(related[record]) is > 0 and var child)
        {
            Add(BlockingRule.RelatedPinyinDate, Mix(child, (ulong)date), keys, ref count);
        }

        if (columns.IdHead is { } heads)
        {
            NationalId(heads[record], columns.IdTail![record], keys, ref count);
        }

        if (columns.Waybill is { } waybills && waybills[record] != 0)
        {
            Waybill(waybills[record], columns.WaybillText![record], surname, keys, ref count);
        }

        if (columns.AddressText is { } addresses && surname != 0 && Numbers(addresses[record]) is > 0 and var numbers)
        {
            Add(BlockingRule.AddressNumbersSurname, Mix(numbers, surname), keys, ref count);
        }

        return count;
    }

    static void Add(BlockingRule rule, ulong value, Span<ulong> keys, ref int count) =>
        keys[count++] = (value >> (64 - RuleShift)) | ((ulong)rule << RuleShift);

    /// <summary>Finaliser of MurmurHash3 (Appleby) over both words.</summary>
    static ulong Mix(ulong a, ulong b)
    {
        var x = a * 0x9E37_79B9_7F4A_7C15 ^ (b + 0x632B_E59B_D9B4_E019) * 0xD6E8_FEB8_6659_FD93;
        x ^= x >> 33;
        x *= 0xFF51_AFD7_ED55_8CCD;
        x ^= x >> 33;
        x *= 0xC4CE_B9FE_1A85_EC53;
        return x ^ (x >> 33);
    }

    static int DayKey(ulong date) =>
        PackedDate.PrecisionOf(date) >= DatePrecision.Month ? 0 : PackedDate.DayOf(date) + 1;

    static void Phone(ulong phone, ulong surname, Span<ulong> keys, ref int count)
    {
        if (phone == 0)
        {
            return;
        }

        if (PackedPhone.LengthOf(phone) != 11)
        {
            Add(BlockingRule.WholePhone, Mix(phone & PackedPhone.Digits, 0), keys, ref count);
            return;
        }

        ulong front = (phone >> 32) & 0xFFF, middle = (phone >> 16) & 0xFFFF, end = phone & 0xFFFF;
        bool hasFront = IsKnown(front), hasMiddle = IsKnown(middle), hasEnd = IsKnown(end);
        if (hasFront && hasMiddle)
        {
            Add(BlockingRule.PhoneFrontMiddle, Mix(front, middle), keys, ref count);
        }

        if (hasMiddle && hasEnd)
        {
            Add(BlockingRule.PhoneMiddleEnd, Mix(middle, end), keys, ref count);
        }

        if (hasFront && hasEnd)
        {
            Add(BlockingRule.PhoneFrontEnd, Mix(front, end), keys, ref count);
        }

        if (hasFront && hasMiddle && hasEnd && surname != 0)
        {
            Add(BlockingRule.PhoneDigitsSurname, Mix(DigitCounts(phone), surname), keys, ref count);
        }
    }

    static bool IsKnown(ulong part) => (Nibbles.Wild(part) & 0x1111) == 0;

    /// <summary>How often each digit occurs, four bits a digit.</summary>
    static ulong DigitCounts(ulong phone)
    {
        ulong counts = 0;
        for (var i = 0; i < 11; i++)
        {
            counts += 1UL << (int)(4 * ((phone >> (4 * i)) & 0xF));
        }

        return counts;
    }

    static void Name(ulong name, ulong surname, int place, int date, bool widen, Span<ulong> keys, ref int count)
    {
        var masked = PackedName.HasWildcard(name);
        if (Pinyin(name) is > 0 and var syllables)
        {
            Add(BlockingRule.RareName, Mix(name, 1), keys, ref count);
            if (date > 0)
            {
                Around(BlockingRule.PinyinDate, syllables, date, widen, keys, ref count);
            }

            if (place > 0)
            {
                Add(BlockingRule.PinyinInstitution, Mix(syllables, (ulong)place), keys, ref count);
            }
        }

        if (surname != 0 && place > 0 && date > 0)
        {
            Around(BlockingRule.SurnameDateInstitution, Mix(surname, (ulong)place), date, widen && masked, keys, ref count);
        }
    }

    static void Around(BlockingRule rule, ulong value, int date, bool widen, Span<ulong> keys, ref int count)
    {
        var reach = widen ? 1 : 0;
        for (var day = date - reach; day <= date + reach; day++)
        {
            Add(rule, Mix(value, (ulong)day), keys, ref count);
        }
    }

    /// <summary>Hash of the toneless syllables of an unmasked name; characters without a reading stand for themselves.</summary>
    static ulong Pinyin(ulong name)
    {
        if (name == 0 || PackedName.HasWildcard(name))
        {
            return 0;
        }

        if (PackedName.IsLong(name))
        {
            return Mix(name, 2);
        }

        ulong syllables = 0;
        for (var i = 0; i < 4; i++)
        {
            var unit = PackedName.UnitAt(name, i);
            var reading = unit == 0 ? (ushort)0 : HanReadings.Toneless(unit);
            syllables = syllables << 16 | (reading == 0 ? unit : reading);
        }

        return Mix(syllables, 3);
    }

    static void NationalId(ulong head, ulong tail, Span<ulong> keys, ref int count)
    {
        if (head == 0)
        {
            return;
        }

        ulong region = (head >> 32) & 0xFF_FFFF, birth = head & 0xFFFF_FFFF;
        bool hasRegion = (Nibbles.Wild(region) & 0x11_1111) == 0, hasBirth = (Nibbles.Wild(birth) & 0x1111_1111) == 0, hasTail = (Nibbles.Wild(tail) & 0x1111) == 0;
        if (hasRegion && hasBirth)
        {
            Add(BlockingRule.IdRegionBirth, Mix(region, birth), keys, ref count);
        }

        if (hasRegion && hasTail)
        {
            Add(BlockingRule.IdRegionTail, Mix(region, tail), keys, ref count);
        }

        if (hasBirth && hasTail)
        {
            Add(BlockingRule.IdBirthTail, Mix(birth, tail), keys, ref count);
        }
    }

    static void Waybill(ulong hash, scoped ReadOnlySpan<char> text, ulong surname, Span<ulong> keys, ref int count)
    {
        Add(BlockingRule.Waybill, Mix(hash, 4), keys, ref count);
        Span<char> buffer = stackalloc char[LongestCode];
        text = CodeReader.Folded(text, buffer);
        if (text.Length < 10)
        {
            return;
        }

        Add(BlockingRule.WaybillEnd, Mix(Hash(text[^8..]), 5), keys, ref count);
        if (surname != 0)
        {
            Add(BlockingRule.WaybillFrontSurname, Mix(Hash(text[..^4]), surname), keys, ref count);
        }
    }

    /// <summary>FNV-1a over UTF-16 units.</summary>
    static ulong Hash(ReadOnlySpan<char> text)
    {
        var hash = 0xCBF2_9CE4_8422_2325;
        foreach (var unit in text)
        {
            hash = (hash ^ unit) * 0x100_0000_01B3;
        }

        return hash;
    }

    /// <summary>Hash of the runs of digits of an address, in order; 0 where it has fewer than three digits.</summary>
    static ulong Numbers(ReadOnlySpan<char> address)
    {
        var hash = 0xCBF2_9CE4_8422_2325;
        var digits = 0;
        var inside = false;
        foreach (var unit in address)
        {
            if (char.IsAsciiDigit(unit))
            {
                hash = (hash ^ unit) * 0x100_0000_01B3;
                digits++;
                inside = true;
            }
            else if (inside)
            {
                hash = (hash ^ '/') * 0x100_0000_01B3;
                inside = false;
            }
        }

        if (inside)
        {
            hash = (hash ^ '/') * 0x100_0000_01B3;
        }

        return digits >= FewestAddressDigits ? hash | 1 : 0;
    }
}
