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
        var settings = ImportSettings.Default with { Threads = threads, CellLimit = 400_000 };
        var read = file.Import(settings: settings);
        var problem = Assert.Single(read.Problems, problem => problem.Code == "too-many-rows");
        Assert.Equal(Severity.Error, problem.Severity);
        var rows = Assert.Single(read.Sheets).Rows;
        Assert.True(rows == problem.Row && rows is >= 200_000 and < Rows, $"{rows}");
        Assert.Equal(64, read.Sha256.Length);
        Assert.DoesNotContain(file.Import(settings: settings with { CellLimit = 2_000_000 }).Problems, other => other.Code == "too-many-rows");
    }
}
