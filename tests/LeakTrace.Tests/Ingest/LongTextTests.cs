using LeakTrace.Engine.Records;
using LeakTrace.Ingest;

namespace LeakTrace.Tests.Ingest;

public class LongTextTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_text_of_more_rows_than_the_limit_is_read_up_to_it(int threads)
    {
        const int Rows = 600_000;
        using var file = new ScratchFile("姓名,电话\n张丽华,13911112222\n" + string.Concat(Enumerable.Repeat("1\n", Rows)));
        var settings = ImportSettings.Default with { Threads = threads, CellLimit = 6_400_000 };
        var read = file.Import(settings: settings);
        var problem = Assert.Single(read.Problems, problem => problem.Code == "too-many-rows");
        Assert.Equal(Severity.Error, problem.Severity);
        var rows = Assert.Single(read.Sheets).Rows;
        Assert.True(rows == problem.Row && rows is >= 200_000 and < 400_000, $"{rows}");
        Assert.Equal(64, read.Sha256.Length);
        Assert.DoesNotContain(file.Import(settings: settings with { CellLimit = 32_000_000 }).Problems, other => other.Code == "too-many-rows");
    }

    [Fact]
    public void A_row_as_long_as_a_phone_number_counts_as_two_cells()
    {
        using var file = new ScratchFile("姓名,电话\n" + string.Concat(Enumerable.Repeat("张,13911112222\n", 200_000)));
        Assert.DoesNotContain(file.Import(settings: ImportSettings.Default with { CellLimit = 400_001 }).Problems, problem => problem.Code == "too-many-rows");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_table_far_below_another_is_found_while_the_file_is_read_once(int threads)
    {
        const int Rows = 150_000;
        var first = string.Concat(Enumerable.Range(0, Rows).Select(i => $"张丽华,1391{i:D7},2023-05-01\n"));
        var second = string.Concat(Enumerable.Range(0, Rows).Select(i => $"2023-06-02,李娜,1371{i:D7}\n"));
        using var file = new ScratchFile("姓名,电话,分娩日期\n" + first + "\n出生日期,产妇姓名,手机号\n" + second + "姓名,电话,分娩日期\n" + first);
        var sheet = Assert.Single(file.Import(settings: ImportSettings.Default with { Threads = threads }).Sheets);
        Assert.Equal([1, Rows + 3, 2 * Rows + 4], sheet.Regions.Select(region => region.FirstRow));
        var table = RecordTables.Concatenate(sheet.Records);
        Assert.Equal(3 * Rows + 4, table.Count);
        Assert.Equal(Enumerable.Range(1, table.Count), table.Rows);
        Assert.Equal(3 * Rows, table[FieldRole.Phone]!.Values.Count(value => value != 0));
        Assert.Equal(3 * Rows, table[FieldRole.PersonName]!.Values.Count(value => value != 0));
        Assert.Equal(3, table.Traits.Count(traits => (traits & RowTraits.Header) != 0));
    }
}
