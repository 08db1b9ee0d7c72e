namespace LeakTrace.Engine.Counting.Sampling;

/// <summary>
/// The most likely division of a number of true records among strata, given what their samples showed. Each stratum's likelihood is
/// log-concave in its number, so the best division of one more record differs in one stratum only: all of them lie on one path.
/// </summary>
/// <remarks>
/// The share of a small sample scatters, and the variance p(1 − p) taken at it is too small by the factor 1 − 1/n on average: an interval
/// from it covered 88 % where sixty strata had two to four records each. So small samples are drawn towards the share of all, by as many
/// records of that share as keep the loss to a thirtieth.
/// </remarks>
sealed class LikelyDivision
{
    // The search for the multiplier ends when it is told apart no further.
    const int Steps = 48;
    const double Widest = 60;

    // Variance that may be lost is one part in so many.
    const double Accuracy = 30;

    readonly IReadOnlyList<SampleCount> _strata;
    readonly double[] _samples;
    readonly double[] _found;
    readonly long[] _before;
    readonly long[] _after;

    public LikelyDivision(IReadOnlyList<SampleCount> strata)
    {
        _strata = strata;
        _samples = new double[strata.Count];
        _found = new double[strata.Count];
        var share = ShareOfAll(strata);
        for (var s = 0; s < strata.Count; s++)
        {
            var (population, sample, found) = strata[s];
            var added = Math.Clamp(Math.Sqrt(Accuracy * sample) - sample, 0, (population - sample) / 2.0);
            _samples[s] = sample + added;
            _found[s] = found + added * share;
        }

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
                if (GainOf(s, middle) > gain)
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
    internal double GainOf(int stratum, long m)
    {
        double population = _strata[stratum].Population, wrong = _samples[stratum] - _found[stratum];
        var rising = m + 1 - _found[stratum];
        var falling = population - m - wrong;

        // Beyond what the records added leave likely, the order of the numbers remains.
        return rising <= 0 ? Widest - 1 - m / population
            : falling <= 0 ? 1 - Widest - m / population
            : Math.Log((m + 1.0) * falling / (rising * (population - m)));
    }

    /// <summary>Estimated share of true records in all strata, kept off none and all by half a record.</summary>
    static double ShareOfAll(IReadOnlyList<SampleCount> strata)
    {
        double population = 0, total = 0, verified = 0;
        foreach (var stratum in strata)
        {
            population += stratum.Population;
            verified += stratum.Verified;
            total += (double)stratum.True * stratum.Population / stratum.Verified;
        }

        return population == 0 ? 0.5 : (total / population * verified + 0.5) / (verified + 1);
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
