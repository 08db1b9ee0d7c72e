using MathNet.Numerics;

namespace LeakTrace.Engine.Attribution;

/// <summary>
/// The likelihood-ratio test of a rate that cannot be negative: at the boundary the statistic is zero half of the time
/// and χ²₁ otherwise
/// (Self &amp; Liang 1987).
/// </summary>
public static class BoundaryTest
{
    /// <summary>Probability of at least this evidence from a holder that leaked nothing: ½χ²₀ + ½χ²₁.</summary>
    /// <param name="logLikelihoodRatioBits">log2 of the likelihood ratio; the statistic is 2·ln 2 times it.</param>
    public static double PValue(double logLikelihoodRatioBits) =>
        logLikelihoodRatioBits > 0 ? SpecialFunctions.Erfc(Math.Sqrt(logLikelihoodRatioBits * Math.Log(2))) / 2 : 1;
}
