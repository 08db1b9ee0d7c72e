namespace LeakTrace.Synthetic.People;

/// <summary>Addresses in an invented city: real-looking, and nobody's.</summary>
static class Addresses
{
    public const string City = "申江市";

    public static readonly string[] Districts =
    [
        "东浦区", "徐汀区", "长泾区", "静川区", "虹浜区", "杨桥区", "闵湾区", "宝滩区", "嘉泽区", "松泖区", "青渚区", "奉柘区",
    ];

    const string RoadFirst = "南北东西中新长永金银龙凤和平安康宁华光明海江山河松柏梅兰桂荷云星锦泰福兴德义仁文武昌";
    const string RoadSecond = "京宁阳陵沙桥塘湾浦港山门园林泉溪川州城原丰盛顺达通远康乐和庆祥瑞源清";
    static readonly string[] _roadKinds = ["路", "路", "路", "街", "大道", "东路", "西路", "南路", "北路", "支路"];
    static readonly string[] _estates = ["花园", "新村", "小区", "公寓", "苑", "名邸", "家园", "华庭", "一村", "二村"];

    /// <summary>An address in one district.</summary>
    public static string Draw(Chance chance, string district)
    {
        var road = Road(chance);
        var number = chance.Between(1, 1999).ToString(CultureInfo.InvariantCulture);
        var building = chance.Between(1, 88).ToString(CultureInfo.InvariantCulture);
        var floor = chance.Between(1, 18);
        var room = ((floor * 100) + chance.Between(1, 6)).ToString(CultureInfo.InvariantCulture);
        return chance.Below(3) switch
        {
            0 => $"{City}{district}{road}{number}弄{building}号{room}室",
            1 => $"{City}{district}{road}{number}号{Word(chance)}{chance.Pick(_estates)}{building}幢{room}室",
            _ => $"{City}{district}{Word(chance)}{chance.Pick(_estates)}{building}号楼{room}",
        };
    }

    static string Road(Chance chance) => Word(chance) + chance.Pick(_roadKinds);

    static string Word(Chance chance) =>
        string.Concat([RoadFirst[chance.Below(RoadFirst.Length)], RoadSecond[chance.Below(RoadSecond.Length)]]);
}
