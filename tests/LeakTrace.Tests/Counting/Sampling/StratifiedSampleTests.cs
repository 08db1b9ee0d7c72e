using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LeakTrace.Engine.Counting.Sampling;
using LeakTrace.Engine.Records;

namespace LeakTrace.Tests.Counting.Sampling;

public sealed class StratifiedSampleTests
{
    static List<(string Seller, string File, string Location)> Population(params (string Seller, string File, int Records)[] files) =>
        [.. files.SelectMany(file => Enumerable.Range(1, file.Records).Select(row => (file.Seller, file.File, $"{file.File}!!{row}")))];

    [Fact]
    public void Sizes_are_in_proportion_and_two_at_least()
    {
        var sample = StratifiedSample.Draw(Population(("L", "a.csv", 600), ("L", "b.csv", 300), ("W", "c.csv", 90), ("W", "d.csv", 10)), 100, 7);
        Assert.Equal(["a.csv", "b.csv", "c.csv", "d.csv"], sample.Strata.Select(stratum => string.Join('+', stratum.Files)));
        Assert.Equal([59, 30, 9, 2], sample.Strata.Select(stratum => stratum.Size));
        Assert.Equal(100, sample.Rows.Count);
    }

    [Fact]
    public void Small_files_of_a_seller_go_together()
    {
        var files = Enumerable.Range(0, 20).Select(i => (i < 10 ? "L" : "W", $"f{i:D2}.csv", i == 0 ? 500 : 10)).ToArray();
        var sample = StratifiedSample.Draw(Population(files), 50, 1);
        Assert.Equal(3, sample.Strata.Count);
        Assert.Equal([1, 9, 10], sample.Strata.Select(stratum => stratum.Files.Count));
        Assert.All(sample.Strata, stratum => Assert.True(stratum.Size >= 2));
    }

    [Fact]
    public void Anybody_can_draw_it_again_by_the_hashes_of_seed_and_location()
    {
        var population = Population(("L", "a.csv", 50));
        var sample = StratifiedSample.Draw(population, 8, 42);
        var expected = population.Select(row => row.Location)
            .OrderBy(location => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("42:" + location))), StringComparer.Ordinal)
            .Take(8).Order(StringComparer.Ordinal);
        Assert.Equal(expected, sample.Rows.Select(row => population[row.Row].Location).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_record_is_drawn_as_often_as_any_other()
    {
        var population = Population(("L", "a.csv", 20), ("W", "b.csv", 20));
        var times = new int[40];
        for (ulong seed = 0; seed < 2_000; seed++)
        {
            foreach (var row in StratifiedSample.Draw(population, 10, seed).Rows)
            {
                times[row.Row]++;
            }
        }

        // 500 expected, four standard deviations of 19.4.
        Assert.All(times, drawn => Assert.InRange(drawn, 422, 578));
    }

    [Fact]
    public void Says_how_many_it_takes_where_the_size_is_too_small()
    {
        var message = Assert.Throws<InputException>(() => StratifiedSample.Draw(Population(("A", "a", 50), ("B", "b", 50), ("C", "c", 50)), 5, 1)).Message;
        Assert.Contains("at least 6", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.5, 0.05)]
    [InlineData(0.95, 0.02)]
    public void A_size_for_a_precision_reaches_it_and_the_next_smaller_does_not(double share, double precision)
    {
        const int Population = 3_000;
        var size = SampleSize.For(Population, share, precision);
        Assert.True(Reach(size) <= precision, size.ToString(CultureInfo.InvariantCulture));
        Assert.True(Enumerable.Range(size - 6, 5).Any(smaller => Reach(smaller) > precision));

        double Reach(int n)
        {
            var found = (int)Math.Round(n * share);
            var (low, high) = StratumInterval.OneSided(new SampleCount(Population, n, found), 0.025);
            return Math.Max((double)found / n - (double)low / Population, (double)high / Population - (double)found / n);
        }
    }

    [Fact]
    public void What_could_not_be_verified_is_left_out_and_bounds_stand_beside()
    {
        SampleStratum[] strata = [new("L", ["a"], 200, 20), new("W", ["b"], 100, 10)];
        var estimate = SampleEstimate.Of(strata, [new StratumAnswers(16, 2, 2), new StratumAnswers(9, 1, 0)]);
        Assert.Equal(200 * 16.0 / 18 + 90, estimate.Total, 9);
        Assert.True(estimate.WithUnknown.Low < estimate.Interval.Low && estimate.WithUnknown.High >= estimate.Interval.High);
    }
}
