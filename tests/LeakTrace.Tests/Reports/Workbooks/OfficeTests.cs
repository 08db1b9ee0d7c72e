using System.Globalization;
using System.Text;
using LeakTrace.Engine.Counting;
using LeakTrace.Engine.Records;
using LeakTrace.Reports;
using LeakTrace.Reports.Totals;
using LeakTrace.Reports.Workbooks;
using LeakTrace.Tests.Cases;
using LeakTrace.Tests.Records;

namespace LeakTrace.Tests.Reports.Workbooks;

public sealed class OfficeTests : IDisposable
{
    // Commas, quotes, UTF-8, from the first line, values as they are instead of as shown, and one sheet by its number.
    const string Csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,";

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [OfficeFact]
    public void LibreOffice_prints_a_small_one()
    {
        WorkbookReport.Write(SampleTrace.Build(), [], new WorkbookSettings(ReportLanguage.Chinese, "case", "1"), _folder["report.xlsx"]);
        Office.Convert(_folder["report.xlsx"], "pdf", _folder.Path);
        var pdf = File.ReadAllBytes(_folder["report.pdf"]);
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(pdf, 0, 5), StringComparison.Ordinal);
        Assert.InRange(pdf.Length, 20_000, 5_000_000);
    }

    [OfficeFact]
    public void LibreOffice_calculates_every_formula_to_the_value_that_is_written()
    {
        var result = SampleTrace.Build();
        WorkbookReport.Write(result, [], new WorkbookSettings(ReportLanguage.English, "case", "1"), _folder["report.xlsx"]);
        var workbook = File.ReadAllBytes(_folder["report.xlsx"]);

        Office.Convert(_folder["report.xlsx"], Csv + "-1", _folder.Path, calculate: true);
        var compared = 0;
        foreach (var sheet in OpenedWorkbook.Sheets(workbook))
        {
            var written = OpenedWorkbook.Cells(workbook, sheet);
            var formulas = OpenedWorkbook.Formulas(workbook, sheet);
            var read = formulas.Count == 0 ? [] : CsvLines.Read(_folder[$"report-{sheet}.csv"]).ToList();
            foreach (var cell in formulas.Keys)
            {
                var row = int.Parse(cell.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]), CultureInfo.InvariantCulture);
                var column = cell.TakeWhile(char.IsAsciiLetterUpper).Aggregate(0, (sum, letter) => sum * 26 + letter - 'A' + 1) - 1;
                Assert.True(written[cell] == read[row - 1][column], $"{sheet} {cell}: {written[cell]} written, {read[row - 1][column]} calculated");
                compared++;
            }
        }

        Assert.True(compared > 100, $"{compared} formulas");
    }

    [OfficeFact]
    public void LibreOffice_reads_a_large_one_cell_for_cell()
    {
        const int Rows = 60_000;
        var sample = SampleTrace.Build();
        var rows = Enumerable.Range(1, Rows).Select(i => sample.Rows[2 + i % 3] with
        {
            Row = i,
            File = i % 7 == 0 ? "=1+1,\"a\".xlsx" : sample.Rows[0].File,
            Person = string.Create(CultureInfo.InvariantCulture, $"P{i:D6}"),
        }).ToList();
        var fields = Lists.Table(
            [FieldRole.PersonName, FieldRole.Phone, FieldRole.NationalId, FieldRole.EventDate, FieldRole.Institution, FieldRole.Address, FieldRole.Waybill],
            [.. Enumerable.Range(1, Rows).Select(i => (string[])
                ["欧阳丽华", $"{13_800_000_000L + i}", "330203198811168046", "2023-05-01", "第一医院", $"长江路{i}号", $"SF{1_000_000_000_000L + i}"])]);
        WorkbookReport.Write(
            sample with { Rows = rows }, [Lists.File("list.csv", fields)], new WorkbookSettings(ReportLanguage.English, "case", "1"), _folder["report.xlsx"]);
        var workbook = File.ReadAllBytes(_folder["report.xlsx"]);
        var number = OpenedWorkbook.Sheets(workbook).IndexOf("Excluded rows") + 1;
        Office.Convert(_folder["report.xlsx"], Csv + number.ToString(CultureInfo.InvariantCulture), _folder.Path);

        var lines = CsvLines.Read(_folder["report-Excluded rows.csv"]).ToList();
        var written = OpenedWorkbook.Cells(workbook, "Excluded rows");
        Assert.Equal(3 + Rows, lines.Count);
        Assert.Equal(16, lines[2].Count(header => header.Length > 0));
        foreach (var (i, cells) in lines.Index().Skip(2))
        {
            foreach (var (column, cell) in cells.Index())
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column)}{i + 1}");
                Assert.True(written.GetValueOrDefault(name, "") == cell, $"{name}: {written.GetValueOrDefault(name, "")} written, {cell} read");
            }
        }

        foreach (var (i, cells) in lines.Skip(3).Index())
        {
            var row = rows[i];
            Assert.Equal(row.Status != RowStatus.Valid, cells[3] != "Valid");
            Assert.Equal(
                [row.File.StartsWith('=') ? "'" + row.File : row.File, row.Sheet, row.Row.ToString(CultureInfo.InvariantCulture), row.Reason, row.SameAs, row.Person],
                [cells[0], cells[1], cells[2], cells[5], cells[6], cells[7]]);
        }
    }
}
