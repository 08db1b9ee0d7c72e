using LeakTrace.Engine.Counting.Sampling;

namespace LeakTrace.Tests.Counting.Sampling;

/// <summary>The reduced form of the benchmark <c>sampling</c>.</summary>
public sealed class TotalIntervalTests
{
    const int Samples = 300;

    [Theory]
    [InlineData(new[] { 200, 400 }, new[] { 20, 40 }, new[] { 0.9, 0.6 })]
    [InlineData(new[] { 200, 400 }, new[] { 20, 40 }, new[] { 0.95, 0.95 })]
    [InlineData(new[] { 50, 500, 5_000 }, new[] { 30, 30, 30 }, new[] { 0.5, 0.9, 0.8 })]
    [InlineData(new[] { 100, 300, 800, 2_000 }, new[] { 2, 6, 15, 37 }, new[] { 0.8, 0.8, 0.8, 0.8 })]
    [InlineData(
        new[] { 40, 30, 40, 30, 40, 30, 40, 30, 40, 30, 40, 30, 40, 30, 40, 30, 40, 30, 40, 30 },
        new[] { 3, 2, 3, 2, 3, 2, 3, 2, 3, 2, 3, 2, 3, 2, 3, 2, 3, 2, 3, 2 },
        new[] { 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8 })]
    [InlineData(new[] { 40, 40, 40, 40, 40, 40, 40, 40 }, new[] { 3, 3, 3, 3, 3, 3, 3, 3 }, new[] { 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9 })]
    public void Covers_what_it_promises_and_not_much_more(int[] populations, int[] sizes, double[] shares)
    {
        var random = new Random(11);
        var trueRecords = populations.Select((n, s) => (int)Math.Round(n * shares[s])).ToArray();
        var covered = 0;
        for (var i = 0; i < Samples; i++)
        {
            var strata = populations.Select((n, s) => new SampleCount(n, sizes[s], Draw(random, n, trueRecords[s], sizes[s]))).ToList();
            var (low, high) = TotalInterval.Of(strata);
            covered += low <= trueRecords.Sum() && trueRecords.Sum() <= high ? 1 : 0;
        }

        // 94 to 99 % of samples, with what chance adds in so few.
        Assert.InRange((double)covered / Samples, 0.92, 0.997);
    }

    [Fact]
    public void Is_hardly_wider_than_the_interval_of_one_stratum_where_strata_do_not_matter()
    {
        var one = StratumInterval.Of(new SampleCount(2_000, 200, 170));
        var four = TotalInterval.Of([.. Enumerable.Range(0, 4).Select(s => new SampleCount(500, 50, s % 2 == 0 ? 42 : 43))]);
        Assert.InRange((four.High - four.Low) / (double)(one.High - one.Low), 0.95, 1.1);
    }

    [Fact]
    public void What_is_known_adds_and_what_is_unknown_widens()
    {
        SampleCount[] sampled = [new(300, 20, 18), new(200, 20, 15)];
        var (low, high) = TotalInterval.Of(sampled);
        Assert.Equal(new CountInterval(low + 4, high + 4), TotalInterval.Of([.. sampled, new SampleCount(5, 5, 4)]));
        Assert.Equal(new CountInterval(low, high + 50), TotalInterval.Of([.. sampled, new SampleCount(50, 0, 0)]));
        Assert.Equal(StratumInterval.Of(sampled[0]), TotalInterval.Of([sampled[0]]));
    }

    [Fact]
    public void Many_strata_do_not_take_long_and_lie_within_the_possible()
    {
        var strata = Enumerable.Range(0, 300).Select(s => new SampleCount(40 + s, 2, s % 7 == 0 ? 1 : 2)).ToList();
        var (low, high) = TotalInterval.Of(strata);
        var estimate = strata.Sum(s => (double)s.True * s.Population / s.Verified);
        Assert.True(low < estimate && estimate < high && high <= strata.Sum(s => s.Population - (s.Verified - s.True)));
    }

    [Theory]
    [InlineData(400, 10)]
    [InlineData(40, 2)]
    [InlineData(1_000, 60)]
    public void What_a_record_more_gains_falls_and_without_records_added_is_that_of_the_likelihood(int population, int sample)
    {
        var found = sample * 4 / 5;
        var division = new LikelyDivision([new SampleCount(population, sample, found), new SampleCount(500, 5, 4)]);
        for (var m = found; m < population - sample + found - 1; m++)
        {
            Assert.True(division.GainOf(0, m) > division.GainOf(0, m + 1));
            if (sample >= 30)
            {
                var change = Math.Log(Chance(new SampleCount(population, sample, found), m + 1) / Chance(new SampleCount(population, sample, found), m));
                Assert.True(!double.IsFinite(change) || Math.Abs(change - division.GainOf(0, m)) < 1e-6);
            }
        }
    }

    static double Chance(SampleCount stratum, int trueRecords)
    {
        var counts = new HypergeometricCounts(stratum.Population, trueRecords, stratum.Verified);
        return stratum.True >= counts.First && stratum.True < counts.First + counts.Probabilities.Length ? counts.Probabilities[stratum.True - counts.First] : 0;
    }

    [Fact]
    public void The_most_likely_division_is_found_and_grows_with_the_total()
    {
        SampleCount[] strata = [new(30, 6, 5), new(20, 5, 2), new(25, 4, 4)];
        var division = new LikelyDivision(strata);
        var before = new long[3];
        for (var total = division.Least; total <= division.Most; total++)
        {
            var parts = new long[3];
            division.Divide(total, parts);
            Assert.Equal(total, parts.Sum());
            Assert.True(parts.Zip(before).All(pair => pair.First >= pair.Second));
            var best = All(strata, total).Max(other => LogLikelihood(division, strata, other));
            Assert.Equal(best, LogLikelihood(division, strata, parts), 9);
            before = parts;
        }
    }

    static IEnumerable<long[]> All(SampleCount[] strata, long total)
    {
        for (long a = strata[0].True; a <= 29; a++)
        {
            for (long b = strata[1].True; b <= 17; b++)
            {
                if (total - a - b is >= 4 and <= 25 and var c)
                {
                    yield return [a, b, c];
                }
            }
        }
    }

    /// <summary>Up to a constant: what each record more in a stratum gains.</summary>
    static double LogLikelihood(LikelyDivision division, SampleCount[] strata, long[] parts) => strata.Select((stratum, s) =>
        Enumerable.Range(stratum.True, (int)parts[s] - stratum.True).Sum(m => division.GainOf(s, m))).Sum();

    static int Draw(Random random, int population, int trueRecords, int sample)
    {
        var found = 0;
        for (var left = sample; left > 0; left--, population--)
        {
            if (random.Next(population) < trueRecords)
            {
                trueRecords--;
                found++;
            }
        }

        return found;
    }
}
