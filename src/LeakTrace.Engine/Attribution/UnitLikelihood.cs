namespace LeakTrace.Engine.Attribution;

/// <summary>
/// The likelihood along one unit's hazard, all others as they stand: it touches only the sets of that unit.
/// </summary>
static class UnitLikelihood
{
    /// <summary>The best hazard of the unit given the others.</summary>
    /// <param name="problem">The likelihood.</param>
    /// <param name="totals">η of each set at the present hazards.</param>
    /// <param name="unit">The unit to move.</param>
    /// <param name="hazard">Its present hazard, part of <paramref name="totals"/>.</param>
    /// <param name="slope">Derivative at the present hazard.</param>
    internal static double Maximum(HazardProblem problem, double[] totals, int unit, double hazard, out double slope)
    {
        slope = Slope(problem, totals, unit, 0, out _);
        if (slope < 0 && Slope(problem, totals, unit, -hazard, out _) <= 0)
        {
            return 0;
        }
        if (slope > 0 && Slope(problem, totals, unit, LeakRateOptions.LargestHazard - hazard, out _) >= 0)
        {
            return LeakRateOptions.LargestHazard;
        }
        // The slope is convex and falls: Newton's method from below rises to the root without passing it; from above,
        // bisection finds a start below.
        var low = slope >= 0 ? hazard : 0;
        var high = slope >= 0 ? LeakRateOptions.LargestHazard : hazard;
        var at = hazard;
        var value = slope;
        for (var iteration = 0; iteration < 100; iteration++)
        {
            value = Slope(problem, totals, unit, at - hazard, out var curvature);
            if (value >= 0)
            {
                low = at;
            }
            else
            {
                high = at;
            }
            var next = at + value / curvature;
            if (!(next > low && next < high))
            {
                next = value >= 0 ? low : low + (high - low) / 8;
            }
            if (Math.Abs(next - at) <= 1e-12 * at)
            {
                return next;
            }
            at = next;
        }
        return at;
    }

    /// <summary>What log-likelihood changes by when the unit's hazard moves by <paramref name="shift"/>.</summary>
    internal static double Change(HazardProblem problem, double[] totals, int unit, double shift)
    {
        var sum = -problem.Unseized[unit] * shift;
        foreach (var set in problem.Sets(unit))
        {
            var moved = NoisyOr.Probability(Math.Max(0, totals[set] + shift));
            sum += problem.Seized[set] * Math.Log(moved / NoisyOr.Probability(totals[set]));
        }
        return sum;
    }

    static double Slope(HazardProblem problem, double[] totals, int unit, double shift, out double curvature)
    {
        var sum = -problem.Unseized[unit];
        curvature = 0;
        foreach (var set in problem.Sets(unit))
        {
            NoisyOr.Derivatives(Math.Max(0, totals[set] + shift), out var slope, out var bend);
            sum += problem.Seized[set] * slope;
            curvature += problem.Seized[set] * bend;
        }
        return sum;
    }
}
