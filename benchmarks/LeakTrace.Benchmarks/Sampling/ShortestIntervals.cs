using LeakTrace.Engine.Counting.Sampling;

namespace LeakTrace.Benchmarks.Sampling;

/// <summary>
/// How short exact intervals can be. For each number of true records take the fewest results that have the confidence together: no exact
/// confidence set, interval or not, is smaller on average (Bartroff, Lorden and Wang 2023 reach it within one).
/// </summary>
static class ShortestIntervals
{
    /// <summary>Sum over all results of the numbers in their confidence sets, at the least.</summary>
    public static long Sum(int population, int sample, double confidence = 0.95)
    {
        long sum = 0;
        for (var trueRecords = 0; trueRecords <= population; trueRecords++)
        {
            sum += Fewest(new HypergeometricCounts(population, trueRecords, sample).Probabilities, confidence);
        }

        return sum;
    }

    /// <summary>The same sum for the intervals of the product.</summary>
    public static long SumOfOurs(int population, int sample)
    {
        long sum = 0;
        for (var found = 0; found <= sample; found++)
        {
            var (low, high) = StratumInterval.Of(new SampleCount(population, sample, found));
            sum += high - low + 1;
        }

        return sum;
    }

    static int Fewest(ReadOnlySpan<double> probabilities, double confidence)
    {
        int first = 0, last = 0;
        for (var i = 1; i < probabilities.Length; i++)
        {
            first = probabilities[i] > probabilities[first] ? i : first;
        }

        last = first;
        var mass = probabilities[first];
        while (mass < confidence - 1e-12)
        {
            var below = first > 0 ? probabilities[first - 1] : -1;
            var above = last < probabilities.Length - 1 ? probabilities[last + 1] : -1;
            mass += Math.Max(below, above);
            (first, last) = below > above ? (first - 1, last) : (first, last + 1);
        }

        return last - first + 1;
    }
}
