namespace LeakTrace.Engine.Normalisation;

/// <summary>
/// The numbers of a written date: those that are labelled (年, 月, 日, a month's name) and those whose place must decide.
/// </summary>
struct DateParts
{
    public const int Missing = -1;

    // 民国元年.
    const int FirstRepublicYear = 1912;

    const string Separators = " -/.,':\\_年月日()";

    /// <summary>Labelled year, month and day.</summary>
    public int Year = Missing;
    public int Month = Missing;
    public int Day = Missing;

    /// <summary>Numbers without label, in order, with the number of digits of each.</summary>
    public int First;
    public int Second;
    public int Third;
    public int FirstLength;
    public int SecondLength;
    public int ThirdLength;
    public int Count;

    public bool HasMonthName;

    /// <summary>Second of the day, or <see cref="Missing"/>.</summary>
    public int SecondOfDay = Missing;

    int _hour = Missing;
    int _minute;
    int _second;
    int _halfDay;
    bool _isRepublic;

    public DateParts()
    {
    }

    /// <summary>Reads a folded text; false where something in it belongs to no date.</summary>
    public bool Read(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            var length = char.IsAsciiDigit(text[0]) || ChineseNumerals.IsNumeral(text[0]) ? ReadNumber(text)
                : char.IsAsciiLetter(text[0]) ? ReadWord(text)
                : Separators.Contains(text[0]) ? 1
                : text[0] is '~' or '至' or '到' or '+' ? (HasDate ? text.Length : 0)
                : ReadHan(text);
            if (length == 0)
            {
                return false;
            }

            text = text[length..];
        }

        SetTime();
        return HasDate;
    }

    readonly bool HasDate => Count > 0 || Month != Missing || Year != Missing;

    int ReadNumber(ReadOnlySpan<char> text)
    {
        var length = ChineseNumerals.Read(text, out var value, out var digits);
        if (length == 0)
        {
            return 0;
        }

        // 112 年 05 月 01 日 is written with spaces, too.
        var spaced = length;
        while (spaced < text.Length && text[spaced] == ' ')
        {
            spaced++;
        }

        length = spaced < text.Length && text[spaced] is '年' or '月' or '日' or '号' ? spaced : length;
        var label = length < text.Length ? text[length] : '\0';
        switch (label)
        {
            case '年':
                Year = _isRepublic ? value + FirstRepublicYear - 1 : digits <= 2 ? DateResolver.FullYear(value) : value;
                return length + 1;
            case '月':
                Month = value;
                return length + (length + 1 < text.Length && text[length + 1] == '份' ? 2 : 1);
            case '日' or '号':
                Day = value;
                return length + 1;
            case '时' or '点' or ':' when _hour == Missing:
                _hour = value;
                return length + ReadMinutes(text[length..]);
            case '分' or '秒':
                return length + 1;
            default:
                return AddNumber(value, digits) ? length : 0;
        }
    }

    /// <summary>What follows an hour: ":45", ":45:10.5", "时45分10秒", "点半".</summary>
    int ReadMinutes(ReadOnlySpan<char> text)
    {
        var at = 1;
        if (at < text.Length && text[at] == '半')
        {
            _minute = 30;
            return at + 1;
        }

        var length = ChineseNumerals.Read(text[at..], out var minute, out _);
        if (length == 0)
        {
            return at;
        }

        _minute = minute;
        at += length;
        if (at >= text.Length || text[at] is not (':' or '分'))
        {
            return at;
        }

        at++;
        length = ChineseNumerals.Read(text[at..], out var second, out _);
        if (length > 0)
        {
            _second = second;
            at += length;
            at += at < text.Length && text[at] == '秒' ? 1 : 0;
            if (at < text.Length && text[at] == '.')
            {
                at++;
                while (at < text.Length && char.IsAsciiDigit(text[at]))
                {
                    at++;
                }
            }

            // What follows a full time with a sign is the offset from UTC; the clock on the wall is what counts.
            if (at < text.Length && text[at] is '+' or '-')
            {
                return text.Length;
            }
        }

        return at;
    }

    bool AddNumber(int value, int digits)
    {
        switch (Count++)
        {
            case 0:
                First = value;
                FirstLength = digits;
                return true;
            case 1:
                Second = value;
                SecondLength = digits;
                return true;
            case 2:
                Third = value;
                ThirdLength = digits;
                return true;
            default:
                return false;
        }
    }

    int ReadWord(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsAsciiLetter(text[length]))
        {
            length++;
        }

        var word = text[..length];
        var month = DateWords.Month(word);
        if (month > 0 && Month == Missing)
        {
            Month = month;
            HasMonthName = true;
            return length;
        }

        if (word is "am" or "a" or "pm" or "p")
        {
            _halfDay = word[0] == 'a' ? 1 : 2;
            return length;
        }

        return DateWords.IsIgnored(word) ? length : 0;
    }

    int ReadHan(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("民国"))
        {
            _isRepublic = true;
            return 2;
        }

        var length = DateWords.HalfDay(text, out var halfDay);
        if (length > 0)
        {
            _halfDay = halfDay;
            return length;
        }

        return DateWords.IgnoredHan(text);
    }

    void SetTime()
    {
        if (_hour is < 0 or > 23 || _minute is < 0 or > 59 || _second is < 0 or > 59)
        {
            return;
        }

        var hour = _halfDay == 2 && _hour < 12 ? _hour + 12 : _halfDay == 1 && _hour == 12 ? 0 : _hour;
        SecondOfDay = hour * 3600 + _minute * 60 + _second;
    }
}
