namespace LeakTrace.Engine.Attribution;

/// <summary>
/// The distribution of seized people among an account's reads in one stratum, and its tilts. Probabilities come by
/// their ratios from the mode outwards,
/// which loses nothing to differences of large log-factorials.
/// </summary>
sealed class Hypergeometric
{
    internal const double LargestTilt = 200;

    const double Negligible = 1e-18;

    readonly double[] _logs;

    internal Hypergeometric(ReadingStratum stratum)
    {
        var (people, seized, read, _) = stratum;
        Smallest = (int)Math.Max(0, (long)seized + read - people);
        Largest = Math.Min(seized, read);
        _logs = new double[Largest - Smallest + 1];
        var mode = (int)Math.Clamp((read + 1.0) * (seized + 1.0) / (people + 2.0), Smallest, Largest);
        var total = 1.0;
        var relative = 1.0;
        for (var x = mode; x < Largest; x++)
        {
            var ratio = (double)(seized - x) * (read - x) / ((x + 1.0) * ((double)people - seized - read + x + 1));
            _logs[x + 1 - Smallest] = _logs[x - Smallest] + Math.Log(ratio);
            relative *= ratio;
            total += relative;
        }
        relative = 1.0;
        for (var x = mode; x > Smallest; x--)
        {
            var ratio = x * ((double)people - seized - read + x) / ((seized - x + 1.0) * (read - x + 1.0));
            _logs[x - 1 - Smallest] = _logs[x - Smallest] + Math.Log(ratio);
            relative *= ratio;
            total += relative;
        }
        var logTotal = Math.Log(total);
        foreach (ref var log in _logs.AsSpan())
        {
            log -= logTotal;
        }
    }

    internal int Smallest { get; }

    internal int Largest { get; }

    internal Cumulants Tilted(double tilt)
    {
        var peak = Peak(tilt);
        var centre = (double)peak + Smallest;
        var top = Log(peak, tilt);
        double mass = 0, first = 0, second = 0, third = 0;
        var (from, to) = Kept(tilt);
        for (var x = from; x <= to; x++)
        {
            var weight = Math.Exp(Log(x - Smallest, tilt) - top);
            var gap = x - centre;
            mass += weight;
            first += weight * gap;
            second += weight * gap * gap;
            third += weight * gap * gap * gap;
        }
        first /= mass;
        second /= mass;
        third /= mass;
        var variance = second - first * first;
        return new Cumulants(top + Math.Log(mass), centre + first, variance, third - 3 * first * second + 2 * first * first * first);
    }

    /// <summary>First and last count that are not negligible beside the peak of the tilted distribution.</summary>
    internal (int First, int Last) Kept(double tilt)
    {
        var peak = Peak(tilt);
        var limit = Log(peak, tilt) + Math.Log(Negligible);
        var first = peak;
        while (first > 0 && Log(first - 1, tilt) >= limit)
        {
            first--;
        }
        var last = peak;
        while (last < _logs.Length - 1 && Log(last + 1, tilt) >= limit)
        {
            last++;
        }
        return (first + Smallest, last + Smallest);
    }

    internal double[] TiltedProbabilities(double tilt, int first, int last)
    {
        var log = Tilted(tilt).Log;
        var probabilities = new double[last - first + 1];
        for (var k = 0; k < probabilities.Length; k++)
        {
            probabilities[k] = Math.Exp(Log(first + k - Smallest, tilt) - log);
        }
        return probabilities;
    }

    double Log(int index, double tilt) => _logs[index] + tilt * (index + Smallest);

    /// <summary>The tilted distribution is log-concave: its peak is where its steps change sign.</summary>
    int Peak(double tilt)
    {
        var low = 0;
        var high = _logs.Length - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_logs[middle + 1] - _logs[middle] + tilt > 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }
        return low;
    }
}
