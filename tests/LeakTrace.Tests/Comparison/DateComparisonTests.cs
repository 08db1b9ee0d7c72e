using System.Globalization;
using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Records;
using LeakTrace.Tests.Reference;

namespace LeakTrace.Tests.Comparison;

public sealed class DateComparisonTests
{
    static readonly FsCheck.Gen<(DateOnly Left, DateOnly Right)> _pairs = Always.From(random =>
    {
        var left = new DateOnly(2000 + random.Next(24), 1 + random.Next(12), 1 + random.Next(28));
        var right = random.Next(5) switch
        {
            0 => left.AddDays(random.Next(-40, 41)),
            1 => left.AddYears(random.Next(-11, 12)),
            2 when left.Day <= 12 => new DateOnly(left.Year, left.Day, left.Month),
            3 => new DateOnly(left.Year, left.Month, 1 + random.Next(28)),
            _ => new DateOnly(left.Year, 1 + random.Next(12), left.Day),
        };
        return (left, right);
    });

    static ulong Pack(string date) => date.Length switch
    {
        0 => 0,
        4 => PackedDate.Pack(DateOnly.ParseExact(date + "-01-01", "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber, -1, DatePrecision.Year),
        7 => PackedDate.Pack(DateOnly.ParseExact(date + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber, -1, DatePrecision.Month),
        _ => PackedDate.Pack(DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber, date[^1] * 7),
    };

    [Fact]
    public void Agrees_with_the_reference_in_both_directions() => Always.Holds(_pairs, pair =>
    {
        ulong left = PackedDate.Pack(pair.Left.DayNumber), right = PackedDate.Pack(pair.Right.DayNumber);
        Assert.Equal(DateReference.Between(pair.Left, pair.Right), DateComparison.Between(left, right));
        Assert.Equal(DateReference.Between(pair.Left, pair.Right), DateComparison.Between(right, left));
    }, 20_000);

    [Theory]
    [InlineData("2023-05-01", "", DateLevel.Absent)]
    [InlineData("2023-05-01", "2023-05-01", DateLevel.Exact)]
    [InlineData("2023-05-01", "2023-04-30", DateLevel.OneDay)]
    [InlineData("2023-12-31", "2024-01-01", DateLevel.OneDay)]
    [InlineData("2023-05-01", "2023-01-05", DateLevel.Typo)]
    [InlineData("2023-05-01", "2023-05-21", DateLevel.Typo)]
    [InlineData("2023-05-01", "2023-05-07", DateLevel.Typo)]
    [InlineData("2023-05-01", "2023-06-01", DateLevel.Typo)]
    [InlineData("2023-05-01", "2022-05-01", DateLevel.Typo)]
    [InlineData("2023-05-01", "2013-05-01", DateLevel.Typo)]
    [InlineData("2023-05-01", "2021-05-01", DateLevel.Different)]
    [InlineData("2023-05-01", "2023-05-12", DateLevel.SameMonth)]
    [InlineData("2023-05-20", "2023-06-20", DateLevel.Typo)]
    [InlineData("2023-05-20", "2023-06-19", DateLevel.SameMonth)]
    [InlineData("2023-05-20", "2023-06-21", DateLevel.Different)]
    [InlineData("2023-05", "2023-05-20", DateLevel.SameMonth)]
    [InlineData("2023-05", "2023-06-01", DateLevel.Different)]
    [InlineData("2023", "2023-11-20", DateLevel.SameMonth)]
    [InlineData("2023", "2023-05", DateLevel.SameMonth)]
    [InlineData("2023", "2024-01-01", DateLevel.Different)]
    public void Examples(string left, string right, DateLevel expected)
    {
        Assert.Equal(expected, DateComparison.Between(Pack(left), Pack(right)));
        Assert.Equal(expected, DateComparison.Between(Pack(right), Pack(left)));
    }

    [Theory]
    [InlineData("2020-08-24", "2019-08-23", DateLevel.Typo)]
    [InlineData("2020-08-24", "2017-08-25", DateLevel.Typo)]
    [InlineData("2020-12-31", "2018-01-01", DateLevel.Typo)]
    [InlineData("2020-02-29", "2018-03-01", DateLevel.Typo)]
    [InlineData("2020-08-24", "2018-08-22", DateLevel.Different)]
    public void A_date_without_a_year_is_near_the_same_days_of_any_year(string assumed, string other, DateLevel expected)
    {
        var withoutYear = PackedDate.Pack(PackedDate.DayOf(Pack(assumed)), -1, DatePrecision.YearAssumed);
        Assert.Equal(expected, DateComparison.Between(withoutYear, Pack(other)));
        Assert.Equal(expected, DateComparison.Between(Pack(other), withoutYear));
    }
}
