namespace LeakTrace.Benchmarks.Sampling;

/// <summary>Samples without replacement, by a generator with a seed.</summary>
static class Draws
{
    /// <summary>True records in a sample.</summary>
    public static int Hits(Random random, int population, int trueRecords, int sample)
    {
        var hits = 0;
        for (var left = sample; left > 0; left--, population--)
        {
            if (random.Next(population) < trueRecords)
            {
                trueRecords--;
                hits++;
            }
        }

        return hits;
    }
}
