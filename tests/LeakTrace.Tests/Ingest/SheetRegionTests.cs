using System.Globalization;
using System.Text;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest;

namespace LeakTrace.Tests.Ingest;

/// <summary>Several tables in one sheet: side by side, and one below another.</summary>
public sealed class SheetRegionTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Tables_side_by_side_are_read_each_with_its_own_columns(bool workbook)
    {
        var rows = new List<string[]> { new[] { "2023年名单" }, new[] { "产妇姓名", "电话", "分娩日期", "", "联系手机", "客户姓名", "医院" } };
        for (var i = 0; i < 12; i++)
        {
            rows.Add(i < 8 ? [Name(i), Phone(i), "2023-05-01", "", Phone(50 + i), Name(50 + i), "市一医院"] : [Name(i), Phone(i), "2023-05-01"]);
        }

        rows.Add(["", "", "", "", Phone(99), Name(99), "市一医院"]);
        var sheet = Import(rows, workbook);

        Assert.Equal([(0, 2), (4, 6)], sheet.Regions.Select(region => (region.FirstColumn, region.LastColumn)));
        Assert.Equal([FieldRole.PersonName, FieldRole.Phone, FieldRole.EventDate], sheet.Regions[0].Layout.Columns.Select(column => column.Role));
        Assert.Equal([FieldRole.Phone, FieldRole.PersonName, FieldRole.Institution], sheet.Regions[1].Layout.Columns.Select(column => column.Role));
        var records = RecordTables.Concatenate(sheet.Records);
        Assert.Equal(Enumerable.Range(1, 15), records.Rows.Where((_, i) => !IsFurther(records, i)));
        Assert.Equal(Enumerable.Range(3, 8), records.Rows.Where((_, i) => IsFurther(records, i)));
        Assert.Equal(21, records[FieldRole.Phone]!.Values.Distinct().Count(phone => phone != 0));
        Assert.Equal(21, records[FieldRole.PersonName]!.Values.Count(name => name != 0));
    }

    [Fact]
    public void A_header_that_begins_again_in_the_same_row_begins_another_table()
    {
        var rows = Enumerable.Range(0, 10).Select(i => new[] { Name(i), Phone(i), Name(20 + i), Phone(20 + i) }).Prepend(["姓名", "电话", "姓名", "电话"]);

        Assert.Equal(2, Import([.. rows], workbook: false).Regions.Count);
    }

    [Theory]
    [InlineData("寄件人,电话,地址,,收件人,电话,地址")]
    [InlineData("产妇姓名,电话,医院,,丈夫姓名,丈夫电话,备注")]
    public void Blocks_that_speak_of_one_row_stay_one_table(string header)
    {
        var rows = Enumerable.Range(0, 10).Select(i => new[] { Name(i), Phone(i), "人民路1号阳光小区2栋", "", Name(20 + i), Phone(20 + i), "人民路3号阳光小区4栋" })
            .Prepend(header.Split(','));

        Assert.Empty(Import([.. rows], workbook: false).Regions);
    }

    [Theory]
    [InlineData(false, 1, 700)]
    [InlineData(false, 2, 30_000)]
    [InlineData(true, 1, 700)]
    [InlineData(true, 1, 5)]
    public void A_table_below_another_is_read_by_its_own_header_wherever_it_stands(bool workbook, int threads, int above)
    {
        var rows = new List<string[]> { new[] { "产妇姓名", "电话", "分娩日期", "医院" } };
        rows.AddRange(Enumerable.Range(0, above).Select(i => new[] { Name(i), Phone(i), "2023-05-01", "市一医院" }));
        rows.AddRange([[""], ["第二批客户名单"], ["医院", "宝宝生日", "联系手机", "宝妈"]]);
        rows.AddRange(Enumerable.Range(0, 50).Select(i => new[] { "红房子医院", "2022-01-02", Phone(100_000 + i), Name(i) }));
        rows.AddRange([["运单号", "收件人", "收件电话", "物品"]]);
        rows.AddRange(Enumerable.Range(0, 20).Select(i => new[] { Text($"SF{1000000000000 + i}"), Name(i), Phone(200_000 + i), "奶粉" }));
        var sheet = Import(rows, workbook, threads);

        Assert.Equal([1, above + 3, above + 55], sheet.Regions.Select(region => region.FirstRow));
        Assert.Equal([FieldRole.Institution, FieldRole.EventDate, FieldRole.Phone, FieldRole.PersonName], sheet.Regions[1].Layout.Columns.Select(column => column.Role));
        Assert.Equal([FieldRole.Waybill, FieldRole.PersonName, FieldRole.Phone, FieldRole.Attribute], sheet.Regions[2].Layout.Columns.Select(column => column.Role));
        var records = RecordTables.Concatenate(sheet.Records);
        Assert.Equal(Enumerable.Range(1, above + 75), records.Rows);
        Assert.Equal(above + 70, records[FieldRole.Phone]!.Values.Distinct().Count(phone => phone != 0));
        Assert.Equal(20, records[FieldRole.Waybill]!.Values.Count(waybill => waybill != 0));
        Assert.Equal(RowTraits.Title, records.Traits[above + 2]);
        Assert.Equal(RowTraits.Header, records.Traits[above + 3]);
        Assert.Equal(RowTraits.Header, records.Traits[above + 54]);
    }

    [Fact]
    public void A_header_that_is_repeated_begins_no_other_table()
    {
        var rows = new List<string[]>();
        for (var page = 0; page < 20; page++)
        {
            rows.Add(["产妇姓名", "电话", "分娩日期"]);
            rows.AddRange(Enumerable.Range(page * 40, 40).Select(i => new[] { Name(i), Phone(i), "2023-05-01" }));
        }

        Assert.Empty(Import(rows, workbook: false).Regions);
        Assert.Empty(Import(rows, workbook: true).Regions);
    }

    [Fact]
    public void A_column_of_low_confidence_is_a_warning_that_says_how_to_map_it()
    {
        var rows = Enumerable.Range(0, 10).Select(i => new[] { Name(i), Phone(i), i < 3 ? "2023-05-01" : "看情况" }).Prepend(["姓名", "电话", "甲乙日期"]);
        using var file = new ScratchFile(Csv([.. rows]));

        var problem = Assert.Single(file.Import().Problems, problem => problem.Code == "unsure-column");
        Assert.Equal(Severity.Warning, problem.Severity);
        Assert.Contains("C (#3)", problem.Message, StringComparison.Ordinal);
        Assert.Contains("event-date", problem.Message, StringComparison.Ordinal);
        Assert.Contains("case.json", problem.Message, StringComparison.Ordinal);
    }

    static bool IsFurther(RecordTable table, int record) => (table.Traits[record] & RowTraits.Further) != 0;

    static InputSheet Import(List<string[]> rows, bool workbook, int threads = 1)
    {
        using var file = workbook
            ? new ScratchFile(Xlsx.Of(false, ("S", "", "", [.. rows.Select((cells, i) => (i + 1, false, cells.Select(cell => (object?)cell).ToArray()))])))
            : new ScratchFile(Csv(rows));
        return Assert.Single(file.Import(settings: ImportSettings.Default with { Threads = threads }).Sheets);
    }

    static string Csv(List<string[]> rows)
    {
        var text = new StringBuilder();
        rows.ForEach(row => text.AppendJoin(',', row).Append("\r\n"));
        return text.ToString();
    }

    static string Name(int i) => $"{"王李张刘陈杨赵黄周吴"[i % 10]}{"丽秀桂玉小美春秋"[i / 10 % 8]}{"华英兰珍红芳燕梅敏静"[i / 80 % 10]}";

    static string Phone(int i) => Text($"139{10_000_000 + i * 37 % 80_000_000}");

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
