namespace LeakTrace.Engine.Attribution;

/// <summary>
/// What is left of a log-likelihood ratio when chance is taken off: nobody else leaks without evidence, and the rate was not
/// known beforehand.
/// </summary>
/// <remarks>
/// Two things lift the plain ratio of the innocent above its nominal law, ½χ²₀ + ½χ²₁. Everybody else may take a small rate
/// wherever chance lies above the background, so that the background falls to the lower half of the holders, and whoever lies
/// highest is held against that; 15 innocent sources exceeded 6 bits four times as often as they should. And the ratio is that
/// of the best rate, which has to be picked first.
/// So holders with less than <see cref="LeastBits"/> are taken to have leaked nothing while the others are judged, which is held to
/// its law by simulation, and the likelihood is integrated over a rate of which nothing is known (uniform from 0 to 1) instead
/// of taken at its best: a Bayes factor (Kass &amp; Raftery 1995), by Laplace's approximation.
/// </remarks>
static class SoberEvidence
{
    /// <summary>Holders with less are taken to have leaked nothing while others are judged.</summary>
    internal const double LeastBits = 3;

    /// <summary>√(2π) / (2 · 1.96): area under a normal curve of height one, for each unit of its 95 % interval.</summary>
    const double AreaOfInterval = 0.6394536;

    /// <summary>Units that show no evidence of their own, backgrounds never.</summary>
    /// <param name="units">The units.</param>
    /// <param name="loss">Log-likelihood lost without each, in natural units.</param>
    internal static bool[] Absent(HolderUnits units, double[] loss)
    {
        var absent = new bool[loss.Length];
        for (var unit = 0; unit < loss.Length; unit++)
        {
            absent[unit] = units.Background[unit] < 0 && loss[unit] < LeastBits * Math.Log(2);
        }
        return absent;
    }

    /// <summary>Evidence in bits, zero at least.</summary>
    /// <param name="loss">Log-likelihood lost without the holder, in natural units.</param>
    /// <param name="low">Lower end of the 95 % interval of the leak rate.</param>
    /// <param name="high">Upper end.</param>
    internal static double Bits(double loss, double low, double high) =>
        loss > 0 ? Math.Max(0, (loss + Math.Log(Math.Min(1, AreaOfInterval * (high - low)))) / Math.Log(2)) : 0;
}
