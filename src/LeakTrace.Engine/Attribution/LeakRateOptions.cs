namespace LeakTrace.Engine.Attribution;

/// <summary>
/// How exactly and for whom <see cref="LeakRateModel"/> computes evidence and intervals. The defaults are those of a
/// trace.
/// </summary>
public sealed record LeakRateOptions
{
    /// <summary>
    /// Largest hazard: e^−40 is below the resolution of a leak rate, so that a holder of whom nobody was left behind
    /// has rate 1.
    /// </summary>
    public const double LargestHazard = 40;

    /// <summary>
    /// Evidence is refitted exactly from this many bits on. Below, the figure is an upper bound from a feasible point
    /// without the holder, itself
    /// below this number.
    /// </summary>
    public double ExactFromBits { get; init; } = 2;

    /// <summary>
    /// So many holders, by descending evidence, get profile-likelihood intervals; the others' come from score and
    /// curvature at the maximum.
    /// </summary>
    public int ProfiledHolders { get; init; } = 100;

    /// <summary>
    /// Holders whose seized people overlap by at least this share of their union, and whose unseized people are as many
    /// within the same
    /// share, form one group: their evidence is what is lost without all of them. One or more: only identical holders
    /// do.
    /// </summary>
    public double IndistinguishableOverlap { get; init; } = 0.98;

    /// <summary>Whether <see cref="LeakRateFit.EvidenceBits"/> is worked out, which takes a further fit; else it is zero.</summary>
    public bool HasEvidence { get; init; } = true;

    /// <summary>Convergence: what a further step would gain, in natural units of log-likelihood.</summary>
    public double Tolerance { get; init; } = 1e-9;

    /// <summary>The same for refits around the maximum: it bounds the error of evidence, in natural units.</summary>
    public double RefitTolerance { get; init; } = 1e-3;

    /// <summary>Most Newton steps of one fit.</summary>
    public int MaximumIterations { get; init; } = 200;

    /// <summary>Most threads; −1 for all. The result does not depend on it.</summary>
    public int Threads { get; init; } = -1;
}
