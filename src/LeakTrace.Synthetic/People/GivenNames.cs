namespace LeakTrace.Synthetic.People;

/// <summary>
/// Given names: women of child-bearing age, men of the same years, and newborns. Each line of characters is rarer than
/// the one before.
/// </summary>
static class GivenNames
{
    // Frequency by tier follows Zipf roughly: a tier's character is half as common as one of the tier above.
    static readonly WeightedChoice<char> _womenSingle = Tiers(
        "婷静丽娜敏燕艳娟霞芳雪玲",
        "莉丹萍洁慧颖琳倩佳欣雯蕾",
        "薇瑶媛云红珊晴璐悦妍宁凤兰英珍蓉莹楠菲茜洋",
        "冰萌蓓璇瑾岚琪琴瑜梅青露娇青凡然桐舒");

    static readonly WeightedChoice<char> _womenFirst = Tiers(
        "晓雅思佳梦文欣海春小",
        "玉秀美红丽雪婷静慧艳",
        "晶金建志永嘉雨诗心可子月亚素淑桂彩爱凤",
        "若语紫芷依乐安书念宛清映沛希忆亦芮采以凌采君");

    static readonly WeightedChoice<char> _womenSecond = Tiers(
        "婷玲丽燕敏芳娟霞萍静琴",
        "莉英红梅华娜洁颖琳倩雯怡",
        "蓉珍兰凤香云慧芬菊娥莹瑶涵妮琪茹",
        "蕾薇媛妍晴璐悦宁珊楠菲晨曦影岚瑾彤蕊嫣韵");

    static readonly WeightedChoice<char> _menSingle = Tiers(
        "伟强磊涛军勇杰超",
        "鹏斌波辉刚峰健明亮",
        "飞浩宇凯鑫俊毅帅龙阳旭昊",
        "翔锋铭博坤哲睿恒川彬");

    static readonly WeightedChoice<char> _menFirst = Tiers(
        "建志文国海晓小俊",
        "永明伟家少世春立",
        "宏天子金卫东振德庆光",
        "嘉新荣正学长仁启承泽");

    static readonly WeightedChoice<char> _menSecond = Tiers(
        "华军强明伟平峰杰",
        "辉东林龙波斌鹏飞勇",
        "涛超刚生宇亮文宁武",
        "良洋成毅凯星晨奇恒源");

    static readonly WeightedChoice<char> _newbornFirst = Tiers(
        "子梓一思雨宇浩",
        "沐奕艺嘉欣可诗若",
        "俊佳语芷依晨泽乐安书",
        "昕瑾念沛希亦辰宸君皓");

    static readonly WeightedChoice<char> _newbornSecond = Tiers(
        "涵轩诺怡辰泽萱",
        "彤妍琪瑶宸睿然熙",
        "阳博杰欣悦宁航桐琳",
        "渊楷瑜昕玥煊霖溪乔");

    public static string Woman(Chance chance) =>
        Draw(chance, 0.17, _womenSingle, _womenFirst, _womenSecond);

    public static string Man(Chance chance) =>
        Draw(chance, 0.22, _menSingle, _menFirst, _menSecond);

    public static string Newborn(Chance chance) =>
        Draw(chance, 0.08, _newbornSecond, _newbornFirst, _newbornSecond);

    static string Draw(
        Chance chance,
        double singleShare,
        WeightedChoice<char> single,
        WeightedChoice<char> first,
        WeightedChoice<char> second)
    {
        if (chance.Happens(singleShare))
        {
            return single.Draw(chance).ToString();
        }

        return string.Concat([first.Draw(chance), second.Draw(chance)]);
    }

    static WeightedChoice<char> Tiers(params string[] tiers) =>
        new(tiers.SelectMany((tier, rank) => tier.Select(han => (han, Math.Pow(0.5, rank)))));
}
