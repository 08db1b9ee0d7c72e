using LeakTrace.Engine.Records;

namespace LeakTrace.Tests.Ingest;

/// <summary>A generated table with its true roles; its header words are this file's own, not the recogniser's.</summary>
sealed class RandomLayout
{
    static readonly (FieldRole Role, string Kind, string[] Headers)[] _maternity =
    [
        (FieldRole.PersonName, "name", ["产妇姓名", "母亲姓名", "妈妈姓名", "宝妈", "姓名", "客户姓名", "产妇", "妈妈名字", "Mother Name", "mother", "PatientName", "Name of mother", "孕妇姓名", "产妇姓名*"]),
        (FieldRole.Phone, "phone", ["联系电话", "手机号", "手机", "电话号码", "联系方式", "产妇手机号码", "移动电话", "Phone", "mobile_no", "Tel.", "Contact Number", "母亲电话", "联系手机号", "MobilePhone"]),
        (FieldRole.RelatedName, "baby", ["宝宝姓名", "新生儿姓名", "孩子姓名", "婴儿姓名", "宝宝名字", "Baby Name", "child_name", "新生儿", "babyName", "小孩姓名"]),
        (FieldRole.EventDate, "date", ["分娩日期", "宝宝生日", "新生儿出生日期", "出生日期", "生产日期", "分娩时间", "Delivery Date", "Baby DOB", "date of delivery", "宝宝出生日期", "婴儿出生时间", "birth date"]),
        (FieldRole.Institution, "hospital", ["医院", "分娩医院", "出生医院", "医院名称", "助产机构", "Hospital", "hospital name", "就诊医院", "机构名称", "所在医院"]),
        (FieldRole.NationalId, "id", ["身份证号", "身份证", "身份证号码", "证件号码", "产妇身份证号", "ID Card No", "母亲身份证", "national_id", "公民身份号码", "ID number"]),
        (FieldRole.Address, "address", ["家庭住址", "地址", "现住址", "居住地址", "详细地址", "Address", "home address", "联系地址", "住址", "通讯地址"]),
        (FieldRole.Sex, "sex", ["性别", "宝宝性别", "新生儿性别", "Sex", "gender", "婴儿性别", "baby gender"]),
        (FieldRole.Attribute, "weight", ["体重", "出生体重(g)", "新生儿体重", "weight", "Birth Weight", "体重（克）", "宝宝体重"]),
        (FieldRole.Attribute, "bed", ["床号", "病床号", "床位", "Bed No", "bed", "病区床号"]),
        (FieldRole.Sequence, "sequence", ["序号", "No.", "序 号", "S/N", "#", "行号"]),
        (FieldRole.District, "district", ["区县", "所属区县", "行政区", "District", "所在区"]),
        (FieldRole.Note, "note", ["备注", "Remarks", "备注说明", "notes", "其他说明"]),
    ];

    static readonly (FieldRole Role, string Kind, string[] Headers)[] _courier =
    [
        (FieldRole.Waybill, "waybill", ["运单号", "快递单号", "运单编号", "单号", "物流单号", "Waybill No", "tracking_number", "面单号", "快递运单号", "AWB"]),
        (FieldRole.PersonName, "name", ["收件人", "收件人姓名", "收货人", "收方姓名", "收货人姓名", "Recipient", "consignee name", "receiver_name", "收件姓名"]),
        (FieldRole.Phone, "phone", ["收件电话", "收件人手机", "收件人电话", "收货电话", "收方电话", "Recipient Phone", "receiver_tel", "收件手机号", "consignee mobile"]),
        (FieldRole.Address, "address", ["收件地址", "收件人地址", "收货地址", "收方地址", "Recipient Address", "receiver_addr", "送货地址", "收件详细地址"]),
        (FieldRole.SenderName, "sender", ["寄件人", "寄件人姓名", "发件人", "寄方姓名", "Sender", "shipper name", "寄件姓名", "发货人"]),
        (FieldRole.SenderPhone, "phone", ["寄件电话", "寄件人电话", "发件人手机", "寄件手机", "Sender Phone", "shipper_tel", "寄方电话"]),
        (FieldRole.SenderAddress, "address", ["寄件地址", "寄件人地址", "发件地址", "Sender Address", "寄方地址", "发货地址"]),
        (FieldRole.EventDate, "date", ["下单时间", "寄件日期", "扫描时间", "签收时间", "揽收时间", "Order Date", "ship_date", "发货日期", "寄件时间"]),
        (FieldRole.Institution, "branch", ["网点", "营业点", "揽收网点", "分部", "所属网点", "Branch", "branch_name", "网点名称", "派件网点"]),
        (FieldRole.Attribute, "goods", ["物品", "货物名称", "内件品名", "托寄物", "Goods", "item name", "物品名称"]),
        (FieldRole.Attribute, "weight", ["价格", "运费", "金额(元)", "Price", "fee", "代收金额"]),
        (FieldRole.Note, "note", ["备注", "Remark", "备注信息"]),
    ];

    const string Surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕";
    const string Given = "丽华敏静娟艳秀英玉梅芳燕红霞玲桂兰婷雪琳佳怡欣子轩宇涵浩然梓萱";

    static readonly string[] _hospitals = ["市第一人民医院", "市妇幼保健院", "中心医院", "东城区妇幼保健院", "仁爱妇产医院", "第二医院"];
    static readonly string[] _branches = ["城东网点", "城西营业部", "高新区分部", "火车站营业点", "开发区网点"];
    static readonly string[] _districts = ["东城区", "西湖区", "长安县", "高新区", "江宁区"];
    static readonly string[] _goods = ["文件", "衣服", "奶粉", "手机壳", "食品", "日用品"];
    static readonly string[] _notes = ["", "", "已回访", "需要月嫂", "下午送", "放门卫", "二胎"];

    readonly Random _random;

    public RandomLayout(int seed, bool headers)
    {
        _random = new Random(seed);
        var pool = seed % 3 == 2 ? _courier : _maternity;
        var chosen = pool.Where((_, i) => i < 2 || _random.Next(3) > 0).ToArray();
        _random.Shuffle(chosen);
        if (!headers)
        {
            // Without headers nobody can tell a sender from a recipient, or a price from a weight.
            chosen = chosen.Where(column => column.Role is not (FieldRole.SenderName or FieldRole.SenderPhone or FieldRole.SenderAddress)).ToArray();
        }

        Roles = chosen.Select(column => column.Role).ToArray();
        Headers = chosen.Select(column => column.Headers[_random.Next(column.Headers.Length)]).ToArray();
        var lines = new List<string[]>();
        if (headers)
        {
            for (var i = _random.Next(3); i > 0; i--)
            {
                lines.Add(["2023年5月名单汇总表"]);
            }

            lines.Add(Headers);
        }

        var style = _random.Next(4);
        for (var row = 0; row < 60; row++)
        {
            lines.Add(chosen.Select(column => _random.Next(20) == 0 ? "" : Cell(column.Kind, row, style)).ToArray());
        }

        Text = string.Join("\r\n", lines.Select(line => string.Join(',', line)));
    }

    public FieldRole[] Roles { get; }

    public string[] Headers { get; }

    public string Text { get; }

    string Cell(string kind, int row, int style) => kind switch
    {
        "name" or "sender" => style == 3 ? $"{Pick(Surnames)}**" : $"{Pick(Surnames)}{Pick(Given)}{(_random.Next(3) > 0 ? Pick(Given) : "")}",
        "baby" => _random.Next(2) == 0 ? $"{Pick(Surnames)}{Pick(Given)}{Pick(Given)}" : $"{Pick(Surnames)}{Pick(Given)}之{(_random.Next(2) == 0 ? "子" : "女")}",
        "phone" => style switch
        {
            0 => $"1{_random.Next(3, 10)}{_random.Next(100_000_000, 999_999_999)}",
            1 => $"1{_random.Next(3, 10)}{_random.Next(0, 10)}-{_random.Next(1000, 9999)}-{_random.Next(1000, 9999)}",
            2 => $"+86 1{_random.Next(3, 10)}{_random.Next(100_000_000, 999_999_999)}",
            _ => $"1{_random.Next(3, 10)}{_random.Next(1, 9)}****{_random.Next(1000, 9999)}",
        },
        "date" => style switch
        {
            0 => $"2023-{_random.Next(1, 13):00}-{_random.Next(1, 29):00}",
            1 => $"2023/{_random.Next(1, 13)}/{_random.Next(1, 29)}",
            2 => $"2023年{_random.Next(1, 13)}月{_random.Next(1, 29)}日",
            _ => $"2023.{_random.Next(1, 13):00}.{_random.Next(1, 29):00}",
        },
        "hospital" => _hospitals[_random.Next(_hospitals.Length)],
        "branch" => _branches[_random.Next(_branches.Length)],
        "district" => _districts[_random.Next(_districts.Length)],
        "goods" => _goods[_random.Next(_goods.Length)],
        "note" => _notes[_random.Next(_notes.Length)],
        "sex" => _random.Next(2) == 0 ? "男" : "女",
        "weight" => $"{_random.Next(2500, 4200)}",
        "bed" => $"{_random.Next(1, 60)}床",
        "sequence" => $"{row + 1}",
        "waybill" => $"SF{_random.NextInt64(1_000_000_000_000, 9_999_999_999_999)}",
        "address" => $"杭州市西湖区文三路{_random.Next(1, 900)}号{_random.Next(1, 30)}幢{_random.Next(1, 6)}单元{_random.Next(101, 2000)}室",
        "id" => NationalId(),
        _ => "",
    };

    string NationalId()
    {
        var body = $"3301{_random.Next(1, 28):00}19{_random.Next(80, 99)}{_random.Next(1, 13):00}{_random.Next(1, 29):00}{_random.Next(1, 999):000}";
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            sum += (body[i] - '0') * weights[i];
        }

        return body + "10X98765432"[sum % 11];
    }

    char Pick(string characters) => characters[_random.Next(characters.Length)];
}
