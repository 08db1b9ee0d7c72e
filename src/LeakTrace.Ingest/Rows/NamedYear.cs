namespace LeakTrace.Ingest.Rows;

/// <summary>Finds the year that a title, a sheet's name or a file's name gives (2021年3月名单, 2020-09.csv).</summary>
static class NamedYear
{
    /// <summary>Year of dates of which nothing tells the year: a leap year, so that every day exists in it.</summary>
    public const int Unknown = 2000;

    const int First = 1990;
    const int Last = 2099;

    /// <summary>The last year named in a text, since the deepest part of a path says most; zero if none.</summary>
    public static int In(string text)
    {
        for (var end = text.Length; end >= 4; end--)
        {
            var digits = text.AsSpan(end - 4, 4);
            if (!digits.ContainsAnyExceptInRange('0', '9')
                && (end == 4 || !char.IsAsciiDigit(text[end - 5]))
                && IsWholeOrStamp(text, end)
                && int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) is >= First and <= Last and var year)
            {
                return year;
            }
        }

        return 0;
    }

    /// <summary>The four digits stand alone, or begin a stamp such as 20210331 or 202103.</summary>
    static bool IsWholeOrStamp(string text, int end)
    {
        var more = 0;
        while (end + more < text.Length && char.IsAsciiDigit(text[end + more]))
        {
            more++;
        }

        return more is 0 or 2 or 4;
    }
}
