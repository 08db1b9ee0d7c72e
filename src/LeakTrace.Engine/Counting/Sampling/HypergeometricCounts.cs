namespace LeakTrace.Engine.Counting.Sampling;

/// <summary>
/// How many true records a sample holds, drawn without replacement from a population of which some are true. Probabilities come by
/// their ratios from the most likely number outwards; those below 10⁻¹⁸ of it are left out.
/// </summary>
readonly struct HypergeometricCounts
{
    const double Negligible = 1e-18;

    readonly double[] _probabilities;

    /// <summary>The distribution.</summary>
    /// <param name="population">Records.</param>
    /// <param name="trueRecords">True ones among them.</param>
    /// <param name="sample">Records drawn.</param>
    public HypergeometricCounts(long population, long trueRecords, int sample)
    {
        var least = (int)Math.Max(0, sample + trueRecords - population);
        var most = (int)Math.Min(sample, trueRecords);
        var mode = (int)Math.Clamp((long)((sample + 1.0) * (trueRecords + 1.0) / (population + 2.0)), least, most);
        int first = mode, last = mode;
        var total = 1.0;
        for (var relative = 1.0; first > least; first--, total += relative)
        {
            relative *= Down(population, trueRecords, sample, first);
            if (relative < Negligible)
            {
                break;
            }
        }

        for (var relative = 1.0; last < most; last++, total += relative)
        {
            relative *= Up(population, trueRecords, sample, last);
            if (relative < Negligible)
            {
                break;
            }
        }

        First = first;
        _probabilities = new double[last - first + 1];
        _probabilities[mode - first] = 1 / total;
        for (var x = mode; x > first; x--)
        {
            _probabilities[x - 1 - first] = _probabilities[x - first] * Down(population, trueRecords, sample, x);
        }

        for (var x = mode; x < last; x++)
        {
            _probabilities[x + 1 - first] = _probabilities[x - first] * Up(population, trueRecords, sample, x);
        }
    }

    /// <summary>Least number that is not negligible.</summary>
    public int First { get; }

    /// <summary>Probabilities from <see cref="First"/> on.</summary>
    public ReadOnlySpan<double> Probabilities => _probabilities;

    /// <summary>P(at most so many).</summary>
    public double AtMost(int x)
    {
        double sum = 0;
        for (var i = 0; i < _probabilities.Length && First + i <= x; i++)
        {
            sum += _probabilities[i];
        }

        return Math.Min(1, sum);
    }

    /// <summary>P(at least so many).</summary>
    public double AtLeast(int x)
    {
        double sum = 0;
        for (var i = _probabilities.Length - 1; i >= 0 && First + i >= x; i--)
        {
            sum += _probabilities[i];
        }

        return Math.Min(1, sum);
    }

    static double Up(long population, long trueRecords, int sample, int x) =>
        (sample - x) * (double)(trueRecords - x) / ((x + 1.0) * (population - trueRecords - sample + x + 1.0));

    static double Down(long population, long trueRecords, int sample, int x) =>
        x * (population - trueRecords - sample + (double)x) / ((sample - x + 1.0) * (trueRecords - x + 1.0));
}
