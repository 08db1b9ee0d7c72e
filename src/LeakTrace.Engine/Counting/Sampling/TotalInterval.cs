namespace LeakTrace.Engine.Counting.Sampling;

/// <summary>
/// Interval for the true records of all strata together. The statistic is the expansion estimate Σ N·x/n. A total is kept where neither tail
/// of the statistic's exact distribution falls below half the error; the distribution is taken at the most likely division of that total among
/// the strata, small samples drawn towards the share of all (<see cref="LikelyDivision"/>). Wendell and Schmee (1996) take the division with the largest tail instead, which is feasible for three strata at most and
/// wider; taking the profile (Kabaila and Lloyd 1997) is feasible for hundreds.
/// </summary>
public sealed class TotalInterval
{
    // The statistic counts in units of about so much of the whole; the distribution is exact for the weights so rounded.
    const int Units = 4096;
    const double Negligible = 1e-17;
    const double EqualWeights = 1e-9;

    readonly List<SampleCount> _sampled = [];
    readonly int[] _weights;
    readonly LikelyDivision _division;
    readonly long[] _parts;
    readonly int _observed;
    readonly long _certain;
    readonly long _unknown;
    double[] _current = [1];
    double[] _next = [];

    TotalInterval(IReadOnlyList<SampleCount> strata)
    {
        foreach (var stratum in strata)
        {
            if (stratum.Verified == stratum.Population)
            {
                _certain += stratum.True;
            }
            else if (stratum.Verified == 0)
            {
                _unknown += stratum.Population;
            }
            else
            {
                _sampled.Add(stratum);
            }
        }

        _weights = Weights(_sampled);
        _division = new LikelyDivision(_sampled);
        _parts = new long[_sampled.Count];
        for (var s = 0; s < _sampled.Count; s++)
        {
            _observed += _weights[s] * _sampled[s].True;
        }
    }

    /// <summary>The interval. A stratum of which nothing was verified may be all true or all untrue.</summary>
    /// <param name="strata">Samples of the strata, drawn independently.</param>
    /// <param name="confidence">Such as 0.95.</param>
    public static CountInterval Of(IReadOnlyList<SampleCount> strata, double confidence = 0.95)
    {
        var interval = new TotalInterval(strata);
        var (low, high) = interval._sampled.Count switch
        {
            0 => new CountInterval(0, 0),
            1 => StratumInterval.Of(interval._sampled[0], confidence),
            _ => interval.Search((1 - confidence) / 2),
        };
        return new CountInterval(low + interval._certain, high + interval._certain + interval._unknown);
    }

    CountInterval Search(double error)
    {
        long least = _division.Least, most = _division.Most;
        var estimate = least;
        foreach (var stratum in _sampled)
        {
            estimate += (long)Math.Round((double)stratum.True * stratum.Population / stratum.Verified) - stratum.True;
        }

        estimate = Math.Clamp(estimate, least, most);

        // Along the path every stratum only grows, and with it the upper tail: bisection is safe.
        var (from, to) = (least, estimate);
        while (from < to)
        {
            var middle = from + (to - from) / 2;
            (from, to) = AtLeast(middle) > error ? (from, middle) : (middle + 1, to);
        }

        var low = from;
        (from, to) = (estimate, most);
        while (from < to)
        {
            var middle = from + (to - from + 1) / 2;
            (from, to) = AtMost(middle) > error ? (middle, to) : (from, middle - 1);
        }

        return new CountInterval(low, from);
    }

    double AtLeast(long total)
    {
        var (start, length) = Distribute(total);
        double sum = 0;
        for (var i = length - 1; i >= 0 && start + i >= _observed; i--)
        {
            sum += _current[i];
        }

        return sum;
    }

    double AtMost(long total)
    {
        var (start, length) = Distribute(total);
        double sum = 0;
        for (var i = 0; i < length && start + i <= _observed; i++)
        {
            sum += _current[i];
        }

        return sum;
    }

    /// <summary>Makes the distribution of the statistic for a total; returns its least value and its length.</summary>
    (int Start, int Length) Distribute(long total)
    {
        _division.Divide(total, _parts);
        int start = 0, length = 1;
        _current[0] = 1;
        for (var s = 0; s < _sampled.Count; s++)
        {
            var counts = new HypergeometricCounts(_sampled[s].Population, _parts[s], _sampled[s].Verified);
            var longer = length + _weights[s] * (counts.Probabilities.Length - 1);
            if (_next.Length < longer)
            {
                Array.Resize(ref _next, longer * 2);
            }

            _next.AsSpan(0, longer).Clear();
            for (var k = 0; k < counts.Probabilities.Length; k++)
            {
                var probability = counts.Probabilities[k];
                var target = _next.AsSpan(k * _weights[s], length);
                var source = _current.AsSpan(0, length);
                for (var i = 0; i < source.Length; i++)
                {
                    target[i] += source[i] * probability;
                }
            }

            (_current, _next) = (_next, _current);
            start += _weights[s] * counts.First;
            length = Trim(longer, ref start);
        }

        return (start, length);
    }

    /// <summary>Leaves out what is negligible at both ends.</summary>
    int Trim(int length, ref int start)
    {
        var first = 0;
        while (first < length - 1 && _current[first] < Negligible)
        {
            first++;
        }

        while (length > first + 1 && _current[length - 1] < Negligible)
        {
            length--;
        }

        if (first > 0)
        {
            _current.AsSpan(first, length - first).CopyTo(_current);
            start += first;
        }

        return length - first;
    }

    /// <summary>Records that a sampled one stands for, in units.</summary>
    static int[] Weights(List<SampleCount> strata)
    {
        double population = 0, least = double.MaxValue, most = 0;
        foreach (var stratum in strata)
        {
            var weight = (double)stratum.Population / stratum.Verified;
            population += stratum.Population;
            least = Math.Min(least, weight);
            most = Math.Max(most, weight);
        }

        var weights = new int[strata.Count];
        for (var s = 0; s < weights.Length; s++)
        {
            var weight = (double)strata[s].Population / strata[s].Verified;
            weights[s] = most - least <= EqualWeights * most ? 1 : Math.Max(1, (int)Math.Round(weight * Units / population));
        }

        return weights;
    }
}
