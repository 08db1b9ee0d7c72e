using LeakTrace.Engine.Records;
using LeakTrace.Ingest;

namespace LeakTrace.Tests.Ingest;

public class SheetOverrideTests
{
    const string List = "名单,,\n客户,联系,某日\n张丽华,13911112222,2023-05-01\n王小红,13711113333,2023-05-02\n";

    static readonly Dictionary<string, FieldRole> _noRoles = [];
    static readonly Dictionary<int, FieldRole> _noPositions = [];

    [Fact]
    public void Roles_by_header_and_by_position_win()
    {
        var roles = new Dictionary<string, FieldRole> { ["客户"] = FieldRole.RelatedName };
        var positions = new Dictionary<int, FieldRole> { [2] = FieldRole.BirthDate };
        Assert.Equal(
            [FieldRole.RelatedName, FieldRole.Phone, FieldRole.BirthDate],
            Roles(List, new SheetOverride((_, _) => true, null, roles, positions)));
    }

    [Fact]
    public void The_first_entry_that_names_a_column_holds()
    {
        var first = new SheetOverride((_, _) => true, null, _noRoles, new Dictionary<int, FieldRole> { [0] = FieldRole.None });
        var second = new SheetOverride((_, _) => true, null, new Dictionary<string, FieldRole> { ["客户"] = FieldRole.RelatedName }, _noPositions);
        Assert.Equal(FieldRole.None, Roles(List, first, second)[0]);
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(3, "张丽华")]
    [InlineData(1, "名单")]
    public void The_header_stands_where_the_user_says(int row, string header)
    {
        var sheet = Sheet(List, new SheetOverride((_, _) => true, row, _noRoles, _noPositions));
        Assert.Equal(row, sheet.Layout.HeaderRow);
        Assert.Equal(header, sheet.Layout.Columns[0].Header);
    }

    [Fact]
    public void Entries_for_other_sheets_change_nothing() =>
        Assert.Equal(
            [FieldRole.PersonName, FieldRole.Phone, FieldRole.EventDate],
            Roles(List, new SheetOverride((_, sheet) => sheet == "Q1", 0, new Dictionary<string, FieldRole> { ["客户"] = FieldRole.Note }, _noPositions)));

    [Fact]
    public void What_has_no_effect_is_said()
    {
        using var file = new ScratchFile(List);
        var entry = new SheetOverride(
            (_, _) => true, 99, new Dictionary<string, FieldRole> { ["微信"] = FieldRole.Note }, new Dictionary<int, FieldRole> { [6] = FieldRole.Note });
        var problems = file.Import(settings: ImportSettings.Default with { Overrides = [entry] }).Problems;
        Assert.Contains(problems, problem => problem.Code == "no-header-row");
        Assert.Equal(2, problems.Count(problem => problem.Code == "unused-mapping"));
        Assert.Contains(problems, problem => problem.Message.Contains("'#7'", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_row_under_another_running_number_has_the_same_hash()
    {
        using var file = new ScratchFile("序号,姓名,电话\n1,张丽华,13911112222\n2,张丽华,13911112222\n3,,\n4,王小红,13711113333\n");
        var records = file.Import().Sheets[0].Records[0];
        Assert.Equal(records.RowHashes[1], records.RowHashes[2]);
        Assert.NotEqual(records.RowHashes[1], records.RowHashes[4]);
        Assert.Equal(RowTraits.None, records.Traits[3] & RowTraits.Blank);
    }

    static InputSheet Sheet(string text, params SheetOverride[] overrides)
    {
        using var file = new ScratchFile(text);
        return file.Import(settings: ImportSettings.Default with { Overrides = overrides }).Sheets[0];
    }

    static FieldRole[] Roles(string text, params SheetOverride[] overrides) =>
        Sheet(text, overrides).Layout.Columns.Select(column => column.Role).ToArray();
}
