namespace LeakTrace.Engine.Counting.Sampling;

/// <summary>How many records must be verified for an interval of a wanted width.</summary>
public static class SampleSize
{
    /// <summary>
    /// The least number of records whose exact interval, at the share expected, reaches no further than the precision to either side; all where
    /// nothing less does. The population is taken as one stratum: proportional strata do not need more, but for the rounding of their sizes.
    /// </summary>
    /// <param name="population">Records.</param>
    /// <param name="share">Share of true ones expected; 0.5 is the worst.</param>
    /// <param name="precision">Such as 0.02 for two percentage points to either side.</param>
    /// <param name="confidence">Such as 0.95.</param>
    public static int For(int population, double share, double precision, double confidence = 0.95)
    {
        int low = 1, high = population;
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (Reach(population, middle, share, confidence) <= precision)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        // The reach does not fall evenly: what rounding favours by chance is passed over.
        const int Neighbours = 5;
        for (var size = low; size < population; size++)
        {
            var holds = true;
            for (var next = size; next < Math.Min(size + Neighbours, population) && holds; next++)
            {
                holds = Reach(population, next, share, confidence) <= precision;
            }

            if (holds)
            {
                return size;
            }
        }

        return population;
    }

    /// <summary>Greater distance of the ends of the interval from the estimate, as a share of the population.</summary>
    static double Reach(int population, int size, double share, double confidence)
    {
        var count = new SampleCount(population, size, (int)Math.Round(size * share));
        var (low, high) = StratumInterval.OneSided(count, (1 - confidence) / 2);
        var estimate = (double)count.True / size;
        return Math.Max(estimate - (double)low / population, (double)high / population - estimate);
    }
}
