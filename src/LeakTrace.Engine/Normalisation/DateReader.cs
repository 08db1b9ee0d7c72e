using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Normalisation;

/// <summary>Reads date cells in any of the ways that people and systems write dates.</summary>
public static class DateReader
{
    /// <summary>First year that is taken for a date.</summary>
    public const int FirstYear = 1900;

    /// <summary>Last year that is taken for a date.</summary>
    public const int LastYear = 2100;

    const int LongestCell = 64;

    /// <summary>Reads a date as <see cref="PackedDate"/>.</summary>
    /// <returns>
    /// False where the cell holds no date from 1900 to 2100, or one without a year and the context has none.
    /// </returns>
    public static bool Read(ReadOnlySpan<char> cell, in DateContext context, out ulong packed)
    {
        if (ReadIso(cell, out packed))
        {
            return true;
        }

        cell = CharacterFolding.Trim(cell);
        if (cell.IsEmpty || cell.Length > LongestCell)
        {
            packed = 0;
            return false;
        }

        Span<char> folded = stackalloc char[LongestCell];
        var text = folded[..CharacterFolding.Fold(cell, folded)];
        if (ReadIso(text, out packed) || DateSerials.Read(text, context, out packed))
        {
            return true;
        }

        var parts = new DateParts();
        return parts.Read(text) && DateResolver.Resolve(parts, context, out packed);
    }

    /// <summary>
    /// The form in which exports and the workbook reader give nearly every date: yyyy-MM-dd or yyyy/MM/dd, HH:mm and
    /// seconds optional.
    /// </summary>
    static bool ReadIso(ReadOnlySpan<char> text, out ulong packed)
    {
        packed = 0;
        if (text.Length < 10 || text[4] is not ('-' or '/') || text[7] != text[4])
        {
            return false;
        }

        var year = TwoDigits(text, 0) * 100 + TwoDigits(text, 2);
        var month = TwoDigits(text, 5);
        var day = TwoDigits(text, 8);
        var second = -1;
        if (text.Length > 10)
        {
            if (text.Length is not (16 or 19) || text[10] is not (' ' or 'T') || text[13] != ':')
            {
                return false;
            }

            var hour = TwoDigits(text, 11);
            var minute = TwoDigits(text, 14);
            second = text.Length == 19 ? (text[16] == ':' ? TwoDigits(text, 17) : -1) : 0;
            if ((uint)hour > 23 || (uint)minute > 59 || (uint)second > 59)
            {
                return false;
            }

            second += hour * 3600 + minute * 60;
        }

        return TryPack(year, month, day, second, DatePrecision.Day, out packed);
    }

    /// <summary>Packs a date that exists and lies between the first and the last year.</summary>
    internal static bool TryPack(int year, int month, int day, int second, DatePrecision precision, out ulong packed)
    {
        packed = 0;
        if (year is < FirstYear or > LastYear || month is < 1 or > 12
            || day < 1 || (day > 28 && day > DateTime.DaysInMonth(year, month)))
        {
            return false;
        }

        packed = PackedDate.Pack(DayNumber(year, month, day), second, precision);
        return true;
    }

    /// <summary>Day number by Howard Hinnant's days-from-civil: no table, no branch on leap years.</summary>
    static int DayNumber(int year, int month, int day)
    {
        var shifted = month <= 2 ? year - 1 : year;
        var century = shifted / 400;
        var yearOfEra = shifted - century * 400;
        var dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        return century * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 306;
    }

    /// <summary>Two digits, or a large negative number where they are none.</summary>
    static int TwoDigits(ReadOnlySpan<char> text, int at)
    {
        var tens = (uint)(text[at] - '0');
        var ones = (uint)(text[at + 1] - '0');
        return tens > 9 || ones > 9 ? -1_000_000 : (int)(tens * 10 + ones);
    }
}
