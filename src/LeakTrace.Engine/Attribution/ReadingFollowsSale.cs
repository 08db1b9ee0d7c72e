namespace LeakTrace.Engine.Attribution;

/// <summary>
/// Does reading follow the sale? Within source and month the seized people among an account's reads are hypergeometric
/// if reading and sale have nothing to
/// do with each other; their sum over strata is tested, one-sided, with mid-p. It does not say who sold: colleagues of
/// an insider show it too.
/// </summary>
/// <remarks>
/// The sum's distribution is the convolution of the strata's, each tilted by e^(θx) so that the sum centres on what was
/// observed: a tail of 10⁻³⁰ then
/// comes out with the same relative accuracy as one of ½. Of a tilted stratum only what is above 10⁻¹⁸ of its peak is
/// kept, which leaves
/// a relative error below 10⁻¹². Where even that would cost more than <see cref="ConvolutionBudget"/> multiplications
/// the standard deviation is in the hundreds, and the
/// saddlepoint formula of Lugannani &amp; Rice (1980), with the lattice correction averaged to mid-p, is within 10⁻³ of
/// it relatively.
/// </remarks>
public static class ReadingFollowsSale
{
    /// <summary>Multiplications that one convolution may cost.</summary>
    public const double ConvolutionBudget = 1e8;

    /// <summary>Tests one account over its strata.</summary>
    /// <exception cref="ArgumentException">A stratum's counts contradict each other.</exception>
    public static ReadingTest Test(ReadOnlySpan<ReadingStratum> strata) => Test(strata, ConvolutionBudget);

    internal static ReadingTest Test(ReadOnlySpan<ReadingStratum> strata, double budget)
    {
        var laws = new List<Hypergeometric>();
        var observed = 0;
        var expected = 0.0;
        var certain = 0;
        foreach (var stratum in strata)
        {
            Check(stratum);
            observed += stratum.SeizedRead;
            if (stratum.People > 0)
            {
                expected += (double)stratum.Read * stratum.Seized / stratum.People;
            }
            var law = new Hypergeometric(stratum);
            if (law.Largest > law.Smallest)
            {
                laws.Add(law);
            }
            else
            {
                certain += law.Smallest;
            }
        }
        return new ReadingTest(observed, expected, laws.Count == 0 ? 0.5 : MidP(laws, observed - certain, budget));
    }

    static double MidP(List<Hypergeometric> laws, int observed, double budget)
    {
        var smallest = 0;
        var largest = 0;
        foreach (var law in laws)
        {
            smallest += law.Smallest;
            largest += law.Largest;
        }
        var (tilt, cumulants) = Tilt(laws, observed, smallest, largest);
        var inside = observed > smallest && observed < largest;
        if (inside && Cost(laws, Math.Max(0, tilt)) > budget)
        {
            return Saddlepoint.MidP(tilt, cumulants, observed);
        }
        return Convolve(laws, observed, Math.Max(0, tilt));
    }

    /// <summary>The tilt whose mean is what was observed.</summary>
    static (double Tilt, Cumulants Cumulants) Tilt(List<Hypergeometric> laws, int observed, int smallest, int largest)
    {
        var low = observed > smallest ? -Hypergeometric.LargestTilt : 0;
        var high = observed < largest ? Hypergeometric.LargestTilt : 0;
        if (observed <= smallest || observed >= largest)
        {
            var end = observed >= largest ? Hypergeometric.LargestTilt : 0;
            return (end, default);
        }
        var tilt = 0.0;
        var cumulants = Sum(laws, tilt);
        for (var iteration = 0; iteration < 200; iteration++)
        {
            var gap = observed - cumulants.Mean;
            if (Math.Abs(gap) <= 1e-9 * Math.Sqrt(cumulants.Variance))
            {
                break;
            }
            (low, high) = gap > 0 ? (tilt, high) : (low, tilt);
            var next = tilt + gap / cumulants.Variance;
            tilt = next > low && next < high ? next : (low + high) / 2;
            cumulants = Sum(laws, tilt);
            if (high - low < 1e-12)
            {
                break;
            }
        }
        return (tilt, cumulants);
    }

    static Cumulants Sum(List<Hypergeometric> laws, double tilt)
    {
        var sum = default(Cumulants);
        foreach (var law in laws)
        {
            sum += law.Tilted(tilt);
        }
        return sum;
    }

    static double Cost(List<Hypergeometric> laws, double tilt)
    {
        double width = 0;
        double cost = 0;
        foreach (var law in laws)
        {
            var (first, last) = law.Kept(tilt);
            cost += (width + 1) * (last - first + 1);
            width += last - first;
        }
        return cost;
    }

    static double Convolve(List<Hypergeometric> laws, int observed, double tilt)
    {
        double[] sum = [1];
        var offset = 0;
        var logScale = 0.0;
        foreach (var law in laws)
        {
            var (first, last) = law.Kept(tilt);
            var factors = law.TiltedProbabilities(tilt, first, last);
            logScale += law.Tilted(tilt).Log;
            offset += first;
            var next = new double[sum.Length + last - first];
            for (var a = 0; a < sum.Length; a++)
            {
                var left = sum[a];
                var target = next.AsSpan(a, factors.Length);
                for (var b = 0; b < factors.Length; b++)
                {
                    target[b] += left * factors[b];
                }
            }
            sum = next;
        }
        var tail = 0.0;
        for (var k = sum.Length - 1; k >= 0 && k + offset >= observed; k--)
        {
            var above = k + offset - observed;
            tail += (above == 0 ? 0.5 : 1) * sum[k] * Math.Exp(-tilt * above);
        }
        return Math.Min(1, tail * Math.Exp(logScale - tilt * observed));
    }

    static void Check(ReadingStratum stratum)
    {
        var (people, seized, read, seizedRead) = stratum;
        if (seized < 0 || read < 0 || seized > people || read > people || seizedRead > Math.Min(seized, read)
            || seizedRead < Math.Max(0, (long)seized + read - people))
        {
            throw new ArgumentException(
                $"{seizedRead} seized among {read} reads cannot be: the stratum has {seized} seized of {people} people.", nameof(stratum));
        }
    }
}
