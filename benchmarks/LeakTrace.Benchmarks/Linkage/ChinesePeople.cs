namespace LeakTrace.Benchmarks.Linkage;

/// <summary>A list of 40,000 Chinese people against a register of 100,000, with typos, masks, missing and shifted fields.</summary>
static class ChinesePeople
{
    const string Surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
    const string Given = "芳娜敏静丽艳娟霞秀玲燕红梅兰英华慧巧美云莲真环雪荣爱妹香月莺媛瑞凡佳嘉琼勤珍贞莉桂娣叶璧璐娅琦晶妍茜秋珊莎锦黛青倩婷姣婉娴瑾颖露瑶怡婵雁蓓纨仪荷丹蓉眉君琴蕊薇菁梦岚苑婕馨瑗琰韵融园艺咏卿聪澜纯毓悦昭冰爽琬茗羽希宁欣飘育滢馥";
    const string Streets = "解放人民中山建设和平胜利文化新华光明长江黄河北京南京西湖东风朝阳友谊花园学院工业科技";

    /// <summary>The set of a seed.</summary>
    public static LinkageSet Make(int seed, string folder, int left = 40_000, int right = 100_000)
    {
        var t = new Typist(seed);
        var register = new List<string[]>();
        for (var i = 0; i < right; i++)
        {
            var name = t.PickSkewed(Surnames.ToArray(), 8).ToString() + t.PickSkewed(Given.ToArray(), 30) + (t.Happens(0.8) ? t.PickSkewed(Given.ToArray(), 30).ToString() : "");
            var day = new DateTime(2023, 1, 1).AddDays(t.Below(730));
            var street = $"{Streets.Substring(2 * t.Below(Streets.Length / 2), 2)}{t.Pick(["路", "街", "大道"])}{1 + t.Below(900)}号{1 + t.Below(40)}栋{1 + t.Below(30)}0{1 + t.Below(4)}室";
            register.Add(["r" + i, name, t.Pick(["138", "139", "136", "150", "158", "186", "177"]) + t.Below(100_000_000).ToString("D8", System.Globalization.CultureInfo.InvariantCulture), $"{day:yyyy-MM-dd}", street, "申江市第" + (1 + t.Below(12)) + "医院"]);
        }

        var list = new List<string[]>();
        var pairs = new HashSet<(string, string)>();
        for (var i = 0; i < left; i++)
        {
            string[] row;
            if (t.Happens(0.85))
            {
                var origin = t.Below(right);
                row = (string[])register[origin].Clone();
                pairs.Add(("l" + i, row[0]));
                Spoil(row, t);
            }
            else
            {
                row = (string[])register[t.Below(right)].Clone();
                row[1] = t.PickSkewed(Surnames.ToArray(), 8).ToString() + t.PickSkewed(Given.ToArray(), 30) + t.PickSkewed(Given.ToArray(), 30);
                row[2] = "135" + t.Below(100_000_000).ToString("D8", System.Globalization.CultureInfo.InvariantCulture);
                row[3] = $"{new DateTime(2023, 1, 1).AddDays(t.Below(730)):yyyy-MM-dd}";
                row[4] = register[t.Below(right)][4];
            }

            row[0] = "l" + i;
            list.Add(row);
        }

        return Imitations.Two($"Chinese list, seed {seed}", list, register, pairs, ["编号", "姓名", "手机", "日期", "地址", "医院"], folder, t);
    }

    static void Spoil(string[] row, Typist t)
    {
        row[1] = t.Unit() switch { < 0.08 => row[1][..1] + new string('*', row[1].Length - 1), < 0.14 => Retyped(row[1], t), _ => row[1] };
        row[2] = t.Unit() switch { < 0.08 => row[2][..3] + "****" + row[2][7..], < 0.16 => t.Typo(row[2]), < 0.20 => "", _ => row[2] };
        row[3] = t.Unit() switch { < 0.05 => "", < 0.12 => $"{DateTime.Parse(row[3], System.Globalization.CultureInfo.InvariantCulture).AddDays(t.Pick([-1, 1])):yyyy-MM-dd}", _ => row[3] };
        row[4] = t.Unit() switch { < 0.15 => "", < 0.25 => row[4][..^4], < 0.32 => t.Typo(row[4]), _ => row[4] };
        row[5] = t.Happens(0.1) ? "" : row[5];
        if (t.Happens(0.02))
        {
            // Two columns filled the wrong way round.
            (row[4], row[5]) = (row[5], row[4]);
        }
    }

    static string Retyped(string name, Typist t)
    {
        var at = t.Below(name.Length);
        return name[..at] + Given[t.Below(Given.Length)] + name[(at + 1)..];
    }
}
