namespace LeakTrace.Engine.Normalisation;

/// <summary>
/// Words around names: forms of address, roles, and the forms in which wards call newborns after their mother. All
/// folded.
/// </summary>
static class NameWords
{
    static readonly string[] _titles =
    [
        "女士", "先生", "小姐", "太太", "夫人", "妈妈", "宝妈", "准妈妈", "准妈", "妈咪", "母亲", "爸爸", "宝爸", "老师", "阿姨",
        "大姐", "姐姐", "大哥", "哥哥",
        "同学", "医生", "护士", "经理", "老板", "同志", "师傅", "主任", "女生", "男士", "小朋友",
        "产妇", "孕妇", "患者", "病人", "客户", "会员", "本人", "家属",
        "收", "亲启", "mrs", "miss", "mr", "ms",
    ];

    static readonly string[] _roles =
    [
        "产妇姓名", "孕妇姓名", "母亲姓名", "客户姓名", "收件人", "收货人", "寄件人", "发件人", "联系人", "产妇", "孕妇", "患者", "病人", "宝妈", "客户", "会员",
        "姓名", "母亲", "妈妈", "mrs ", "miss ", "mr ", "ms ",
    ];

    /// <summary>Titles of one character count only behind a lone surname: 王姐 is no given name, 周晓姐 might be.</summary>
    const string ShortTitles = "姐哥嫂总氏婶姨妈叔";

    const string Prefixes = "小老阿";

    static readonly string[] _babies = ["儿子", "女儿", "婴儿", "男婴", "女婴", "新生儿", "之婴儿", "的孩子", "的宝宝", "家宝宝", "双胞胎"];

    /// <summary>Pet names that count only behind a whole name; 王宝宝 is somebody's.</summary>
    static readonly string[] _pets = ["宝宝", "宝贝", "大宝", "二宝", "小宝", "毛毛"];

    /// <summary>What may follow 之: at least one of the first part.</summary>
    const string Child = "子女婴宝儿男孩胎";
    const string ChildDetail = "大小长次双一二三甲乙ab*的";

    const byte EndsTitle = 1;
    const byte EndsBaby = 2;
    const byte EndsPet = 4;
    const byte BeginsRole = 8;

    // One look at the first or last unit settles nearly every name.
    static readonly byte[] _marks = Mark();

    /// <summary>Length of the title at the end of a name, zero where there is none.</summary>
    public static int TitleLength(ReadOnlySpan<char> name)
    {
        var length = SuffixLength(name, _titles, EndsTitle);
        if (length > 0)
        {
            return length;
        }

        return name.Length == 2 && ShortTitles.Contains(name[1]) && HanReadings.IsSurname(name[..1]) ? 1 : 0;
    }

    /// <summary>
    /// Length of the role or the familiar prefix in front of a name (产妇张三, 小王), zero where there is none.
    /// </summary>
    public static int RoleLength(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty)
        {
            return 0;
        }

        foreach (var role in (_marks[name[0]] & BeginsRole) != 0 ? _roles : [])
        {
            if (name.Length > role.Length && name.StartsWith(role, StringComparison.Ordinal))
            {
                return role.Length;
            }
        }

        return name.Length == 2 && Prefixes.Contains(name[0]) && HanReadings.IsSurname(name[1..]) ? 1 : 0;
    }

    /// <summary>Length of what makes a mother's name her child's (张三之子, 张三宝宝), zero where nothing does.</summary>
    public static int BabyLength(ReadOnlySpan<char> name)
    {
        var of = name.LastIndexOf('之');
        if (of > 0 && name.Length - of is > 1 and <= 4 && IsChild(name[(of + 1)..]))
        {
            return name.Length - of;
        }

        var length = SuffixLength(name, _babies, EndsBaby);
        if (length == 0)
        {
            length = SuffixLength(name, _pets, EndsPet);
            length = name.Length - length >= 2 ? length : 0;
        }

        return length;
    }

    /// <summary>Whether the text as a whole is a word for a child, as in 张三(宝宝).</summary>
    public static bool IsBabyWord(ReadOnlySpan<char> text)
    {
        text = text.StartsWith("之", StringComparison.Ordinal) ? text[1..] : text;
        return Equals(text, _babies) || Equals(text, _pets) || (text.Length is > 0 and <= 3 && IsChild(text));
    }

    /// <summary>Whether the text as a whole is a title or role rather than a name.</summary>
    public static bool IsTitle(ReadOnlySpan<char> text) => Equals(text, _titles) || Equals(text, _roles);

    /// <summary>
    /// Every character by which such words end (those behind 之 aside), so that other names skip the search.
    /// </summary>
    public static string Endings => LastUnits(_titles) + LastUnits(_babies) + LastUnits(_pets) + ShortTitles;

    /// <summary>See <see cref="Endings"/>.</summary>
    public static string Beginnings => FirstUnits(_roles) + Prefixes + "无未没暂不空缺保待测试样示演模假例拒";

    static bool IsChild(ReadOnlySpan<char> text)
    {
        var child = false;
        foreach (var unit in text)
        {
            if (Child.Contains(unit))
            {
                child = true;
            }
            else if (!ChildDetail.Contains(unit))
            {
                return false;
            }
        }

        return child;
    }

    static bool Equals(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.SequenceEqual(word))
            {
                return true;
            }
        }

        return false;
    }

    static int SuffixLength(ReadOnlySpan<char> name, string[] words, byte mark)
    {
        if (name.IsEmpty || (_marks[name[^1]] & mark) == 0)
        {
            return 0;
        }

        var longest = 0;
        foreach (var word in words)
        {
            if (word.Length > longest && name.EndsWith(word, StringComparison.Ordinal))
            {
                longest = word.Length;
            }
        }

        return longest;
    }

    static byte[] Mark()
    {
        var marks = new byte[1 << 16];
        Mark(marks, LastUnits(_titles), EndsTitle);
        Mark(marks, LastUnits(_babies), EndsBaby);
        Mark(marks, LastUnits(_pets), EndsPet);
        Mark(marks, FirstUnits(_roles), BeginsRole);
        return marks;
    }

    static void Mark(byte[] marks, string units, byte mark)
    {
        foreach (var unit in units)
        {
            marks[unit] |= mark;
        }
    }

    static string LastUnits(string[] words)
    {
        var units = new System.Text.StringBuilder();
        foreach (var word in words)
        {
            units.Append(word[^1]);
        }

        return units.ToString();
    }

    static string FirstUnits(string[] words)
    {
        var units = new System.Text.StringBuilder();
        foreach (var word in words)
        {
            units.Append(word[0]);
        }

        return units.ToString();
    }
}
