using System.Globalization;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Normalisation;

/// <summary>Spreadsheet serials (45047, 45047.573) and dates written as one run of digits (20230501, 230501).</summary>
static class DateSerials
{
    const int FirstPlausible = 20_000;
    const int LastPlausible = 60_000;
    const int LastSerial = 73_415;
    const int SecondsOfDay = 86_400;

    /// <summary>Whether the folded text is one number that is a date.</summary>
    public static bool Read(ReadOnlySpan<char> text, in DateContext context, out ulong packed)
    {
        packed = 0;
        var end = 0;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        var digits = text[..end];
        var fraction = text[end..];
        var isFraction = fraction.Length > 1 && fraction[0] == '.' && !fraction[1..].ContainsAnyExceptInRange('0', '9');
        if (fraction.Length > 0 && !isFraction)
        {
            return false;
        }

        if (digits.Length == 0 || digits.Length > 14)
        {
            return false;
        }

        if (fraction.Length > 0 && digits.Length <= 4 && !context.AllowSerial)
        {
            return false;
        }

        // 20230501.0 is a run of digits that went through a spreadsheet.
        if (digits.Length >= 6 && (fraction.IsEmpty || !fraction[1..].ContainsAnyExcept('0')))
        {
            return ReadRun(digits, context, out packed);
        }

        var year = Number(digits);
        if (digits.Length == 4 && fraction.IsEmpty && year is >= DateReader.FirstYear and <= DateReader.LastYear)
        {
            return DateReader.TryPack(year, 1, 1, -1, DatePrecision.Year, out packed);
        }

        return digits.Length <= 5 && ReadSerial(year, fraction, context, out packed);
    }

    static bool ReadRun(ReadOnlySpan<char> digits, in DateContext context, out ulong packed)
    {
        packed = 0;
        if (digits.Length == 6)
        {
            var century = Number(digits[..2]) >= 50 ? 1900 : 2000;
            var shortYear = century + Number(digits[..2]);

            // 202305 is a month, 230501 a day; 200105 is either, and the file's year decides.
            var last = Number(digits[4..]);
            var isMonth = shortYear != context.Year
                && DateReader.TryPack(Number(digits[..4]), last, 1, -1, DatePrecision.Month, out packed);
            return isMonth
                || DateReader.TryPack(shortYear, Number(digits.Slice(2, 2)), last, -1, DatePrecision.Day, out packed);
        }

        if (digits.Length is not (8 or 10 or 12 or 14))
        {
            return false;
        }

        var second = -1;
        if (digits.Length > 8)
        {
            var hour = Number(digits.Slice(8, 2));
            var minute = digits.Length > 10 ? Number(digits.Slice(10, 2)) : 0;
            var rest = digits.Length > 12 ? Number(digits[12..]) : 0;
            if (hour > 23 || minute > 59 || rest > 59)
            {
                return false;
            }

            second = hour * 3600 + minute * 60 + rest;
        }

        var month = Number(digits.Slice(4, 2));
        var day = Number(digits.Slice(6, 2));
        return DateReader.TryPack(Number(digits[..4]), month, day, second, DatePrecision.Day, out packed);
    }

    static bool ReadSerial(int serial, ReadOnlySpan<char> fraction, in DateContext context, out ulong packed)
    {
        packed = 0;
        if (serial is < 1 or > LastSerial || (!context.AllowSerial && serial is < FirstPlausible or > LastPlausible))
        {
            return false;
        }

        // The calendar of 1900 counts 29 February 1900, which never was, as 60: both 59 and 60 are 28 February.
        var first = context.Is1904 ? new DateOnly(1904, 1, 1).DayNumber
            : serial < 60 ? new DateOnly(1899, 12, 31).DayNumber
            : new DateOnly(1899, 12, 30).DayNumber;
        var day = first + serial;
        var second = -1;
        if (fraction.Length > 0)
        {
            var part = double.Parse(fraction, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
            second = (int)Math.Round(part * SecondsOfDay);
            if (second >= SecondsOfDay)
            {
                second = 0;
                day++;
            }

            second = second == 0 ? -1 : second;
        }

        packed = PackedDate.Pack(day, second);
        return true;
    }

    static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            number = number * 10 + (digit - '0');
        }

        return number;
    }
}
