using System.Text;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Tracing;
using LeakTrace.Reports.Tables;
using LeakTrace.Tests.Cases;

namespace LeakTrace.Tests.Reports;

public sealed class TableWriterTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("inputs")]
    [InlineData("rows")]
    [InlineData("matches")]
    [InlineData("sources")]
    [InlineData("accounts")]
    [InlineData("counts")]
    [InlineData("files")]
    [InlineData("problems")]
    public void Writes_the_approved_table(string table)
    {
        TableWriter.WriteAll(SampleTrace.Build(), _folder.Path);

        Approved.Check(table + ".csv", File.ReadAllBytes(_folder[$"tables/{table}.csv"]));
    }

    [Fact]
    public void Writes_every_table_over_that_of_an_earlier_trace_and_touches_nothing_else()
    {
        _folder.Write("tables/ledger.csv");
        _folder.Write("tables/my notes.csv");

        TableWriter.WriteAll(SampleTrace.Build(), _folder.Path);

        Assert.Equal(
            [
                "accounts.csv", "accounts_by_scope.csv", "calls.csv", "columns.csv", "counts.csv", "disagreements.csv", "files.csv", "flows.csv", "information.csv", "inputs.csv",
                "ledger.csv", "lineage.csv", "matches.csv", "my notes.csv", "parties.csv", "prices.csv", "problems.csv", "rows.csv", "sources.csv",
                "sources_by_scope.csv", "threshold_keys.csv", "thresholds.csv",
            ],
            Directory.GetFiles(_folder["tables"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+86", "'+86")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("＠x", "'＠x")]
    [InlineData("a=1", "a=1")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("=\"a\",1", "\"'=\"\"a\"\",1\"")]
    [InlineData("<b>", "<b>")]
    public void Neutralises_formulas_and_quotes(string file, string expected)
    {
        Assert.Equal($"{expected},,,note,code,", Second(TraceTables.Problems, new Problem(file, "", 0, Severity.Note, "code", "")));
    }

    [Fact]
    public void Leaves_numbers_of_ours_alone_and_what_is_not_a_number_empty()
    {
        var line = new SourceLine(0, "elsewhere", "elsewhere", 0, 0, -0.5, double.NaN, double.PositiveInfinity, 1, 2, 3, 4, 5, 6, -7, false, 8);

        Assert.Equal(",elsewhere,elsewhere,0,0,-0.5,,,1,2,3,4,5,6,-7,false,8,0,", Second(TraceTables.Sources, line));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0, "0")]
    [InlineData(1, "1")]
    [InlineData(0.5, "0.5")]
    [InlineData(1.0 / 3, "0.333333")]
    [InlineData(2.0 / 3, "0.666667")]
    [InlineData(0.99999997, "1")]
    [InlineData(0.0000123456789, "0.0000123457")]
    [InlineData(1e-25, "0")]
    [InlineData(-1e-25, "0")]
    [InlineData(1234.56789, "1234.57")]
    [InlineData(1234567.8, "1234568")]
    [InlineData(-24118.26, "-24118.3")]
    [InlineData(999999.96, "1000000")]
    [InlineData(100, "100")]
    [InlineData(1.5e18, "1500000000000000000")]
    public void Shows_six_significant_digits_in_plain_notation(double number, string expected)
    {
        var digits = new byte[SignificantDigits.MostCharacters];

        Assert.Equal(expected, Encoding.ASCII.GetString(digits, 0, SignificantDigits.Write(number, digits)));
    }

    [Fact]
    public void Says_what_to_do_where_the_folder_cannot_be_written()
    {
        _folder.Write("tables");

        var message = Assert.Throws<InputException>(() => TableWriter.WriteAll(SampleTrace.Build(), _folder.Path)).Message;

        Assert.Contains("--out DIR", message, StringComparison.Ordinal);
    }

    /// <summary>The line below the header, without its end.</summary>
    static string Second<T>(Table<T> table, T line)
    {
        using var stream = new MemoryStream();
        TableWriter.Write(table, [line], stream);
        var text = Encoding.UTF8.GetString(stream.ToArray());
        Assert.StartsWith("\uFEFF", text, StringComparison.Ordinal);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        return text[(text.IndexOf("\r\n", StringComparison.Ordinal) + 2)..^2];
    }
}
