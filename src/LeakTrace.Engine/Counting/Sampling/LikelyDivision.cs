namespace LeakTrace.Engine.Counting.Sampling;

/// <summary>
/// The most likely division of a number of true records among strata, given what their samples showed. Each stratum's likelihood is
/// log-concave in its number, so the best division of one more record differs in one stratum only: all of them lie on one path.
/// </summary>
sealed class LikelyDivision
{
    // The search for the multiplier ends when it is told apart no further.
    const int Steps = 70;
    const double Widest = 60;

    readonly IReadOnlyList<SampleCount> _strata;
    readonly long[] _before;
    readonly long[] _after;

    public LikelyDivision(IReadOnlyList<SampleCount> strata)
    {
        _strata = strata;
        _before = new long[strata.Count];
        _after = new long[strata.Count];
    }

    /// <summary>Least number of true records that the samples leave possible.</summary>
    public long Least => Sum(static s => s.True);

    /// <summary>Greatest number that they leave possible.</summary>
    public long Most => Sum(static s => s.Population - (s.Verified - s.True));

    /// <summary>Writes the true records of each stratum for a total from <see cref="Least"/> to <see cref="Most"/>.</summary>
    public void Divide(long total, Span<long> division)
    {
        // One more record in a stratum changes the log-likelihood by its gain; those with the greatest gains go in first.
        double high = Widest, low = -Widest;
        for (var step = 0; step < Steps; step++)
        {
            var middle = (high + low) / 2;
            if (Take(middle, _after) > total)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        var left = total - Take(high, _before);
        Take(low, _after);
        for (var s = 0; s < division.Length; s++)
        {
            var more = Math.Min(left, _after[s] - _before[s]);
            division[s] = _before[s] + more;
            left -= more;
        }
    }

    /// <summary>Takes all records whose gain exceeds a value, and returns how many there are.</summary>
    long Take(double gain, long[] taken)
    {
        long sum = 0;
        for (var s = 0; s < taken.Length; s++)
        {
            var stratum = _strata[s];
            long from = stratum.True, to = stratum.Population - (stratum.Verified - stratum.True);
            while (from < to)
            {
                var middle = from + (to - from) / 2;
                if (Gain(stratum, middle) > gain)
                {
                    from = middle + 1;
                }
                else
                {
                    to = middle;
                }
            }

            taken[s] = from;
            sum += from;
        }

        return sum;
    }

    /// <summary>log L(m + 1) − log L(m), decreasing in m.</summary>
    static double Gain(SampleCount stratum, long m)
    {
        var (population, sample, found) = stratum;
        return Math.Log((m + 1.0) * (population - m - sample + found) / ((m + 1.0 - found) * (population - (double)m)));
    }

    long Sum(Func<SampleCount, long> part)
    {
        long sum = 0;
        foreach (var stratum in _strata)
        {
            sum += part(stratum);
        }

        return sum;
    }
}
