using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Normalisation;

/// <summary>Decides which number of a written date is the year, the month and the day.</summary>
static class DateResolver
{
    /// <summary>Two-digit years from here on are of the last century.</summary>
    const int LastCentury = 50;

    const int Missing = DateParts.Missing;

    /// <summary>Full year of a year written with two digits.</summary>
    public static int FullYear(int year) => year >= 100 ? year : year >= LastCentury ? 1900 + year : 2000 + year;

    /// <summary>Packs the date; false where it does not exist or its year is unknown.</summary>
    public static bool Resolve(in DateParts parts, in DateContext context, out ulong packed)
    {
        packed = 0;
        if (parts.HasMonthName)
        {
            return ResolveMonthName(parts, context, out packed);
        }

        if (parts.Year != Missing || parts.Month != Missing || parts.Day != Missing)
        {
            return ResolveLabelled(parts, context, out packed);
        }

        return parts.Count switch
        {
            1 when parts.FirstLength == 8 =>
                Pack(parts.First / 10_000, parts.First / 100 % 100, parts.First % 100, parts, context, out packed),
            1 when parts.FirstLength == 4 => Pack(parts.First, Missing, Missing, parts, context, out packed),
            2 => ResolveTwo(parts, context, out packed),
            3 => ResolveThree(parts, context, out packed),
            _ => false,
        };
    }

    static bool ResolveLabelled(in DateParts parts, in DateContext context, out ulong packed)
    {
        // A number without label takes the first place that is free after the labelled ones before it: 5月1, 2023年5.
        var year = parts.Year;
        var month = parts.Month;
        var day = parts.Day;
        if (parts.Count > 0)
        {
            if (year == Missing && parts.FirstLength == 4)
            {
                year = parts.First;
            }
            else if (month == Missing)
            {
                month = parts.First;
                day = parts.Count > 1 && day == Missing ? parts.Second : day;
            }
            else if (day == Missing)
            {
                day = parts.First;
            }
        }

        return Pack(year, month, day, parts, context, out packed);
    }

    static bool ResolveMonthName(in DateParts parts, in DateContext context, out ulong packed)
    {
        packed = 0;
        switch (parts.Count)
        {
            case 1:
                return parts.FirstLength == 4
                    ? Pack(parts.First, parts.Month, Missing, parts, context, out packed)
                    : Pack(Missing, parts.Month, parts.First, parts, context, out packed);
            case 2:
                // 1 May 2023, May 1, 2023, 1-May-23; the year stands in front only where it is written in full or no
                // day.
                return parts.FirstLength == 4 || parts.First > 31
                    ? Pack(FullYear(parts.First), parts.Month, parts.Second, parts, context, out packed)
                    : Pack(FullYear(parts.Second), parts.Month, parts.First, parts, context, out packed);
            default:
                return false;
        }
    }

    static bool ResolveTwo(in DateParts parts, in DateContext context, out ulong packed)
    {
        if (parts.FirstLength == 4)
        {
            return Pack(parts.First, parts.Second, Missing, parts, context, out packed);
        }

        if (parts.SecondLength == 4)
        {
            return Pack(parts.Second, parts.First, Missing, parts, context, out packed);
        }

        var dayFirst = parts.First > 12 || (context.DayFirst && parts.Second <= 12);
        return dayFirst
            ? Pack(Missing, parts.Second, parts.First, parts, context, out packed)
            : Pack(Missing, parts.First, parts.Second, parts, context, out packed);
    }

    static bool ResolveThree(in DateParts parts, in DateContext context, out ulong packed)
    {
        if (parts.FirstLength == 4)
        {
            return Pack(parts.First, parts.Second, parts.Third, parts, context, out packed);
        }

        if (parts.FirstLength > 2 || parts.SecondLength > 2 || parts.ThirdLength is 3 or > 4)
        {
            packed = 0;
            return false;
        }

        if (parts.ThirdLength == 4 || YearIsLast(parts, context))
        {
            return ResolveYearLast(parts, context, out packed);
        }

        return Pack(FullYear(parts.First), parts.Second, parts.Third, parts, context, out packed)
            || ResolveYearLast(parts, context, out packed);
    }

    /// <summary>
    /// Chinese writers put a short year first (23-5-1); spreadsheets show 5/1/23. One digit is no year, and the file's
    /// own year settles the rest.
    /// </summary>
    static bool YearIsLast(in DateParts parts, in DateContext context)
    {
        if (parts.ThirdLength != 2)
        {
            return false;
        }

        var firstIsYear = FullYear(parts.First) == context.Year;
        var lastIsYear = FullYear(parts.Third) == context.Year;
        return parts.FirstLength == 1 || (lastIsYear && !firstIsYear);
    }

    static bool ResolveYearLast(in DateParts parts, in DateContext context, out ulong packed)
    {
        var dayFirst = parts.First > 12 || (context.DayFirst && parts.Second <= 12);
        return dayFirst
            ? Pack(FullYear(parts.Third), parts.Second, parts.First, parts, context, out packed)
            : Pack(FullYear(parts.Third), parts.First, parts.Second, parts, context, out packed);
    }

    static bool Pack(int year, int month, int day, in DateParts parts, in DateContext context, out ulong packed)
    {
        packed = 0;
        var precision = DatePrecision.Day;
        if (year == Missing)
        {
            if (context.Year == 0 || month == Missing || day == Missing)
            {
                return false;
            }

            year = context.Year;
            precision = DatePrecision.YearAssumed;
        }
        else if (month == Missing)
        {
            if (day != Missing)
            {
                return false;
            }

            month = 1;
            day = 1;
            precision = DatePrecision.Year;
        }
        else if (day == Missing)
        {
            day = 1;
            precision = DatePrecision.Month;
        }

        return DateReader.TryPack(year, month, day, parts.SecondOfDay, precision, out packed);
    }
}
