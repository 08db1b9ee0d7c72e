namespace LeakTrace.Synthetic.People;

/// <summary>The mistakes that people make when they write down or retype a record.</summary>
static class Misspelling
{
    // Same sound or much the same shape; none of these pairs is folded together by normalisation.
    static readonly string[] _confused =
    [
        "丽莉俐利", "婷亭庭", "静婧靖", "娜那", "敏闵民", "燕艳雁彦", "娟鹃涓", "霞侠夏", "芳方芬", "雪学", "玲铃灵凌", "丹单", "萍平苹", "洁捷杰",
        "慧惠会卉", "颖莹影盈", "琳林霖", "倩茜", "佳嘉家加", "欣昕鑫馨心", "雯文纹", "晓小筱", "雅亚", "思丝", "梦孟", "怡宜仪", "蕾磊", "薇微", "瑶遥",
        "媛园", "云芸", "红虹宏", "玉钰育", "珊姗", "晴情", "璐露路", "悦月玥", "涵寒含", "诗施", "妍研岩", "宁凝", "凤风", "秀绣", "兰蓝", "华花", "英瑛",
        "珍真", "爱艾", "香湘", "菊桔", "美梅", "春椿", "海每", "金今", "志至", "建健", "国果", "伟纬", "强墙", "勇永", "军君", "明名", "辉晖", "峰锋",
        "飞非",
        "琪祺琦", "妮尼", "茹如", "楠南", "菲霏", "若偌", "淑书", "桂贵", "素塑", "可克", "子紫", "雨羽语", "琴勤", "蓉容", "娇姣",
    ];

    static readonly Dictionary<char, string> _alternatives = Build();

    /// <summary>
    /// The name with one character taken for another, or with one left out where none is easily taken; never the name
    /// itself.
    /// </summary>
    public static string Name(Chance chance, string name)
    {
        var surname = Surnames.LengthIn(name);
        for (var attempt = 0; attempt < 4 && name.Length > surname; attempt++)
        {
            var position = chance.Between(surname, name.Length - 1);
            if (_alternatives.TryGetValue(name[position], out var others))
            {
                return string.Concat(name.AsSpan(0, position), [others[chance.Below(others.Length)]],
                    name.AsSpan(position + 1));
            }
        }

        return name.Length > surname + 1 ? name[..^1] : name + "儿";
    }

    public static string SubstituteDigit(Chance chance, string digits)
    {
        var position = chance.Between(2, digits.Length - 1);
        var wrong = (char)('0' + ((digits[position] - '0' + chance.Between(1, 9)) % 10));
        return string.Concat(digits.AsSpan(0, position), [wrong], digits.AsSpan(position + 1));
    }

    /// <summary>Two neighbouring different digits change places; a substitution where all are equal.</summary>
    public static string TransposeDigits(Chance chance, string digits)
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            var position = chance.Between(2, digits.Length - 2);
            if (digits[position] != digits[position + 1])
            {
                return string.Concat(
                    digits.AsSpan(0, position), [digits[position + 1], digits[position]], digits.AsSpan(position + 2));
            }
        }

        return SubstituteDigit(chance, digits);
    }

    public static string DropDigit(Chance chance, string digits) =>
        digits.Remove(chance.Between(3, digits.Length - 1), 1);

    static Dictionary<char, string> Build()
    {
        var alternatives = new Dictionary<char, string>();
        foreach (var group in _confused)
        {
            foreach (var han in group)
            {
                alternatives.TryAdd(han, group.Replace(han.ToString(), "", StringComparison.Ordinal));
            }
        }

        return alternatives;
    }
}
