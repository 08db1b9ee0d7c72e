using LeakTrace.Engine.Records;
using LeakTrace.Ingest;

namespace LeakTrace.Tests.Ingest;

public class RowClassificationTests
{
    [Theory]
    [InlineData("合计,2,,", RowTraits.Total)]
    [InlineData("总计：2人,,,", RowTraits.Total)]
    [InlineData(",合计,,2", RowTraits.Total)]
    [InlineData("共2条,,,", RowTraits.Total)]
    [InlineData("Total,2,,", RowTraits.Total)]
    [InlineData("备注：以上信息仅供参考,,,", RowTraits.Remark)]
    [InlineData("制表人：王芳,,,", RowTraits.Remark)]
    [InlineData("注：带星号的为二胎,,,", RowTraits.Remark)]
    [InlineData("2023年6月产妇名单,,,", RowTraits.Title)]
    [InlineData("姓名,手机,分娩日期,医院", RowTraits.Header)]
    [InlineData(" 姓名 ,手机,分娩日期,", RowTraits.Header)]
    [InlineData(",,,", RowTraits.Blank)]
    [InlineData("王芳,,,", RowTraits.None)]
    [InlineData(",13911112222,,", RowTraits.None)]
    [InlineData("合计,13911112222,,", RowTraits.None)]
    [InlineData("总小红,13911112222,2023-05-01,市一医院", RowTraits.None)]
    public void Rows_are_told_apart(string row, RowTraits expected)
    {
        using var file = new ScratchFile(
            "姓名,手机,分娩日期,医院\n张丽华,13911112222,2023-05-01,市一医院\n" + row + "\n王小红,13711113333,2023-05-02,市一医院\n");
        var sheet = file.Import().Sheets[0];
        Assert.Equal(4, sheet.Rows);
        const RowTraits Layout = RowTraits.Blank | RowTraits.Title | RowTraits.Header | RowTraits.Total | RowTraits.Remark;
        Assert.Equal(expected, sheet.Records[0].Traits[2] & Layout);
    }

    [Fact]
    public void Without_a_known_column_the_sheet_is_an_error_that_shows_headers_but_no_cells()
    {
        using var file = new ScratchFile("甲,乙\n一些话,另一些话\n又一些话,再一些话\n");
        var problem = Assert.Single(file.Import().Problems);
        Assert.Equal(("no-columns", Severity.Error), (problem.Code, problem.Severity));
        Assert.DoesNotContain("一些话", problem.Message);
        Assert.EndsWith("Map one in case.json (\"columns\").", problem.Message);
    }

    [Fact]
    public void The_users_mapping_wins()
    {
        using var file = new ScratchFile("甲,乙,姓名\n张丽华,13911112222,x\n");
        var settings = new ImportSettings
        {
            Overrides =
            [
                new((file, _) => file == "b.xlsx", null, new Dictionary<string, FieldRole> { ["乙"] = FieldRole.Note }, new Dictionary<int, FieldRole>()),
                new((file, _) => file == "a.csv", null, new Dictionary<string, FieldRole> { ["甲"] = FieldRole.PersonName },
                    new Dictionary<int, FieldRole> { [1] = FieldRole.SenderPhone }),
            ],
        };
        var columns = file.Import(settings: settings).Sheets[0].Layout.Columns;
        Assert.Equal([FieldRole.PersonName, FieldRole.SenderPhone, FieldRole.None], columns.Select(column => column.Role));
        Assert.Equal(1, columns[0].Confidence);
    }

    [Theory]
    [InlineData("总计,11", RowTraits.Total)]
    [InlineData("合计,2人", RowTraits.Total)]
    [InlineData("共计：,2", RowTraits.Total)]
    [InlineData("2,合计", RowTraits.Total)]
    [InlineData("总计,13711113333", RowTraits.None)]
    [InlineData("王小红,110", RowTraits.None)]
    public void Totals_of_narrow_sheets_are_totals(string row, RowTraits expected)
    {
        using var file = new ScratchFile($"姓名,电话\n张丽华,13911112222\n{row}\n");
        Assert.Equal(expected, file.Import().Sheets[0].Records[0].Traits[2] & RowTraits.Total);
    }
}
