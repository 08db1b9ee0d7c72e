using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Comparison;

/// <summary>Compares packed dates by the errors that writing dates brings.</summary>
public static class DateComparison
{
    const int Month = 31;

    /// <summary>Level of two packed dates; times of day are not compared.</summary>
    public static DateLevel Between(ulong left, ulong right)
    {
        if (left == 0 || right == 0)
        {
            return DateLevel.Absent;
        }

        int a = PackedDate.DayOf(left), b = PackedDate.DayOf(right);
        DatePrecision leftPrecision = PackedDate.PrecisionOf(left), rightPrecision = PackedDate.PrecisionOf(right);
        if (leftPrecision >= DatePrecision.Month || rightPrecision >= DatePrecision.Month)
        {
            return Coarse(a, b, leftPrecision > rightPrecision ? leftPrecision : rightPrecision);
        }

        var apart = Math.Abs(a - b);
        if (apart <= 1)
        {
            return apart == 0 ? DateLevel.Exact : DateLevel.OneDay;
        }

        DateOnly x = DateOnly.FromDayNumber(a), y = DateOnly.FromDayNumber(b);
        var isYearAssumed = (leftPrecision | rightPrecision) == DatePrecision.YearAssumed;
        if (IsTypo(x, y) || (isYearAssumed && IsOneDayApartInAnyYear(x, y)))
        {
            return DateLevel.Typo;
        }

        return apart <= Month ? DateLevel.SameMonth : DateLevel.Different;
    }

    static DateLevel Coarse(int a, int b, DatePrecision precision)
    {
        DateOnly left = DateOnly.FromDayNumber(a), right = DateOnly.FromDayNumber(b);
        var same = left.Year == right.Year && (precision == DatePrecision.Year || left.Month == right.Month);
        return same ? DateLevel.SameMonth : DateLevel.Different;
    }

    static bool IsTypo(DateOnly a, DateOnly b)
    {
        if (a.Year == b.Year)
        {
            // A digit of the day or of the month, or the two swapped.
            return (a.Month == b.Day && a.Day == b.Month)
                || (a.Month == b.Month && OneDigit(a.Day, b.Day))
                || (a.Day == b.Day && OneDigit(a.Month, b.Month));
        }

        return a.Month == b.Month && a.Day == b.Day && Math.Abs(a.Year - b.Year) is 1 or 10;
    }

    static bool IsOneDayApartInAnyYear(DateOnly a, DateOnly b)
    {
        for (var years = b.Year - a.Year - 1; years <= b.Year - a.Year + 1; years++)
        {
            if (Math.Abs(a.AddYears(years).DayNumber - b.DayNumber) <= 1)
            {
                return true;
            }
        }

        return false;
    }

    static bool OneDigit(int a, int b) => (a / 10 == b / 10) != (a % 10 == b % 10);
}
