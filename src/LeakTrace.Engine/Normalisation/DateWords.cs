namespace LeakTrace.Engine.Normalisation;

/// <summary>Words that stand in dates.</summary>
static class DateWords
{
    static readonly string[] _months =
    [
        "january", "february", "march", "april", "may", "june",
        "july", "august", "september", "october", "november", "december",
    ];

    static readonly string[] _weekdays =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    static readonly string[] _ignoredHan =
        ["公历", "阳历", "新历", "出生", "生于", "分娩", "预产期", "日期", "时间", "左右", "生日", "入院", "登记", "约", "于", "生", "的", "前", "后"];

    static readonly string[] _forenoon = ["上午", "早上", "凌晨", "清晨", "早晨", "早"];

    static readonly string[] _afternoon = ["下午", "晚上", "中午", "傍晚", "夜里", "晚"];

    /// <summary>
    /// Month of an English name or its abbreviation of at least three letters; zero where it is none.
    /// </summary>
    public static int Month(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < _months.Length && word.Length >= 3; i++)
        {
            if (_months[i].AsSpan().StartsWith(word, StringComparison.Ordinal) || (i == 8 && word is "sept"))
            {
                return i + 1;
            }
        }

        return 0;
    }

    /// <summary>Whether an English word in a date says nothing that is needed.</summary>
    public static bool IsIgnored(ReadOnlySpan<char> word)
    {
        if (word is "st" or "nd" or "rd" or "th" or "t" or "z" or "utc" or "gmt" or "cst" or "of" or "the")
        {
            return true;
        }

        foreach (var weekday in _weekdays)
        {
            if (word.Length >= 3 && weekday.AsSpan().StartsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Length of a word for half of the day in front, and which half (1 or 2).</summary>
    public static int HalfDay(ReadOnlySpan<char> text, out int half)
    {
        half = 1;
        var length = LengthOfAny(text, _forenoon);
        if (length == 0)
        {
            half = 2;
            length = LengthOfAny(text, _afternoon);
        }

        return length;
    }

    /// <summary>
    /// Length of a Chinese word in front that says nothing that is needed, a weekday included; zero where there is
    /// none.
    /// </summary>
    public static int IgnoredHan(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("星期", StringComparison.Ordinal) || text.StartsWith("礼拜", StringComparison.Ordinal))
        {
            return Math.Min(3, text.Length);
        }

        return text[0] == '周' ? Math.Min(2, text.Length) : LengthOfAny(text, _ignoredHan);
    }

    static int LengthOfAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.StartsWith(word, StringComparison.Ordinal))
            {
                return word.Length;
            }
        }

        return 0;
    }
}
