using System.Globalization;
using LeakTrace.Engine.Comparison;

namespace LeakTrace.Tests.Reference;

/// <summary>Days compared as they are written, year, month and day apart.</summary>
static class DateReference
{
    public static DateLevel Between(DateOnly left, DateOnly right)
    {
        var apart = Math.Abs(left.DayNumber - right.DayNumber);
        return apart == 0 ? DateLevel.Exact
            : apart == 1 ? DateLevel.OneDay
            : IsSlip(left, right) ? DateLevel.Typo
            : apart <= 31 ? DateLevel.SameMonth : DateLevel.Different;
    }

    static bool IsSlip(DateOnly left, DateOnly right)
    {
        string a = left.ToString("MMdd", CultureInfo.InvariantCulture), b = right.ToString("MMdd", CultureInfo.InvariantCulture);
        return left.Year == right.Year
            ? a == b[2..] + b[..2] || a.Zip(b).Count(pair => pair.First != pair.Second) == 1
            : a == b && Math.Abs(left.Year - right.Year) is 1 or 10;
    }
}
