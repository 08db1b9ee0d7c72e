namespace LeakTrace.Engine.Counting.Sampling;

/// <summary>
/// Exact interval for the true records of one stratum, sampled without replacement: the numbers that Blaker's test does not reject
/// (Blaker 2000), the hypergeometric counterpart of Clopper and Pearson's interval shortened as far as the confidence allows. It lies within
/// the interval of two one-sided tests (Konijn 1973), and covers with at least the confidence for every number of true records.
/// </summary>
public static class StratumInterval
{
    // Tails that are equal but for rounding count as equal.
    const double Tie = 1 + 1e-10;

    /// <summary>The interval; all numbers from none to all where nothing was verified.</summary>
    /// <param name="count">The sample.</param>
    /// <param name="confidence">Such as 0.95.</param>
    public static CountInterval Of(SampleCount count, double confidence = 0.95)
    {
        var (population, sample, found) = count;
        if (sample == 0)
        {
            return new CountInterval(0, population);
        }

        var error = 1 - confidence;
        var (low, high) = OneSided(count, error / 2);
        while (low < high && Acceptability(population, low, sample, found) <= error)
        {
            low++;
        }

        while (high > low && Acceptability(population, high, sample, found) <= error)
        {
            high--;
        }

        return new CountInterval(low, high);
    }

    /// <summary>The numbers that neither of two one-sided tests rejects at the given error.</summary>
    internal static CountInterval OneSided(SampleCount count, double error)
    {
        var (population, sample, found) = count;
        long least = found, most = population - (sample - found);
        var estimate = Math.Clamp((long)Math.Round((double)found * population / sample), least, most);
        var low = First(least, estimate, m => new HypergeometricCounts(population, m, sample).AtLeast(found) > error);
        var high = First(estimate, most, m => new HypergeometricCounts(population, m, sample).AtMost(found) <= error);
        return new CountInterval(low, new HypergeometricCounts(population, high, sample).AtMost(found) <= error ? high - 1 : high);
    }

    /// <summary>
    /// Probability of a result as far out as the one found: its smaller tail, and of the other side the largest tail that is not larger.
    /// </summary>
    internal static double Acceptability(long population, long trueRecords, int sample, int found)
    {
        var counts = new HypergeometricCounts(population, trueRecords, sample);
        double below = counts.AtMost(found), above = counts.AtLeast(found);
        var near = Math.Min(below, above);
        var probabilities = counts.Probabilities;
        double far = 0;
        for (var i = 0; i < probabilities.Length; i++)
        {
            var next = far + probabilities[below <= above ? probabilities.Length - 1 - i : i];
            if (next > near * Tie)
            {
                break;
            }

            far = next;
        }

        return Math.Min(1, near + far);
    }

    /// <summary>The first number from which a condition holds that stays; the last where it never does.</summary>
    static long First(long from, long to, Func<long, bool> holds)
    {
        while (from < to)
        {
            var middle = from + (to - from) / 2;
            if (holds(middle))
            {
                to = middle;
            }
            else
            {
                from = middle + 1;
            }
        }

        return from;
    }
}
