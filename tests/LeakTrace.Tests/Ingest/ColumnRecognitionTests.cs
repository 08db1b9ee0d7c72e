using System.Globalization;
using System.Text;
using LeakTrace.Engine.Records;
using Xunit.Abstractions;

namespace LeakTrace.Tests.Ingest;

public class ColumnRecognitionTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(true, 0.95)]
    [InlineData(false, 0.90)]
    public void Generated_layouts_are_recognised(bool headers, double wanted)
    {
        var right = 0;
        var all = 0;
        var wrong = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var seed = 0; seed < 240; seed++)
        {
            var layout = new RandomLayout(seed, headers);
            using var file = new ScratchFile(layout.Text);
            var found = file.Import().Sheets[0].Layout.Columns.ToDictionary(column => column.Index, column => column.Role);
            for (var i = 0; i < layout.Roles.Length; i++)
            {
                var role = found.GetValueOrDefault(i);
                var same = Same(layout.Roles[i], role, headers);
                right += same ? 1 : 0;
                all++;
                if (!same)
                {
                    var key = $"{(headers ? layout.Headers[i] : "")} {layout.Roles[i]} as {role}";
                    wrong[key] = wrong.GetValueOrDefault(key) + 1;
                }
            }
        }

        foreach (var (key, count) in wrong.OrderByDescending(pair => pair.Value))
        {
            output.WriteLine($"{count} {key}");
        }

        output.WriteLine($"{right} of {all}");
        Assert.True(right >= wanted * all, $"{right} of {all} columns right");
    }

    [Theory]
    [InlineData("账号,记录号,操作时间,医院", FieldRole.Account, FieldRole.RecordNumber, FieldRole.RecordedAt, FieldRole.Institution)]
    [InlineData("user,record,time,hospital", FieldRole.Account, FieldRole.RecordNumber, FieldRole.RecordedAt, FieldRole.Institution)]
    [InlineData("工号,运单号,时间,网点", FieldRole.Account, FieldRole.RecordNumber, FieldRole.RecordedAt, FieldRole.Institution)]
    [InlineData("operator,target,accessed_at,source", FieldRole.Account, FieldRole.RecordNumber, FieldRole.RecordedAt, FieldRole.Institution)]
    [InlineData("用户名,登记号,查询时间,来源", FieldRole.Account, FieldRole.RecordNumber, FieldRole.RecordedAt, FieldRole.Institution)]
    public void Access_logs_are_recognised(string header, params FieldRole[] roles) =>
        Recognised(header, "u1,DJ0001,2023-05-01 10:00:00,市一医院", InputFolder.AccessLog, roles);

    [Theory]
    [InlineData("登记号,产妇姓名,联系电话,登记人,登记时间,医院", FieldRole.RecordNumber, FieldRole.PersonName, FieldRole.Phone, FieldRole.Account, FieldRole.RecordedAt, FieldRole.Institution)]
    [InlineData("record_no,mother,phone,recorder,created_at,branch", FieldRole.RecordNumber, FieldRole.PersonName, FieldRole.Phone, FieldRole.Account, FieldRole.RecordedAt, FieldRole.Institution)]
    [InlineData("住院号,姓名,手机,录入员,录入时间,院区", FieldRole.RecordNumber, FieldRole.PersonName, FieldRole.Phone, FieldRole.Account, FieldRole.RecordedAt, FieldRole.Institution)]
    [InlineData("编号,患者姓名,电话,经办人,录入日期,来源", FieldRole.RecordNumber, FieldRole.PersonName, FieldRole.Phone, FieldRole.Account, FieldRole.RecordedAt, FieldRole.Institution)]
    public void Registries_are_recognised(string header, params FieldRole[] roles) =>
        Recognised(header, "DJ0001,张丽华,13911112222,op01,2023-05-01 10:00:00,市一医院", InputFolder.Registry, roles);

    [Theory]
    [InlineData("姓名,出生日期", FieldRole.PersonName, FieldRole.EventDate)]
    [InlineData("姓名,产妇出生日期", FieldRole.PersonName, FieldRole.BirthDate)]
    [InlineData("姓名,出生日期,分娩日期", FieldRole.PersonName, FieldRole.BirthDate, FieldRole.EventDate)]
    [InlineData("姓名,母亲生日,宝宝生日", FieldRole.PersonName, FieldRole.BirthDate, FieldRole.EventDate)]
    public void Birth_dates_are_told_apart(string header, params FieldRole[] roles) =>
        Recognised(header, "张丽华,1990-05-01,2023-05-01", InputFolder.Seized, roles);

    [Fact]
    public void Headers_without_a_subject_belong_to_the_person_on_their_left() =>
        Recognised("寄件人,电话,地址,收件人,电话,地址", "张丽华,13911112222,北京市东城区王府井路1号,王小红,13711113333,上海市长宁区延安路2号", InputFolder.Seized,
            FieldRole.SenderName, FieldRole.SenderPhone, FieldRole.SenderAddress, FieldRole.PersonName, FieldRole.Phone, FieldRole.Address);

    [Fact]
    public void Two_header_rows_are_read_together()
    {
        using var file = new ScratchFile(
            "产妇名单,,,,\n序号,产妇信息,,新生儿信息,\n,姓名,电话,姓名,出生日期\n1,张丽华,13911112222,张小宝,2023-05-01\n2,王小红,13711113333,李小贝,2023-05-02\n");
        var layout = file.Import().Sheets[0].Layout;
        Assert.Equal(3, layout.HeaderRow);
        Assert.Equal(
            [FieldRole.Sequence, FieldRole.PersonName, FieldRole.Phone, FieldRole.RelatedName, FieldRole.EventDate],
            layout.Columns.Select(column => column.Role));
    }

    [Fact]
    public void A_header_with_typing_errors_is_understood() =>
        Recognised("产妇姓名,联糸电话,hospitl,adress", "张丽华,13911112222,市一医院,北京市东城区王府井路1号", InputFolder.Seized,
            FieldRole.PersonName, FieldRole.Phone, FieldRole.Institution, FieldRole.Address);

    [Fact]
    public void Both_phones_are_phones() =>
        Recognised("姓名,电话,备用电话,家属电话", "张丽华,13911112222,13711113333,13811114444", InputFolder.Seized,
            FieldRole.PersonName, FieldRole.Phone, FieldRole.Phone, FieldRole.Phone);

    [Theory]
    [InlineData("访问时间,客服工号,被查询单号,所属医院,操作")]
    [InlineData("查询时间,登录名,查询单号,医院,操作")]
    [InlineData("viewed_at,user_name,record_id,branch,action")]
    [InlineData("ts,login,target_id,hospital,操作")]
    [InlineData("时间,用户名,查询记录,来源,动作")]
    [InlineData("时间,查询人,目标编号,来源,记录")]
    [InlineData("时间,操作员工号,单据号,来源,查看")]
    [InlineData("time,viewer,waybill_no,source,open")]
    public void A_column_of_one_word_is_no_record_number(string header)
    {
        var text = new StringBuilder(header).Append('\n');
        for (var i = 0; i < 40; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"2019-01-01 17:{i + 10}:00,GH030{i % 3},C1901/{1400 + i},江城市妇幼保健院,查看\n");
        }

        using var file = new ScratchFile(text.ToString());
        var columns = file.Import(InputFolder.AccessLog).Sheets[0].Layout.Columns;
        Assert.Equal(
            [FieldRole.RecordedAt, FieldRole.Account, FieldRole.RecordNumber, FieldRole.Institution, FieldRole.Attribute],
            columns.Select(column => column.Role));
    }

    [Theory]
    [InlineData("2019年产妇名单\n余茜美,13730215736,2019.05.27,嘉定区安亭医院\n徐璐梦,15621299722,2019.05.10,嘉定区安亭医院\n无,无,,\n", 3)]
    [InlineData("余茜美,13730215736,2019.05.27,嘉定区安亭医院\n,,,\n测试,测试,,\n", 2)]
    [InlineData("无,无,,\n", 1)]
    [InlineData("余茜美,不接,,\n", 1)]
    public void A_row_of_words_for_none_is_no_header(string start, int records)
    {
        using var file = new ScratchFile(
            start + "王雪雪,17538323640,2019.05.21,嘉定区安亭医院\n金爱诗,13951454752,2019.05.25,嘉定区安亭医院\n赵敏柔,19608656907,2019.05.11,嘉定区安亭医院\n");
        var sheet = file.Import().Sheets[0];
        Assert.Equal(0, sheet.Layout.HeaderRow);
        Assert.Equal(FieldRole.Phone, sheet.Layout.Columns[1].Role);
        Assert.Equal(records + 3,
            sheet.Records.Sum(table => table.Traits.Count(traits => (traits & (RowTraits.Title | RowTraits.Header | RowTraits.Blank)) == 0)));
    }

    [Fact]
    public void The_serial_of_a_log_is_not_what_was_read()
    {
        Recognised("流水号,工号,被查询单号", "88001,u1,DJ0001", InputFolder.AccessLog, FieldRole.Attribute, FieldRole.Account, FieldRole.RecordNumber);
        Recognised("流水号,姓名", "88001,张丽华", InputFolder.Registry, FieldRole.RecordNumber, FieldRole.PersonName);
    }

    [Theory]
    [InlineData("签收人,电话", "张丽华,13911112222", FieldRole.PersonName, FieldRole.Phone)]
    [InlineData("签收,电话", "张丽华,13911112222", FieldRole.PersonName, FieldRole.Phone)]
    [InlineData("姓名,收货信息", "张丽华,北京市东城区王府井路1号", FieldRole.PersonName, FieldRole.Address)]
    [InlineData("宝宝姓名,家长姓名,通讯方式", "张小宝,张丽华,13911112222", FieldRole.RelatedName, FieldRole.PersonName, FieldRole.Phone)]
    [InlineData("姓名,微信号/手机,快件编号", "张丽华,13911112222,SF1234567890123", FieldRole.PersonName, FieldRole.Phone, FieldRole.Waybill)]
    [InlineData("用户,电话,分娩地点", "张丽华,13911112222,市一医院", FieldRole.PersonName, FieldRole.Phone, FieldRole.Institution)]
    public void Cells_beat_half_a_word(string header, string record, params FieldRole[] roles) => Recognised(header, record, InputFolder.Seized, roles);

    [Fact]
    public void Records_above_a_header_stay_records()
    {
        using var file = new ScratchFile(
            "产妇名单,,,\n制表人,李四,联系电话,13911112222\n余茜美,13730215736,2019.05.27,嘉定区安亭医院\n徐璐梦,15621299722,,嘉定区安亭医院\n"
            + "姓名,电话,分娩日期,医院\n王雪雪,17538323640,2019.05.21,嘉定区安亭医院\n");
        var sheet = file.Import().Sheets[0];
        Assert.Equal(5, sheet.Layout.HeaderRow);
        Assert.Equal(
            [RowTraits.Title, RowTraits.Title, RowTraits.None, RowTraits.None, RowTraits.Header, RowTraits.None],
            sheet.Records[0].Traits.Select(traits => traits & (RowTraits.Title | RowTraits.Header)));
    }

    static void Recognised(string header, string record, InputFolder folder, params FieldRole[] roles)
    {
        record = string.Join(',', record.Split(',').Take(roles.Length));
        using var file = new ScratchFile(header + "\n" + record + "\n" + record + "\n");
        var columns = file.Import(folder).Sheets[0].Layout.Columns;
        Assert.Equal(roles, columns.Select(column => column.Role).Take(roles.Length));
    }

    // Attributes, notes and columns that nothing was made of all stay out of the record.
    static bool Same(FieldRole wanted, FieldRole found, bool headers) =>
        wanted == found || (!FieldRoles.IsKept(wanted) && !FieldRoles.IsKept(found))
        || (!headers && wanted == FieldRole.RelatedName && found == FieldRole.PersonName);
}
