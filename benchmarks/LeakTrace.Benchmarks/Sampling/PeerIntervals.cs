using LeakTrace.Engine.Counting.Sampling;

namespace LeakTrace.Benchmarks.Sampling;

/// <summary>Intervals for a stratified total that are in use elsewhere.</summary>
static class PeerIntervals
{
    const double Normal = 1.959963984540054;

    /// <summary>The textbook interval: estimate ± 1.96 standard errors, with finite-population corrections (Cochran 1977).</summary>
    public static CountInterval Wald(IReadOnlyList<SampleCount> strata)
    {
        double total = 0, variance = 0;
        foreach (var (population, sample, found) in strata)
        {
            var share = (double)found / sample;
            total += share * population;
            variance += sample < 2 ? 0 : population * (population - (double)sample) * share * (1 - share) / (sample - 1);
        }

        return Rounded(strata, total - Normal * Math.Sqrt(variance), total + Normal * Math.Sqrt(variance));
    }

    /// <summary>Wilson's score interval with the sample's effective size under one share for all strata (Korn and Graubard 1998; Yan and Su 2010).</summary>
    public static CountInterval Score(IReadOnlyList<SampleCount> strata)
    {
        double all = strata.Sum(stratum => (double)stratum.Population), share = 0, perVariance = 0;
        foreach (var (population, sample, found) in strata)
        {
            var weight = population / all;
            share += weight * found / sample;
            perVariance += weight * weight * (population - (double)sample) / (population - 1.0) / sample;
        }

        var z = Normal * Normal * perVariance;
        var middle = (share + z / 2) / (1 + z);
        var half = Normal * Math.Sqrt(perVariance) * Math.Sqrt(share * (1 - share) + z / 4) / (1 + z);
        return Rounded(strata, (middle - half) * all, (middle + half) * all);
    }

    /// <summary>Sums of simultaneous exact intervals of the strata (Wright 1991).</summary>
    public static CountInterval Wright(IReadOnlyList<SampleCount> strata)
    {
        var confidence = Math.Pow(0.95, 1.0 / strata.Count);
        long low = 0, high = 0;
        foreach (var stratum in strata)
        {
            var interval = StratumInterval.Of(stratum, confidence);
            low += interval.Low;
            high += interval.High;
        }

        return new CountInterval(low, high);
    }

    /// <summary>Totals that neither tail rejects under the least favourable division of two strata (Wendell and Schmee 1996).</summary>
    public static CountInterval WendellSchmee(SampleCount a, SampleCount b)
    {
        long least = a.True + b.True, most = a.Population - (a.Verified - a.True) + b.Population - (b.Verified - b.True);
        var observed = Statistic(a, a.True) + Statistic(b, b.True);
        var low = least;
        while (LargestTail(a, b, low, observed, above: true) <= 0.025)
        {
            low++;
        }

        var high = most;
        while (LargestTail(a, b, high, observed, above: false) <= 0.025)
        {
            high--;
        }

        return new CountInterval(low, high);
    }

    static double LargestTail(SampleCount a, SampleCount b, long total, double observed, bool above)
    {
        double largest = 0;
        for (var m = Math.Max(0, total - b.Population); m <= Math.Min(a.Population, total); m++)
        {
            var first = new HypergeometricCounts(a.Population, m, a.Verified);
            var second = new HypergeometricCounts(b.Population, total - m, b.Verified);
            double tail = 0;
            for (var i = 0; i < first.Probabilities.Length; i++)
            {
                var left = (observed - Statistic(a, first.First + i)) * b.Verified / b.Population;
                var at = (int)Math.Round(left);
                var isTie = Math.Abs(left - at) < 1e-9;
                tail += first.Probabilities[i] * (above ? second.AtLeast(isTie ? at : (int)Math.Ceiling(left)) : second.AtMost(isTie ? at : (int)Math.Floor(left)));
            }

            largest = Math.Max(largest, tail);
        }

        return largest;
    }

    static double Statistic(SampleCount stratum, int found) => (double)found * stratum.Population / stratum.Verified;

    /// <summary>Whole numbers within what the samples leave possible.</summary>
    static CountInterval Rounded(IReadOnlyList<SampleCount> strata, double low, double high)
    {
        long least = strata.Sum(s => s.True), most = strata.Sum(s => s.Population - (s.Verified - s.True));
        return new CountInterval(
            Math.Clamp((long)Math.Ceiling(low - 1e-9), least, most), Math.Clamp((long)Math.Floor(high + 1e-9), least, most));
    }
}
