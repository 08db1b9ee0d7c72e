using LeakTrace.Engine.Records;
using LeakTrace.Ingest;

namespace LeakTrace.Tests.Ingest;

public class WorkbookTests
{
    static readonly object?[] _header = ["姓名", "手机", "身份证号", "分娩日期", "医院"];

    [Fact]
    public void Reads_typed_cells_rows_with_gaps_and_hidden_rows()
    {
        using var file = new ScratchFile(Xlsx.Of(false, ("名单", "", "", [
            (2, false, ["2023年5月产妇名单"]),
            (4, false, _header),
            (5, false, ["张丽华", 13911112222.0, 110101199001011237.0, (45047.0, 1), "市一医院"]),
            (7, true, ["王小红", 13711113333.0, "11010119900101123X", (45048.0, 2), "市一医院"]),
            (8, false, ["李淑芬", "15011114444", null, (45049.5, 3), "市一医院"]),
            (9, false, ["合计", 3.0])])));
        var read = file.Import(name: "a.xlsx");
        Assert.Equal("xlsx", read.Kind);
        var sheet = Assert.Single(read.Sheets);
        Assert.Equal(("名单", 9, 4), (sheet.Name, sheet.Rows, sheet.Layout.HeaderRow));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9], sheet.Records.SelectMany(segment => segment.Rows));
        var table = sheet.Records[^1];
        var rows = table.Rows.ToList();
        var first = rows.IndexOf(5);
        Assert.Equal(RowTraits.Title, table.Traits[rows.IndexOf(2)]);
        Assert.Equal(RowTraits.Header, table.Traits[rows.IndexOf(4)]);
        Assert.Equal(RowTraits.Blank, table.Traits[rows.IndexOf(6)]);
        Assert.Equal(RowTraits.Total, table.Traits[rows.IndexOf(9)]);
        Assert.True(table.Traits[rows.IndexOf(7)].HasFlag(RowTraits.Hidden));
        Assert.True(table.Traits[first].HasFlag(RowTraits.PrecisionLost));
        Assert.Equal(NationalIdKind.PrecisionLost, PackedNationalId.KindOf(table[FieldRole.NationalId]!.Values[first]));
        Assert.Equal(PhoneKind.Mobile, PackedPhone.KindOf(table[FieldRole.Phone]!.Values[first]));
        Assert.Equal(
            [new DateOnly(2023, 5, 1), new DateOnly(2023, 5, 2), new DateOnly(2023, 5, 3)],
            ((int[])[5, 7, 8]).Select(row => DateOnly.FromDayNumber(PackedDate.DayOf(table[FieldRole.EventDate]!.Values[rows.IndexOf(row)]))));
    }

    [Fact]
    public void Sheets_have_their_own_layouts_and_hidden_sheets_are_read()
    {
        using var file = new ScratchFile(Xlsx.Of(false,
            ("一", "", "", [(1, false, ["姓名", "电话"]), (2, false, ["张丽华", "13911112222"])]),
            ("二", "hidden", "", [(1, false, ["快递单号", "收件电话", "收件人"]), (2, false, ["SF1234567890123", "13711113333", "王小红"])])));
        var read = file.Import(name: "a.xlsx");
        Assert.Equal([FieldRole.PersonName, FieldRole.Phone], read.Sheets[0].Layout.Columns.Select(column => column.Role));
        Assert.Equal([FieldRole.Waybill, FieldRole.Phone, FieldRole.PersonName], read.Sheets[1].Layout.Columns.Select(column => column.Role));
        Assert.True(read.Sheets[1].Records[0].Traits[1].HasFlag(RowTraits.Hidden));
        Assert.Contains(read.Problems, problem => problem is { Code: "hidden-sheet", Sheet: "二", Severity: Severity.Note });
    }

    [Fact]
    public void A_value_merged_downwards_stands_in_every_row()
    {
        using var file = new ScratchFile(Xlsx.Of(false, ("S", "", "<mergeCells count=\"1\"><mergeCell ref=\"A2:A4\"/></mergeCells>", [
            (1, false, ["医院", "姓名", "电话"]),
            (2, false, ["市一医院", "张丽华", "13911112222"]),
            (3, false, [null, "王小红", "13711113333"]),
            (4, false, [null, "李淑芬", "15011114444"]),
            (5, false, [null, "赵敏", "15011114445"])])));
        var table = file.Import(name: "a.xlsx").Sheets[0].Records[0];
        var values = table[FieldRole.Institution]!.Values;
        Assert.Equal([values[1], values[1], values[1], 0UL], values[1..]);
        Assert.NotEqual(0UL, values[1]);
    }

    [Theory]
    [InlineData(false, 45047.0)]
    [InlineData(true, 43585.0)]
    public void Serials_count_from_the_year_that_the_workbook_says(bool is1904, double serial)
    {
        using var file = new ScratchFile(Xlsx.Of(is1904, ("S", "", "", [
            (1, false, ["姓名", "分娩日期"]),
            (2, false, ["张丽华", serial]),
            (3, false, ["王小红", (serial, 1)]),
            (4, false, ["李淑芬", (serial, 2)])])));
        var dates = file.Import(name: "a.xlsx").Sheets[0].Records[0][FieldRole.EventDate]!.Values;
        Assert.All(dates[1..], date => Assert.Equal(new DateOnly(2023, 5, 1), DateOnly.FromDayNumber(PackedDate.DayOf(date))));
    }

    [Theory]
    [InlineData("", "empty-file")]
    [InlineData("PK\u0003\u0004xxxx", "broken-file")]
    [InlineData("%PDF-1.7 xxxx", "unsupported-format")]
    [InlineData("Rar!xxxxxxxx", "unsupported-format")]
    public void What_cannot_be_read_is_an_error_with_a_remedy(string content, string code)
    {
        using var file = new ScratchFile(content);
        var read = file.Import(name: "a.xlsx");
        Assert.Empty(read.Sheets);
        var problem = Assert.Single(read.Problems);
        Assert.Equal((code, Severity.Error), (problem.Code, problem.Severity));
        Assert.StartsWith("a.xlsx: ", problem.Message);
    }

    [Fact]
    public void A_file_that_is_not_there_is_an_error()
    {
        var read = FileImporter.Import("/nonexistent/a.xlsx", "a.xlsx", InputFolder.Seized, ImportSettings.Default);
        Assert.Equal("not-readable", Assert.Single(read.Problems).Code);
    }

    [Fact]
    public void A_sheet_of_prose_beside_a_list_is_a_warning_and_an_empty_one_nothing()
    {
        (int, bool, object?[])[] prose = [(1, false, ["本文件仅供内部使用"]), (2, false, ["请勿外传，违者后果自负"])];
        (int, bool, object?[])[] list = [(1, false, ["姓名", "电话"]), (2, false, ["张丽华", "13911112222"])];
        using var both = new ScratchFile(Xlsx.Of(false, ("说明", "", "", prose), ("名单", "", "", list), ("空", "", "", [])));
        var problem = Assert.Single(both.Import(name: "a.xlsx").Problems);
        Assert.Equal(("no-columns", "说明", Severity.Warning), (problem.Code, problem.Sheet, problem.Severity));
        using var alone = new ScratchFile(Xlsx.Of(false, ("说明", "", "", prose)));
        Assert.Equal(Severity.Error, Assert.Single(alone.Import(name: "a.xlsx").Problems).Severity);
    }
}
