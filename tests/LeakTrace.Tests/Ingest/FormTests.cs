using LeakTrace.Engine.Records;

namespace LeakTrace.Tests.Ingest;

public sealed class FormTests
{
    [Theory]
    [InlineData("姓名：张丽华\n电话：13911112222\n分娩日期：2023-05-01\n\n姓名：李娜\n电话：13911112223\n电话：13911112224\n分娩日期：2023-05-02\n")]
    [InlineData("姓名,张丽华\n电话,13911112222\n分娩日期,2023-05-01\n姓名,李娜\n电话,13911112223\n电话,13911112224\n分娩日期,2023-05-02\n")]
    [InlineData("登记表,,,\n姓名：,张丽华,电话：,13911112222\n分娩日期：,2023-05-01,,\n姓名：,李娜,电话：,13911112223\n分娩日期：,2023-05-02,,\n")]
    public void Labels_and_values_below_one_another_are_a_record_for_each_form(string text)
    {
        using var file = new ScratchFile(text);
        var sheet = Assert.Single(file.Import(folder: InputFolder.Seized).Sheets);
        Assert.Equal(text.TrimEnd().Split('\n').Length, sheet.Rows);
        var table = RecordTables.Concatenate(sheet.Records);
        Assert.Equal(Enumerable.Range(1, sheet.Rows), table.Rows);
        var records = Enumerable.Range(0, table.Count).Where(i => (table.Traits[i] & (RowTraits.Blank | RowTraits.Remark)) == 0).ToList();
        Assert.Equal(2, records.Count);
        foreach (var role in (FieldRole[])[FieldRole.PersonName, FieldRole.Phone, FieldRole.EventDate])
        {
            Assert.All(records, record => Assert.NotEqual(0u, table[role]!.Values[record]));
        }
    }

    [Fact]
    public void A_header_above_rows_is_no_form()
    {
        using var file = new ScratchFile("姓名,电话\n张丽华,13911112222\n姓名,电话\n李娜,13911112223\n");
        Assert.Equal(["姓名", "电话"], Assert.Single(file.Import(folder: InputFolder.Seized).Sheets).Layout.Columns.Select(column => column.Header));
    }

    [Fact]
    public void A_chat_whose_days_have_no_year_is_one_all_the_same()
    {
        using var file = new ScratchFile("阿芳 5月1日 上午10:20\n张丽华 13911112222\n\n阿芳 5月2日 上午10:21\n李娜 13911112223\n");
        var read = file.Import(folder: InputFolder.Seized, name: "a.txt");
        Assert.Equal("chat", read.Kind);
        Assert.Equal(2, RecordTables.Concatenate(read.Sheets[0].Records)[FieldRole.Phone]!.Values.Count(phone => phone != 0));
    }

    [Fact]
    public void An_archive_of_another_kind_and_a_bare_mark_are_named()
    {
        var tar = new byte[2048];
        "a.csv"u8.CopyTo(tar);
        "ustar\0"u8.CopyTo(tar.AsSpan(257));
        "姓名,电话\n张丽华,13911112222\n"u8.CopyTo(tar.AsSpan(512));
        using var packed = new ScratchFile(tar);
        using var bare = new ScratchFile([0xEF, 0xBB, 0xBF]);
        Assert.Equal("unsupported-format", Assert.Single(packed.Import(name: "a.tar").Problems).Code);
        Assert.Equal("empty-file", Assert.Single(bare.Import().Problems).Code);
    }
}
