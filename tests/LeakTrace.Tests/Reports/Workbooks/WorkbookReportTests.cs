using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using LeakTrace.Engine.Counting;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Tracing;
using LeakTrace.Reports;
using LeakTrace.Reports.Html;
using LeakTrace.Reports.Tables;
using LeakTrace.Reports.Workbooks;

namespace LeakTrace.Tests.Reports.Workbooks;

public sealed class WorkbookReportTests
{
    static byte[] Write(TraceResult result, ReportLanguage language = ReportLanguage.English, int mostRows = WorkbookPackage.MostRows)
    {
        using var stream = new MemoryStream();
        WorkbookReport.Write(result, [], new WorkbookSettings(language, "case <&>", "1.2.3"), stream, mostRows);
        return stream.ToArray();
    }

    [Theory]
    [InlineData(ReportLanguage.Chinese)]
    [InlineData(ReportLanguage.English)]
    public void The_sdk_finds_no_fault_in_it(ReportLanguage language) => Assert.Empty(OpenedWorkbook.Errors(Write(SampleTrace.Build(), language)));

    [Fact]
    public void An_empty_trace_makes_a_workbook_that_says_so()
    {
        var none = new TraceResult([], [], [], [], [], [], [], [], SampleTrace.Build().Linkage, new TraceSettings());
        var workbook = Write(none);
        Assert.Empty(OpenedWorkbook.Errors(workbook));
        Assert.Contains("The case has none.", OpenedWorkbook.Cells(workbook, "By edge")["A2"], StringComparison.Ordinal);
        Assert.Contains("The case has none.", OpenedWorkbook.Cells(workbook, "Excluded rows")["A2"], StringComparison.Ordinal);
    }

    [Fact]
    public void Is_the_same_bytes_again() => Assert.Equal(Write(SampleTrace.Build()), Write(SampleTrace.Build()));

    [Fact]
    public void Cells_have_names_that_are_the_same_in_both_languages() =>
        Assert.Equal(Names(Write(SampleTrace.Build(), ReportLanguage.Chinese)), Names(Write(SampleTrace.Build())));

    [Fact]
    public void Totals_are_formulas_over_the_lines_and_show_what_these_give()
    {
        var result = SampleTrace.Build();
        var workbook = Write(result);
        var summed = 0;
        foreach (var (scope, sheet) in (ReadOnlySpan<(string, string)>)[("edge", "By edge"), ("seller", "By seller"), ("source", "By source"), ("month", "By month")])
        {
            var lines = result.Counts.Count(line => line.Scope == scope);
            var cells = OpenedWorkbook.Cells(workbook, sheet);
            foreach (var (cell, formula) in OpenedWorkbook.Formulas(workbook, sheet).Where(f => f.Value.StartsWith("SUM(", StringComparison.Ordinal)))
            {
                var column = Regex.Match(cell, "[A-Z]+").Value;
                Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"SUM({column}4:{column}{3 + lines})"), formula);
                Assert.Equal(OpenedWorkbook.Sum(cells, column, 4, 3 + lines), double.Parse(cells[cell], CultureInfo.InvariantCulture));
                summed++;
            }
        }

        Assert.True(summed > 50, $"{summed} sums");
    }

    [Fact]
    public void The_waterfall_goes_from_all_rows_to_the_valid_ones_and_its_check_is_zero()
    {
        var result = SampleTrace.Build();
        var all = result.Counts[0];
        var cells = OpenedWorkbook.Cells(Write(result), "Waterfall");
        Assert.Equal(all.Total.ToString(CultureInfo.InvariantCulture), cells["B4"]);
        Assert.Equal(all.Valid.ToString(CultureInfo.InvariantCulture), cells["C11"]);
        Assert.Equal("0", cells["B13"]);
        Assert.Equal(all.Valid, all.Total - OpenedWorkbook.Sum(cells, "B", 5, 11));
    }

    [Fact]
    public void Every_excluded_row_stands_there_with_its_reason_and_twin()
    {
        var result = SampleTrace.Build();
        var cells = OpenedWorkbook.Cells(Write(result), "Excluded rows");
        var excluded = result.Rows.Where(row => row.Status != RowStatus.Valid).ToList();
        foreach (var (i, row) in excluded.Index())
        {
            Assert.Equal(row.File, cells[$"A{4 + i}"]);
            Assert.Equal(row.Row.ToString(CultureInfo.InvariantCulture), cells[$"C{4 + i}"]);
            Assert.Equal(row.Reason, cells[$"F{4 + i}"]);
            Assert.Equal(row.SameAs, cells.GetValueOrDefault($"G{4 + i}", ""));
        }

        Assert.False(cells.ContainsKey($"A{4 + excluded.Count}"));
    }

    [Fact]
    public void What_is_longer_than_a_sheet_goes_on_in_another()
    {
        var sample = SampleTrace.Build();
        var rows = Enumerable.Range(1, 60).Select(i => sample.Rows[2] with { Row = i }).ToList();
        var workbook = Write(sample with { Rows = rows }, mostRows: 25 + 5);
        Assert.Empty(OpenedWorkbook.Errors(workbook));
        Assert.Equal(["Excluded rows", "Excluded rows (2)", "Excluded rows (3)"], OpenedWorkbook.Sheets(workbook).Where(name => name.StartsWith("Excluded", StringComparison.Ordinal)));
        Assert.Equal("25", OpenedWorkbook.Cells(workbook, "Excluded rows")["C28"]);
        Assert.Equal("26", OpenedWorkbook.Cells(workbook, "Excluded rows (2)")["C4"]);
        Assert.Equal("60", OpenedWorkbook.Cells(workbook, "Excluded rows (3)")["C13"]);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("＝1", "'＝1")]
    [InlineData("a<b>&\"c\"", "a<b>&\"c\"")]
    [InlineData("_x0041_", "_x005F_x0041_")]
    [InlineData("a\u0001b", "a_x0001_b")]
    [InlineData("𠮷 ", "𠮷 ")]
    public void Text_of_inputs_neither_runs_nor_breaks_it(string file, string expected)
    {
        var workbook = Write(SampleTrace.Build() with { Problems = [new Problem(file, "", 0, Severity.Note, "code", "")] });
        Assert.Empty(OpenedWorkbook.Errors(workbook));
        Assert.Equal(expected, OpenedWorkbook.Cells(workbook, "Problems")["A4"]);
        Assert.DoesNotContain("A4", OpenedWorkbook.Formulas(workbook, "Problems").Keys);
    }

    [Fact]
    public void Half_a_character_does_not_break_it() =>
        Text_of_inputs_neither_runs_nor_breaks_it($"a{(char)0xD800}b", "a\uFFFDb");

    [Fact]
    public void Both_languages_have_the_same_words_and_every_column_of_every_table_has_one()
    {
        Words zh = new(ReportLanguage.Chinese, "Sheets"), en = new(ReportLanguage.English, "Sheets");
        Assert.Equal(zh.Keys.Order(StringComparer.Ordinal), en.Keys.Order(StringComparer.Ordinal));
        foreach (var table in typeof(TraceTables).GetFields().Concat(typeof(CountingTables).GetFields()).Select(field => field.GetValue(null)!))
        {
            var columns = ((Array)table.GetType().GetProperty("Columns")!.GetValue(table)!).Cast<System.Runtime.CompilerServices.ITuple>();
            var name = (string)table.GetType().GetProperty("Name")!.GetValue(table)!;
            if (name != "matches")
            {
                Assert.All(columns, column => Assert.True(zh.Knows("column", (string)column[0]!), $"Sheets.zh.json and Sheets.en.json have no column.{column[0]}"));
            }
        }
    }

    [Theory]
    [InlineData(FieldRole.PersonName, "王丽", "王*")]
    [InlineData(FieldRole.PersonName, "张三丰", "张*丰")]
    [InlineData(FieldRole.PersonName, "欧阳修远", "欧**远")]
    [InlineData(FieldRole.PersonName, "王", "*")]
    [InlineData(FieldRole.PersonName, "𠮷田", "𠮷*")]
    [InlineData(FieldRole.Phone, "13812341234", "138****1234")]
    [InlineData(FieldRole.Phone, "02162345678", "021****5678")]
    [InlineData(FieldRole.Phone, "62345678", "****5678")]
    [InlineData(FieldRole.Phone, "6234567", "****")]
    [InlineData(FieldRole.NationalId, "310101199001011234", "310101********1234")]
    [InlineData(FieldRole.Address, "上海市闵行区莘庄镇1号", "上海市闵行区****")]
    [InlineData(FieldRole.Address, "莘庄镇1号", "****")]
    [InlineData(FieldRole.BirthDate, "1990-01-01", "1990-**-**")]
    [InlineData(FieldRole.EventDate, "2021-03-04", "2021-03-04")]
    [InlineData(FieldRole.Institution, "市六院", "市六院")]
    [InlineData(FieldRole.Waybill, "SF1234567890", "****7890")]
    public void Masks_hide_what_they_promise(FieldRole role, string text, string masked) => Assert.Equal(masked, PersonalMask.Of(role, text));

    static List<string> Names(byte[] workbook)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        using var reader = new StreamReader(archive.GetEntry("xl/workbook.xml")!.Open(), Encoding.UTF8);
        return [.. Regex.Matches(reader.ReadToEnd(), "definedName name=\"(lt_[a-z_0-9]+)\"").Select(match => match.Groups[1].Value)];
    }
}
