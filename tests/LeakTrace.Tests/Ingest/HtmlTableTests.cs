using System.Text;
using LeakTrace.Engine.Records;

namespace LeakTrace.Tests.Ingest;

public class HtmlTableTests
{
    [Fact]
    public void Reads_tables_with_unclosed_tags_entities_and_spans()
    {
        using var file = new ScratchFile(
            "<html><style>td{a:\"<td>\"}</style><body><table border=1><tr><th>姓名<th>电话<th>医院"
            + "<tr><td>张<b>丽</b>华<td>139&#49;1112222<td rowspan='2'>市一&amp;医院<tr><td>王小红<td>13711113333"
            + "<tr><td colspan=2>合计 2<td></table><!-- <table> --><p>x</p>"
            + "<TABLE><TR><TD>收件人</TD><TD>收件电话</TD></TR><TR><TD>李淑芬</TD><TD>15011114444</TD></TR></TABLE></body>");
        var read = file.Import(name: "a.xls");
        Assert.Equal("html", read.Kind);
        Assert.Equal(["", "2"], read.Sheets.Select(sheet => sheet.Name));
        Assert.Equal([4, 2], read.Sheets.Select(sheet => sheet.Rows));
        var table = read.Sheets[0].Records[0];
        Assert.Equal([RowTraits.Header, RowTraits.None, RowTraits.None, RowTraits.Total], table.Traits);
        Assert.Equal(3, PackedName.LengthOf(table[FieldRole.PersonName]!.Values[1]));
        Assert.Equal(PhoneKind.Mobile, PackedPhone.KindOf(table[FieldRole.Phone]!.Values[1]));
        Assert.Equal(table[FieldRole.Institution]!.Values[1], table[FieldRole.Institution]!.Values[2]);
        Assert.Equal("市一&医院", table[FieldRole.Institution]!.Labels![0]);
    }

    [Fact]
    public void Decodes_GBK_pages()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var page = "<html><meta charset=gb2312><table><tr><td>姓名<td>手机<tr><td>张丽华<td>13911112222</table>";
        using var file = new ScratchFile(Encoding.GetEncoding("gb18030").GetBytes(page));
        var read = file.Import(name: "a.xls");
        Assert.Equal("GB18030", read.Encoding);
        Assert.Equal(["姓名", "手机"], read.Sheets[0].Layout.Columns.Select(column => column.Header));
    }

    [Fact]
    public void A_page_without_a_word_is_an_error()
    {
        using var file = new ScratchFile("<html><body><p> </p></body></html>");
        Assert.Equal("no-table", Assert.Single(file.Import(name: "a.html").Problems).Code);
    }

    [Fact]
    public void The_paragraphs_of_a_page_without_tables_are_rows()
    {
        using var file = new ScratchFile("<html><style>p{}</style><body><div><b>老王</b> 10:00<br>张丽华 13911112222</div><p>李娜 <i>13911112223</i> 2023-05-01</p></body></html>");
        var sheet = Assert.Single(file.Import(name: "a.html").Sheets);
        Assert.Equal(3, sheet.Rows);
        var table = LeakTrace.Engine.Records.RecordTables.Concatenate(sheet.Records);
        Assert.Equal([false, true, true], table[LeakTrace.Engine.Records.FieldRole.Phone]!.Values.Select(phone => phone != 0));
    }
}
