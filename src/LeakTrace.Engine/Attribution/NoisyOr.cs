namespace LeakTrace.Engine.Attribution;

/// <summary>What one person contributes to the likelihood, as functions of its total hazard η.</summary>
static class NoisyOr
{
    /// <summary>1 − e^(−η), the probability of being seized, without cancellation at small hazards.</summary>
    internal static double Probability(double hazard)
    {
        // Six terms leave less than one unit in the last place below this limit; above it the difference loses two
        // digits at most.
        if (hazard < 0.01)
        {
            return hazard * (1 - hazard / 2 * (1 - hazard / 3 * (1 - hazard / 4 * (1 - hazard / 5 * (1 - hazard / 6)))));
        }
        return 1 - Math.Exp(-hazard);
    }

    /// <summary>−log(1 − λ), the hazard of a leak rate, at most <see cref="LeakRateOptions.LargestHazard"/>.</summary>
    internal static double Hazard(double rate)
    {
        if (rate < 1e-4)
        {
            return rate * (1 + rate / 2 * (1 + rate * 2 / 3));
        }
        return rate >= 1 ? LeakRateOptions.LargestHazard : Math.Min(-Math.Log(1 - rate), LeakRateOptions.LargestHazard);
    }

    /// <summary>Slope and negative curvature of log(1 − e^(−η)); infinite at zero.</summary>
    internal static void Derivatives(double hazard, out double slope, out double curvature)
    {
        var probability = Probability(hazard);
        slope = (1 - probability) / probability;
        curvature = slope / probability;
    }
}
