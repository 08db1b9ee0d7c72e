using MathNet.Numerics;

namespace LeakTrace.Engine.Attribution;

/// <summary>
/// Tail probability of a sum of many counts from its cumulants (Lugannani &amp; Rice 1980; lattice form Daniels 1987).
/// </summary>
static class Saddlepoint
{
    const double NearMean = 1e-3;

    /// <summary>P(more than observed) + ½ P(as many).</summary>
    /// <param name="tilt">θ with K′(θ) = observed.</param>
    /// <param name="at">Cumulants at θ.</param>
    /// <param name="observed">The count.</param>
    internal static double MidP(double tilt, Cumulants at, int observed)
    {
        var deviation = Math.Sqrt(at.Variance);
        var normal = Math.Sqrt(Math.Max(0, 2 * (tilt * observed - at.Log))) * Math.Sign(tilt);
        var density = Math.Exp(-normal * normal / 2) / Constants.Sqrt2Pi;
        if (Math.Abs(normal) < NearMean)
        {
            // The formula's limit at the mean, where it is a difference of two infinities.
            return 0.5 - density * (normal + at.Third / (6 * deviation * deviation * deviation));
        }
        // Counting all of the observed value gives 1 / (1 − e^(−θ)), none of it 1 / (e^θ − 1); mid-p is their mean, ½
        // coth(θ/2).
        var lattice = 1 / (2 * Math.Tanh(tilt / 2) * deviation);
        return SpecialFunctions.Erfc(normal / Constants.Sqrt2) / 2 + density * (lattice - 1 / normal);
    }
}
