using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Counting;

/// <summary>Whether one row only repeats what another says, after normalisation.</summary>
public static class Repetition
{
    /// <summary>
    /// Whether every field that both rows have is the same in both, and at least one of them identifies. A field that one of them
    /// lacks is no difference.
    /// </summary>
    public static bool Repeats(PersonColumns rows, int a, int b) => Compare(rows, a, b, null);

    /// <summary>Names of the fields that differ, joined by <c>+</c>, in a fixed order; empty where none does.</summary>
    public static string Differences(PersonColumns rows, int a, int b)
    {
        var names = new List<string>();
        Compare(rows, a, b, names);
        return string.Join('+', names);
    }

    /// <summary>Whether both rows have a phone, identity or waybill number in common, in full.</summary>
    public static bool SharesNumber(PersonColumns rows, int a, int b)
    {
        var shared = 0;
        return (SamePhones(rows, a, b, ref shared) && shared > 0 && PackedPhone.KindOf(rows.Phone![a]) is PhoneKind.Mobile or PhoneKind.Landline)
            || (rows.IdHead is { } ids && ids[a] != 0 && ids[a] == ids[b] && rows.IdTail![a] == rows.IdTail[b])
            || (rows.Waybill is { } waybills && waybills[a] != 0 && waybills[a] == waybills[b]);
    }

    /// <summary>Compares all fields, and notes those that differ where a list is given.</summary>
    static bool Compare(PersonColumns rows, int a, int b, List<string>? differences)
    {
        var shared = 0;
        var same = Note(Same(rows.Name, a, b, ref shared), "name", differences);
        same &= Note(SamePhones(rows, a, b, ref shared), "phone", differences);
        same &= Note(Same(rows.IdHead, a, b, ref shared) && Same(rows.IdTail, a, b), "national-id", differences);
        same &= Note(Same(rows.Waybill, a, b, ref shared), "waybill", differences);
        same &= Note(Same(rows.Related, a, b), "related-name", differences);
        same &= Note(SameDay(rows.EventDate, a, b), "event-date", differences);
        same &= Note(SameDay(rows.BirthDate, a, b), "birth-date", differences);
        same &= Note(SamePlace(rows.Place, a, b), "institution", differences);
        same &= Note(Same(rows.AddressText, a, b), "address", differences);
        return same && shared > 0;
    }

    static bool Note(bool same, string field, List<string>? differences)
    {
        if (!same)
        {
            differences?.Add(field);
        }

        return same;
    }

    static bool Same(ulong[]? values, int a, int b, ref int shared)
    {
        if (values is null || values[a] == 0 || values[b] == 0)
        {
            return true;
        }

        shared++;
        return values[a] == values[b];
    }

    static bool Same(ulong[]? values, int a, int b) => values is null || values[a] == 0 || values[b] == 0 || values[a] == values[b];

    static bool SameDay(ulong[]? dates, int a, int b) =>
        dates is null || dates[a] == 0 || dates[b] == 0 || PackedDate.DayOf(dates[a]) == PackedDate.DayOf(dates[b])
        || ((PackedDate.PrecisionOf(dates[a]) == DatePrecision.YearAssumed || PackedDate.PrecisionOf(dates[b]) == DatePrecision.YearAssumed)
            && SameDayOfYear(DateOnly.FromDayNumber(PackedDate.DayOf(dates[a])), DateOnly.FromDayNumber(PackedDate.DayOf(dates[b]))));

    /// <summary>A date without a year repeats the same day of any year.</summary>
    static bool SameDayOfYear(DateOnly a, DateOnly b) => a.Month == b.Month && a.Day == b.Day;

    static bool SamePlace(int[]? places, int a, int b) => places is null || places[a] == 0 || places[b] == 0 || places[a] == places[b];

    static bool Same(TextHeap? texts, int a, int b) =>
        texts is null || texts[a].IsEmpty || texts[b].IsEmpty || texts[a].SequenceEqual(texts[b]);

    /// <summary>The numbers of one row are all among those of the other.</summary>
    static bool SamePhones(PersonColumns rows, int a, int b, ref int shared)
    {
        if (rows.Phone is not { } first)
        {
            return true;
        }

        var second = rows.SecondPhone;
        ulong a1 = first[a], a2 = second is null ? 0 : second[a], b1 = first[b], b2 = second is null ? 0 : second[b];
        if ((a1 | a2) == 0 || (b1 | b2) == 0)
        {
            return true;
        }

        shared++;
        return (IsIn(a1, b1, b2) && IsIn(a2, b1, b2)) || (IsIn(b1, a1, a2) && IsIn(b2, a1, a2));
    }

    static bool IsIn(ulong phone, ulong first, ulong second) => phone == 0 || phone == first || phone == second;
}
