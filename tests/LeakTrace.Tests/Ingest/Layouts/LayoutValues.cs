using System.Globalization;

namespace LeakTrace.Tests.Ingest.Layouts;

/// <summary>Cells of generated sheets; one writing for each column, as people keep to it.</summary>
sealed class LayoutValues
{
    const string Surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文";
    const string Given = "秀英桂兰玉珍丽娟敏静艳霞燕红梅芳娜婷婉琳雪慧欣怡佳思雨梦洁倩颖蕾薇晓丹莉萍玲云凤淑华琴春菊香月莲";
    const string Boys = "伟强磊军洋勇杰涛明超刚平辉鹏宇浩然子轩博文俊凯志远天佑一诺";

    static readonly string[] _cities = ["上海市浦东新区", "上海市徐汇区", "江苏省苏州市吴中区", "浙江省杭州市西湖区", "湖南省长沙市岳麓区", "湖北省宜昌市西陵区", "江西省宜春市袁州区", "广东省深圳市南山区"];
    static readonly string[] _roads = ["人民路", "解放大道", "中山北路", "建设街", "和平巷", "长江路", "学府大街", "滨河东路", "新华路", "青年路"];
    static readonly string[] _estates = ["阳光花园", "翠湖小区", "金色家园", "东方明珠苑", "丽景公寓", "锦绣新城", "御景湾"];
    static readonly string[] _districts = ["浦东新区", "徐汇区", "闵行区", "吴中区", "西湖区", "岳麓区", "天心区", "西陵区", "袁州区", "宝山区"];
    static readonly string[] _hospitals = ["市第一人民医院", "市妇幼保健院", "红房子医院", "仁济医院", "中心医院", "新华医院", "妇产科医院", "第六人民医院东院", "和睦家医院", "区中医医院"];
    static readonly string[] _branches = ["南山网点", "科技园营业部", "西丽营业点", "福田分部", "岳麓网点", "长沙东站网点", "宝安中心营业部", "龙华揽投部"];
    static readonly string[] _shops = ["徐汇营业厅", "天心门店", "五一广场店", "河西服务中心", "浦东分公司", "星沙营业厅"];
    static readonly string[] _goods = ["衣服", "文件", "电子产品", "手机壳", "奶粉", "化妆品", "鞋子", "图书", "零食", "茶叶", "洗衣机", "空调", "平板电脑"];
    static readonly string[] _diagnoses = ["急性阑尾炎", "孕39周待产", "高血压2级", "肺炎", "胆囊结石", "骨折", "糖尿病"];
    static readonly string[] _wards = ["产科", "妇产科", "内科", "外科", "骨科", "儿科"];
    static readonly string[] _remarks = ["已联系", "下午再打", "要求送货上门", "第二胎", "家里老人接电话", "需回访", "放门卫", "已加微信", "态度好", "不要打扰", "周末再联系"];
    static readonly string[] _devices = ["PC-", "WS", "TERM-", "PDA"];

    readonly Random _random;
    readonly Dictionary<int, int> _writing = [];
    readonly int _year;

    public LayoutValues(Random random)
    {
        _random = random;
        _year = random.Next(2016, 2025);
    }

    public string Of(string kind, int column, int row) => kind switch
    {
        "mother" or "patient" or "customer" or "recipient" or "senderName" => Name(Given, Style(column, 6) == 0 ? 0.05 : 0),
        "husband" => Name(Boys, 0),
        "baby" => Style(column, 3) == 0 ? Name(Given, 0)[..1] + Name(Boys, 0)[1..] : Name(Given, 0) + Pick("之子", "之女", "之婴"),
        "recorder" => Staff(column),
        "account" => Style(column, 3) switch { 0 => Staff(column), 1 => Text($"op{_random.Next(1, 30):D3}"), _ => Text($"{100000 + _random.Next(25) * 37}") },
        "phone" or "motherPhone" or "customerPhone" or "recipientPhone" or "senderPhone" or "callee" => Phone(column),
        "secondPhone" => _random.Next(3) == 0 ? Text($"0{_random.Next(20, 99)}{_random.Next(2, 9)}-{_random.Next(2000000, 89999999)}") : Phone(column),
        "caller" => Text($"1380013{1000 + Style(column, 5) * 17 + _random.Next(3)}"),
        "nationalId" => NationalId(),
        "delivered" or "admitted" => Date(column, _random.Next(300), Style(column, 3) == 0),
        "shipped" or "bought" => Date(column, _random.Next(300), Style(column, 2) == 0),
        "discharged" or "signed" => Date(column, _random.Next(10, 330), Style(column, 2) == 0),
        "called" or "recorded" or "read" => Date(column, _random.Next(300), timed: true),
        "motherBorn" or "born" => Date(column, -365 * _random.Next(19, kind == "born" ? 80 : 43) - _random.Next(365), timed: false),
        "hospital" => _hospitals[Limited(column, _hospitals.Length)],
        "branch" => _branches[Limited(column, _branches.Length)],
        "shop" => _shops[Limited(column, _shops.Length)],
        "address" or "recipientAddress" or "senderAddress" => Address(column),
        "district" => _districts[_random.Next(_districts.Length)],
        "sex" => Style(column, 3) switch { 0 => Pick("男", "女"), 1 => Pick("男", "女"), _ => Pick("M", "F") },
        "recordNumber" or "recordRead" => RecordNumber(column),
        "customerNumber" => Text($"KH{_random.Next(100000, 999999)}"),
        "waybill" => Style(column, 3) switch { 0 => Text($"SF{_random.NextInt64(1000000000000, 9999999999999)}"), 1 => Text($"{_random.NextInt64(750000000000, 779999999999)}"), _ => Text($"YT{_random.NextInt64(1000000000000, 9999999999999)}") },
        "order" => Text($"{_year}{_random.Next(1, 13):D2}{_random.Next(1, 29):D2}{_random.Next(100000, 999999)}"),
        "sequence" => Text($"{row}"),
        "goods" => Pick(_goods),
        "amount" => Style(column, 2) == 0 ? Text($"{_random.Next(5, 3000)}") : Text($"{_random.Next(500, 300000) / 100.0:0.00}"),
        "weight" => Style(column, 2) == 0 ? Text($"{_random.Next(2300, 4500)}") : Text($"{_random.Next(1, 200) / 10.0:0.0}"),
        "mode" => Pick("顺产", "剖宫产", "顺", "剖"),
        "ward" => Style(column, 2) == 0 ? Pick(_wards) : Text($"{_random.Next(1, 60)}床"),
        "diagnosis" => Pick(_diagnoses),
        "remarks" => _random.Next(3) > 0 ? "" : Pick(_remarks),
        "duration" => Text($"{_random.Next(3, 900)}"),
        "callType" => Pick("主叫", "被叫"),
        "cell" => Text($"{_random.Next(10000, 60000)}"),
        "device" => Style(column, 2) == 0 ? Text($"10.{_random.Next(4)}.{_random.Next(255)}.{_random.Next(1, 255)}") : Text($"{_devices[Style(column, 4)]}{_random.Next(1, 40):D2}"),
        "action" => Pick("查询", "查看", "打印", "导出"),
        _ => Style(column, 3) switch { 0 => Pick("是", "否"), 1 => Text($"{_random.Next(1, 6)}"), _ => Pick("A", "B", "C") },
    };

    int Style(int column, int styles)
    {
        if (!_writing.TryGetValue(column, out var style))
        {
            _writing[column] = style = _random.Next(1 << 20);
        }

        return style % styles;
    }

    // Half of the columns of institutions name one or a few only.
    int Limited(int column, int count) => Style(column, 2) == 0 ? _random.Next(count) : (Style(column, count) + _random.Next(2)) % count;

    string Name(string given, double masked)
    {
        var name = Surnames[_random.Next(Surnames.Length)].ToString() + given[_random.Next(given.Length)];
        name += _random.Next(10) < 7 ? given[_random.Next(given.Length)] : "";
        return _random.NextDouble() < masked ? name[..1] + "*" : name;
    }

    string Staff(int column)
    {
        var random = new Random(Style(column, 1 << 16) * 31 + _random.Next(8));
        return Surnames[random.Next(Surnames.Length)].ToString() + Given[random.Next(Given.Length)] + (random.Next(2) == 0 ? "" : Boys[random.Next(Boys.Length)]);
    }

    string Phone(int column)
    {
        var digits = Text($"1{"3456789"[_random.Next(7)]}{_random.Next(10)}{_random.Next(100000000):D8}");
        return Style(column, 8) switch
        {
            0 => $"{digits[..3]}-{digits[3..7]}-{digits[7..]}",
            1 => $"{digits[..3]} {digits[3..7]} {digits[7..]}",
            2 => $"+86{digits}",
            _ => digits,
        };
    }

    string NationalId()
    {
        var body = Text($"{Pick("310104", "320506", "430104", "420502", "362202", "440305")}{_random.Next(1950, 2003)}{_random.Next(1, 13):D2}{_random.Next(1, 29):D2}{_random.Next(1000):D3}");
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var sum = weights.Select((weight, i) => weight * (body[i] - '0')).Sum();
        return body + "10X98765432"[sum % 11];
    }

    string Date(int column, int day, bool timed)
    {
        var date = new DateTime(_year, 1, 1).AddDays(day).AddSeconds(_random.Next(28_800, 64_800));
        var format = (Style(column, 8), timed) switch
        {
            (0 or 1 or 2, false) => "yyyy-MM-dd",
            (3, false) => "yyyy/M/d",
            (4, false) => "yyyy.MM.dd",
            (5, false) => "yyyy年M月d日",
            (6, false) => "yyyyMMdd",
            (_, false) => "yyyy/MM/dd",
            (0 or 1 or 2 or 3, true) => "yyyy-MM-dd HH:mm:ss",
            (4 or 5, true) => "yyyy/M/d H:mm",
            (_, true) => "yyyy-MM-dd HH:mm",
        };
        return date.ToString(format, CultureInfo.InvariantCulture);
    }

    string Address(int column)
    {
        var street = Text($"{Pick(_roads)}{_random.Next(1, 999)}号");
        var home = Text($"{Pick(_estates)}{_random.Next(1, 40)}栋{_random.Next(1, 5)}单元{_random.Next(101, 2999)}室");
        return Style(column, 3) switch { 0 => Pick(_cities) + street, 1 => street + home, _ => Pick(_cities) + street + home };
    }

    string RecordNumber(int column) => Style(column, 4) switch
    {
        0 => Text($"ZY{_random.Next(100000, 999999)}"),
        1 => Text($"{_year}{_random.Next(10000, 99999)}"),
        2 => Text($"R-{_random.Next(10000, 99999)}"),
        _ => Text($"{_random.Next(1000000, 9999999)}"),
    };

    string Pick(params string[] values) => values[_random.Next(values.Length)];

    static string Text(FormattableString value) => FormattableString.Invariant(value);
}
