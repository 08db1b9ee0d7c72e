using System.Text;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest;

namespace LeakTrace.Tests.Ingest;

public class TextTableTests
{
    const string Table = "姓名,手机,分娩日期\r\n张丽华,13911112222,2023-05-01\r\n王小红,13711113333,2023-05-02\r\n李淑芬,15011114444,2023-05-03\r\n";

    [Fact]
    public void Reads_a_plain_table()
    {
        using var file = new ScratchFile(Table);
        var read = file.Import();
        var sheet = Assert.Single(read.Sheets);
        Assert.Empty(read.Problems);
        Assert.Equal("csv", read.Kind);
        Assert.Equal("UTF-8", read.Encoding);
        Assert.Equal(4, sheet.Rows);
        Assert.Equal(1, sheet.Layout.HeaderRow);
        Assert.Equal([FieldRole.PersonName, FieldRole.Phone, FieldRole.EventDate], sheet.Layout.Columns.Select(column => column.Role));
        Assert.Equal([RowTraits.Header, RowTraits.None, RowTraits.None, RowTraits.None], Traits(sheet));
        Assert.Equal("", sheet.Name);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file.Path))), read.Sha256);
    }

    [Theory]
    [InlineData("utf-8", true, "UTF-8 with BOM")]
    [InlineData("utf-8", false, "UTF-8")]
    [InlineData("utf-16", true, "UTF-16LE with BOM")]
    [InlineData("utf-16", false, "UTF-16LE")]
    [InlineData("utf-16BE", true, "UTF-16BE with BOM")]
    [InlineData("utf-16BE", false, "UTF-16BE")]
    [InlineData("gb18030", false, "GB18030")]
    [InlineData("gb18030", true, "GB18030 with BOM")]
    public void Finds_the_encoding(string name, bool mark, string expected)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        var text = (mark ? "\uFEFF" : "") + Table + "\u4DAE㑇,13811112222,2023-05-04\r\n";
        using var file = new ScratchFile(encoding.GetBytes(text));
        var read = file.Import();
        Assert.Equal(expected, read.Encoding);
        Assert.Equal(5, read.Sheets[0].Rows);
        Assert.Equal("姓名", read.Sheets[0].Layout.Columns[0].Header);
        Assert.Equal('\u4DAE', PackedName.UnitAt(read.Sheets[0].Records[0][FieldRole.PersonName]!.Values[4], 0));
    }

    [Fact]
    public void Tells_Big5_from_GB18030()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = "姓名,手機,醫院\r\n陳麗華,0912345678,臺北醫院\r\n黃淑芬,0922345678,長庚醫院\r\n";
        using var file = new ScratchFile(Encoding.GetEncoding("big5").GetBytes(text));
        var read = file.Import();
        Assert.Equal("Big5", read.Encoding);
        Assert.Equal(["姓名", "手機", "醫院"], read.Sheets[0].Layout.Columns.Select(column => column.Header));
    }

    [Theory]
    [InlineData(",", "csv")]
    [InlineData(";", "text")]
    [InlineData("\t", "tsv")]
    [InlineData("|", "text")]
    public void Finds_the_delimiter(string delimiter, string kind)
    {
        using var file = new ScratchFile(Table.Replace(",", delimiter));
        var read = file.Import();
        Assert.Equal(kind, read.Kind);
        Assert.Equal(3, read.Sheets[0].Layout.Columns.Count);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    public void Reads_every_line_end(string end)
    {
        using var file = new ScratchFile(Table.Replace("\r\n", end));
        Assert.Equal(4, file.Import().Sheets[0].Rows);
    }

    [Fact]
    public void Takes_the_delimiter_from_a_sep_line_and_counts_it_as_a_row()
    {
        using var file = new ScratchFile("sep=;\r\n" + Table.Replace(',', ';'));
        var sheet = file.Import().Sheets[0];
        Assert.Equal(5, sheet.Rows);
        Assert.Equal(2, sheet.Layout.HeaderRow);
        Assert.Equal([RowTraits.Title, RowTraits.Header, RowTraits.None, RowTraits.None, RowTraits.None], Traits(sheet));
    }

    [Fact]
    public void Numbers_rows_by_records_with_empty_lines_and_without_quoted_line_ends()
    {
        using var file = new ScratchFile(
            "姓名,手机,地址\n张丽华,13911112222,\"南京路1号\n2单元\"\n\n王小红,13711113333,北京路2号\n,,\n李淑芬,15011114444,上海路3号\n\n,,\n");
        var sheet = file.Import().Sheets[0];
        Assert.Equal(6, sheet.Rows);
        Assert.Equal([1, 2, 3, 4, 5, 6], sheet.Records.SelectMany(segment => segment.Rows));
        Assert.Equal(
            [RowTraits.Header, RowTraits.None, RowTraits.Blank, RowTraits.None, RowTraits.Blank, RowTraits.None], Traits(sheet));
    }

    [Fact]
    public void An_unclosed_quote_does_not_swallow_the_rest()
    {
        var lines = Enumerable.Range(0, 300).Select(i => $"王小红,1371111{i:0000},\"备注{i}\"").ToArray();
        lines[100] = "\"张丽华,13911112222,x";
        using var file = new ScratchFile("姓名,手机,备注\n" + string.Join('\n', lines));
        var read = file.Import();
        Assert.Equal(301, read.Sheets[0].Rows);
        Assert.Equal('张', PackedName.UnitAt(read.Sheets[0].Records[0][FieldRole.PersonName]!.Values[101], 0));
        var problem = Assert.Single(read.Problems);
        Assert.Equal(("unclosed-quote", 102, Severity.Warning), (problem.Code, problem.Row, problem.Severity));
    }

    [Fact]
    public void An_unclosed_quote_in_the_last_record_does_not_lose_it()
    {
        using var file = new ScratchFile(Table + "\"赵敏,13911112222,2023-05-04\r\n钱多多,13911112223,2023-05-04\r\n");
        var sheet = file.Import().Sheets[0];
        Assert.Equal(6, sheet.Rows);
        Assert.All(sheet.Records[0][FieldRole.Phone]!.Values[1..], value => Assert.Equal(PhoneKind.Mobile, PackedPhone.KindOf(value)));
    }

    [Fact]
    public void Leaves_out_NULs_and_says_so()
    {
        using var file = new ScratchFile(Table.Replace("张丽华", "张\0丽华"));
        var read = file.Import();
        Assert.Equal("nul-bytes", Assert.Single(read.Problems).Code);
        Assert.Equal(4, read.Sheets[0].Rows);
        Assert.Equal(3, PackedName.LengthOf(read.Sheets[0].Records[0][FieldRole.PersonName]!.Values[1]));
    }

    [Fact]
    public void Unwraps_what_Excel_wrapped()
    {
        using var file = new ScratchFile("姓名,手机\n张丽华,=\"13911112222\"\n王小红,'13711113333\n李淑芬,\"=\"\"15011114444\"\"\"\n");
        var values = file.Import().Sheets[0].Records[0][FieldRole.Phone]!.Values;
        Assert.All(values[1..], value => Assert.Equal(PhoneKind.Mobile, PackedPhone.KindOf(value)));
    }

    [Fact]
    public void A_long_gap_has_no_records_but_a_warning()
    {
        using var file = new ScratchFile(Table + new string('\n', 1500) + "赵敏,13911112222,2023-05-04\n");
        var read = file.Import();
        var sheet = read.Sheets[0];
        Assert.Equal(1505, sheet.Rows);
        Assert.Equal([1, 2, 3, 4, 1505], sheet.Records.SelectMany(segment => segment.Rows));
        var problem = Assert.Single(read.Problems);
        Assert.Equal(("empty-rows", 5, Severity.Warning), (problem.Code, problem.Row, problem.Severity));
    }

    [Fact]
    public void Results_do_not_depend_on_the_number_of_threads()
    {
        var text = new StringBuilder("姓名,手机,备注\r\n");
        for (var i = 0; i < 200_000; i++)
        {
            text.Append(i % 1000 == 7 ? "\r\n" : i % 97 == 0 ? $"王小红,137{i:00000000},\"a\r\nb,\"\"c\"\"\"\r\n" : $"张丽华,139{i:00000000},{i} xxxxxxxxxxxx\r\n");
        }

        using var file = new ScratchFile(text.ToString());
        var one = file.Import().Sheets[0];
        var three = file.Import(settings: new ImportSettings { Threads = 3 }).Sheets[0];
        Assert.Equal(200_001, one.Rows);
        Assert.True(one.Records.Count > 1);
        Assert.Equal(one.Records.Count, three.Records.Count);
        Assert.Equal(Enumerable.Range(1, 200_001), one.Records.SelectMany(segment => segment.Rows));
        Assert.Equal(one.Records.SelectMany(segment => segment.RowHashes), three.Records.SelectMany(segment => segment.RowHashes));
        Assert.Equal(one.Records.SelectMany(segment => segment.Rows), three.Records.SelectMany(segment => segment.Rows));
    }

    static IEnumerable<RowTraits> Traits(InputSheet sheet) => sheet.Records.SelectMany(segment => segment.Traits);
}
