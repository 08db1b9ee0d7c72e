using LeakTrace.Engine.Counting.Sampling;

namespace LeakTrace.Tests.Counting.Sampling;

public sealed class StratumIntervalTests
{
    [Theory]
    [InlineData(60, 15)]
    [InlineData(25, 25)]
    [InlineData(40, 1)]
    [InlineData(300, 40)]
    public void Covers_every_number_of_true_records_and_is_hardly_longer_than_any_exact_interval_can_be(int population, int sample)
    {
        var intervals = Enumerable.Range(0, sample + 1).Select(found => StratumInterval.Of(new SampleCount(population, sample, found))).ToList();
        long shortest = 0;
        for (var trueRecords = 0; trueRecords <= population; trueRecords++)
        {
            var probabilities = Reference(population, trueRecords, sample);
            var covered = Enumerable.Range(0, sample + 1)
                .Where(found => intervals[found].Low <= trueRecords && trueRecords <= intervals[found].High).Sum(found => probabilities[found]);
            Assert.True(covered >= 0.95 - 1e-9, $"{trueRecords} of {population}: {covered}");
            shortest += Fewest(probabilities);
        }

        // No exact confidence sets are smaller on average than the fewest results that have the confidence together.
        Assert.InRange(intervals.Sum(interval => interval.High - interval.Low + 1) / (double)shortest, 1, 1.05);
    }

    [Fact]
    public void Ends_lie_within_what_the_sample_leaves_possible_and_move_with_what_it_found()
    {
        var before = new CountInterval(0, 0);
        for (var found = 0; found <= 30; found++)
        {
            var (low, high) = StratumInterval.Of(new SampleCount(500, 30, found));
            Assert.True(low >= found && high <= 500 - (30 - found) && low <= high);
            Assert.True(low >= before.Low && high >= before.High);
            before = new CountInterval(low, high);
        }
    }

    [Fact]
    public void All_verified_is_known_and_nothing_verified_is_open()
    {
        Assert.Equal(new CountInterval(7, 7), StratumInterval.Of(new SampleCount(10, 10, 7)));
        Assert.Equal(new CountInterval(0, 10), StratumInterval.Of(new SampleCount(10, 0, 0)));
    }

    [Fact]
    public void Lies_within_the_interval_of_two_one_sided_tests_whose_tails_just_exceed_half_the_error()
    {
        var oneSided = StratumInterval.OneSided(new SampleCount(50, 10, 3), 0.025);
        var (low, high) = StratumInterval.Of(new SampleCount(50, 10, 3));
        Assert.True(low >= oneSided.Low && high <= oneSided.High);
        Assert.True(Reference(50, (int)oneSided.Low, 10).Skip(3).Sum() > 0.025);
        Assert.True(Reference(50, (int)oneSided.Low - 1, 10).Skip(3).Sum() <= 0.025);
        Assert.True(Reference(50, (int)oneSided.High, 10).Take(4).Sum() > 0.025);
        Assert.True(Reference(50, (int)oneSided.High + 1, 10).Take(4).Sum() <= 0.025);
    }

    /// <summary>Probabilities by logarithms of factorials, all of them.</summary>
    static double[] Reference(int population, int trueRecords, int sample)
    {
        double LogChoose(int n, int k) => k < 0 || k > n ? double.NegativeInfinity : LogFactorial(n) - LogFactorial(k) - LogFactorial(n - k);
        return [.. Enumerable.Range(0, sample + 1).Select(x =>
            Math.Exp(LogChoose(trueRecords, x) + LogChoose(population - trueRecords, sample - x) - LogChoose(population, sample)))];
    }

    static double LogFactorial(int n) => MathNet.Numerics.SpecialFunctions.FactorialLn(n);

    static int Fewest(double[] probabilities)
    {
        double mass = 0;
        var count = 0;
        foreach (var probability in probabilities.OrderDescending())
        {
            mass += probability;
            count++;
            if (mass >= 0.95 - 1e-12)
            {
                break;
            }
        }

        return count;
    }
}
