using System.Text;
using LeakTrace.Ingest.Sniffing;
using LeakTrace.Ingest.Workbooks;

namespace LeakTrace.Tests.Ingest;

public class WorkbookFormatTests
{
    [Theory]
    [InlineData("yyyy\"年\"m\"月\"d\"日\"", 1)]
    [InlineData("[$-404]e/m/d", 1)]
    [InlineData("aaaa", 1)]
    [InlineData("[$-804]aaa", 1)]
    [InlineData("上午/下午h\"时\"mm\"分\"", 1)]
    [InlineData("[DBNum1][$-804]yyyy年m月", 1)]
    [InlineData("m/d/yy h:mm", 1)]
    [InlineData("[h]:mm:ss", 2)]
    [InlineData("General", 0)]
    [InlineData("0.00E+00", 0)]
    [InlineData("[Red]#,##0.00", 0)]
    [InlineData("\"d\"0", 0)]
    [InlineData("0\\d", 0)]
    [InlineData("#,##0_);(#,##0)", 0)]
    [InlineData("@", 0)]
    [InlineData("[", 0)]
    [InlineData("\"", 0)]
    public void Date_formats_are_told_by_their_code(string code, int format) => Assert.Equal((CellFormat)format, NumberFormats.OfCode(code));

    [Fact]
    public void The_formats_of_East_Asian_Excel_are_dates_by_their_number()
    {
        for (var id = 0; id < 100; id++)
        {
            var isDate = id is >= 14 and <= 22 or >= 27 and <= 36 or 45 or 47 or >= 50 and <= 58;
            Assert.Equal(isDate, NumberFormats.OfBuiltIn(id) == CellFormat.Date);
        }
    }

    [Theory]
    [InlineData(45047, false, "2023-05-01")]
    [InlineData(43585, true, "2023-05-01")]
    [InlineData(45047.5, false, "2023-05-01 12:00:00")]
    [InlineData(0.75, false, "18:00:00")]
    [InlineData(1, false, "1900-01-01")]
    [InlineData(59, false, "1900-02-28")]
    [InlineData(61, false, "1900-03-01")]
    [InlineData(-5, false, "-5")]
    [InlineData(9e9, false, "9000000000")]
    public void Serial_days_become_dates(double serial, bool is1904, string expected) => Assert.Equal(expected, WorkbookCells.OfSerial(serial, is1904));

    [Fact]
    public void Prefixes_rich_text_phonetics_escapes_missing_references_and_errors_are_understood()
    {
        var cells = Read(HostileFiles.Workbook(
            sheet => sheet.Write("<x:row xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:c t=\"s\"><x:v>0</x:v></x:c><x:c t=\"inlineStr\"><x:is><x:r><x:t>张</x:t></x:r>"
                + "<x:r><x:t xml:space=\"preserve\"> 丽</x:t></x:r></x:is></x:c><x:c/><x:c t=\"e\"><x:v>#N/A</x:v></x:c><x:c><x:f>A1</x:f></x:c><x:c t=\"b\"><x:v>1</x:v></x:c>"
                + "<x:c t=\"d\"><x:v>2023-05-01T00:00:00</x:v></x:c><x:c r=\"J1\"><x:v>1.3911112222E10</x:v></x:c><x:c r=\"I1\" t=\"str\"><x:v><![CDATA[a<b]]></x:v></x:c></x:row>"),
            texts => texts.Write("<si><t>王</t><rPh sb=\"0\" eb=\"1\"><t>ワン</t></rPh><phoneticPr/></si><si/>")));
        Assert.Equal(
            ["王", "张 丽", "TRUE", "2023-05-01", "a<b", "13911112222"],
            cells.Texts.OrderBy(cell => cell.Key.Column).Select(cell => cell.Value));
        Assert.Equal([0, 1, 5, 6, 8, 9], cells.Texts.Keys.Select(key => key.Column).Order());
        Assert.Equal(["error-cells", "formulas-without-values"], cells.Codes.Order());
    }

    [Fact]
    public void Hidden_columns_are_read_and_named()
    {
        var cells = Read(HostileFiles.Workbook(
            sheet => sheet.Write("<row r=\"1\"><c r=\"B1\"><v>1</v></c></row>"), head: "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/><col min=\"5\" max=\"5\"/></cols>"));
        Assert.Equal((1, "hidden-columns"), (cells.Total, Assert.Single(cells.Codes)));
    }

    [Fact]
    public void A_far_cell_costs_no_more_than_a_near_one()
    {
        var cells = Read(HostileFiles.Workbook(sheet => sheet.Write("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c></row>")));
        Assert.Equal([("S", 1, 0), ("S", 1_048_576, 16_383)], cells.Texts.Keys);
    }

    [Fact]
    public void A_row_of_more_cells_than_a_sheet_has_is_not_read_to_its_end()
    {
        var cells = Read(HostileFiles.Workbook(sheet =>
        {
            sheet.Write("<row r=\"1\">");
            for (var i = 0; i < 1_100_000; i++)
            {
                sheet.Write("<c><v>1</v></c>");
            }

            sheet.Write("</row>");
        }));
        Assert.Contains("too-many-cells", cells.Codes);
    }

    [Fact]
    public void Excel_2003_XML_is_read_with_its_indexes_merges_and_types()
    {
        var cells = Read(Encoding.UTF8.GetBytes(
            "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">"
            + "<Worksheet ss:Name=\"一\"><Table><Row><Cell ss:MergeDown=\"2\"><Data ss:Type=\"String\">市一医院</Data></Cell><Cell><Data ss:Type=\"Number\">1.3911112222E10</Data></Cell></Row>"
            + "<Row ss:Index=\"3\"><Cell ss:Index=\"2\"><Data ss:Type=\"DateTime\">2023-05-01T00:00:00.000</Data></Cell></Row>"
            + "<Row><Cell ss:Index=\"2\"><Data ss:Type=\"Boolean\">1</Data></Cell></Row></Table></Worksheet></Workbook>"));
        Assert.Equal(
            [(("一", 1, 0), "市一医院"), (("一", 1, 1), "13911112222"), (("一", 3, 0), "市一医院"), (("一", 3, 1), "2023-05-01"), (("一", 4, 1), "TRUE")],
            cells.Texts.OrderBy(cell => (cell.Key.Row, cell.Key.Column)).Select(cell => (cell.Key, cell.Value)));
    }

    [Fact]
    public void What_only_LibreOffice_reads_is_converted_where_it_is_installed_and_else_says_so()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var script = Path.Combine(Path.GetTempPath(), $"soffice-{Environment.ProcessId}");
        using var converted = new ScratchFile(Xlsx.Of(false, ("S", "", "", [(1, false, ["姓名", "电话"]), (2, false, ["张丽华", "13911112222"])])));
        File.WriteAllText(script, $"#!/bin/sh\nwhile [ $# -gt 1 ]; do [ \"$1\" = --outdir ] && out=$2; shift; done\ngrep -q workbook.bin \"$1\" && mkdir -p \"$out\" && cp {converted.Path} \"$out/source.xlsx\"\n");
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        try
        {
            var binary = Zip.Of(("xl/workbook.bin", [1, 2, 3]));
            Environment.SetEnvironmentVariable(OfficeProgram.Variable, script);
            Assert.Equal(["姓名", "电话", "张丽华", "13911112222"], Read(binary).Texts.Values);
            Assert.Equal(["not-converted"], Read(Zip.Of(("content.xml", [1]))).Codes);
            Environment.SetEnvironmentVariable(OfficeProgram.Variable, "/nonexistent/soffice");
            Assert.Equal(["no-converter"], Read(binary).Codes);
        }
        finally
        {
            Environment.SetEnvironmentVariable(OfficeProgram.Variable, null);
            File.Delete(script);
        }
    }

    static CountedCells Read(byte[] content)
    {
        using var stream = new MemoryStream(content);
        return CountedCells.Of(stream, FileSniffer.Find(stream, out _));
    }
}
