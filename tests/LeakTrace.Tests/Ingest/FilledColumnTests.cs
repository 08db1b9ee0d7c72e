using System.Text;
using LeakTrace.Engine.Counting;
using LeakTrace.Engine.Records;

namespace LeakTrace.Tests.Ingest;

public sealed class FilledColumnTests
{
    const string List = """
        2023年5月名单,,,
        姓名,电话,血型,备注
        张丽华,13911112222,A,
        李淑芬,,B,加急
        陈嘉怡,13911112224,,
        姓名,电话,血型,备注
        ,,,
        欧阳娜娜,13911112225,O,
        测试,13800138000, ,
        合计,4,,
        """;

    [Fact]
    public void Values_of_every_column_are_counted_whatever_it_is_but_in_rows_that_are_no_records()
    {
        using var file = new ScratchFile(List);
        Assert.Equal([("姓名", 5L), ("电话", 4L), ("血型", 3L), ("备注", 1L)], file.Import().Sheets[0].Layout.Columns.Select(column => (column.Header, column.Filled)));
    }

    [Fact]
    public void A_long_list_that_is_read_in_pieces_has_the_sum_of_its_pieces()
    {
        var text = new StringBuilder("姓名,电话,就诊记录\n");
        for (var i = 0; i < 40_000; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"张丽华,{13_911_000_000L + i},{(i % 4 == 0 ? "产检" : "")}\n");
        }

        using var file = new ScratchFile(text.ToString());
        var read = file.Import();
        Assert.Equal([40_000L, 40_000L, 10_000L], read.Sheets[0].Layout.Columns.Select(column => column.Filled));

        var rows = new SeizedRows([read with { Folder = InputFolder.Seized }]);
        var columns = ColumnLines.Write(rows, CountingPolicy.Default);
        Assert.Equal(
            [("A", "person-name", 40_000L), ("B", "phone", 40_000L), ("C", "attribute", 10_000L)],
            columns.Select(column => (column.Column, column.Field, column.Values)));
        Assert.Equal("health", columns[2].Types);
        Assert.Equal(["四", "五"], columns[2].Tiers.Split(' '));
    }

    [Fact]
    public void Columns_of_tables_below_others_have_lines_and_types_of_their_own()
    {
        using var file = new ScratchFile("""
            姓名,电话
            张丽华,13911112222
            李淑芬,13911112223
            ,
            第二批
            孕周,产妇姓名,手机号
            38,陈嘉怡,13911112224
            39,欧阳娜娜,13911112225
            ,王芳,
            """);
        var rows = new SeizedRows([file.Import() with { Folder = InputFolder.Seized }]);
        Assert.Equal(
            [
                (1, "A", "person-name", 2L, 2L), (1, "B", "phone", 2L, 2L),
                (5, "A", "attribute", 3L, 2L), (5, "B", "person-name", 3L, 3L), (5, "C", "phone", 3L, 2L),
            ],
            ColumnLines.Write(rows, CountingPolicy.Default).Select(column => (column.FromRow, column.Column, column.Field, column.Rows, column.Values)));
        var lines = InformationColumns.Find(rows, CountingPolicy.Default, new string[rows.Count].Select(_ => "").ToArray()).Lines(new bool[rows.Count]);
        Assert.Equal([("health", "A B"), ("name", "A B"), ("phone", "B C")], lines.Select(line => (line.Type, line.Columns)).Order());
    }
}
