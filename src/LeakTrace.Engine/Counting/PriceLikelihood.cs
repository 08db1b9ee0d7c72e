namespace LeakTrace.Engine.Counting;

/// <summary>How likely what was paid is, given the prices of what was delivered since the last payment.</summary>
/// <remarks>
/// The logarithm of paid by owed is normal, with the noise and what rounding of the amount adds; of a tenth of the settlements it is normal
/// about a factor of one and a half, and a hundredth fit nothing and are spread evenly over a factor of twenty either way. A payment is for everything since the last one, or, where another one
/// is missing from the evidence, for the last deliveries only; or the payments but the last few pay for all.
/// </remarks>
/// <param name="noise">Standard deviation of the logarithm of an amount.</param>
sealed class PriceLikelihood(double noise)
{
    const double OffShare = 0.1;
    const double OffNoise = 0.4;
    const double StrayShare = 0.01;
    const double StrayDensity = StrayShare / 6;
    const double PartShare = 1.0 / 3;
    static readonly double _normal = Math.Sqrt(2 * Math.PI);

    /// <summary>Standard deviation of the logarithm of an amount.</summary>
    public double Noise { get; } = noise;

    /// <summary>Greatest density that a settlement can have.</summary>
    public double Peak { get; } = ((1 - OffShare - StrayShare) / (noise * _normal)) + (OffShare / (OffNoise * _normal)) + StrayDensity;

    /// <summary>Whether a settlement says anything of a price.</summary>
    public static bool IsTelling(Settlement settlement) => settlement.Rows > 0 && settlement.Amount > 0;

    /// <summary>Misfit of a settlement, at least 0: minus the logarithm of its density by <see cref="Peak"/>.</summary>
    /// <param name="settlement">Deliveries and payments.</param>
    /// <param name="before">Price of the deliveries before <paramref name="split"/>.</param>
    /// <param name="after">Price of the rest.</param>
    /// <param name="split">Number of a delivery.</param>
    public double Misfit(Settlement settlement, double before, double after, int split) =>
        -Math.Log(Density(settlement, before, after, split) / Peak);

    /// <summary>Density of a settlement; <see cref="Peak"/> of one that tells nothing.</summary>
    public double Density(Settlement settlement, double before, double after, int split)
    {
        if (!IsTelling(settlement))
        {
            return Peak;
        }

        int deliveries = settlement.Deliveries.Count, ways = deliveries + settlement.Payments.Count - 2;
        var all = (double)settlement.Amount;
        double owed = 0, parts = 0;
        for (var d = deliveries - 1; d >= 0; d--)
        {
            owed += settlement.Deliveries[d].Rows * (d < split ? before : after);
            parts += d > 0 ? Density(all, owed) : 0;
        }

        var paid = 0.0;
        for (var p = 0; p < settlement.Payments.Count - 1; p++)
        {
            paid += (double)settlement.Payments[p].Amount;
            parts += Density(paid, owed);
        }

        var whole = Density(all, owed);
        return ways == 0 ? whole : ((1 - PartShare) * whole) + (PartShare / ways * parts);
    }

    double Density(double paid, double owed)
    {
        if (paid <= 0 || owed <= 0)
        {
            return StrayDensity;
        }

        var rounding = RoundingOf(paid) / paid;
        var variance = (Noise * Noise) + (rounding * rounding / 12);
        var deviation = Math.Log(paid / owed);
        return ((1 - OffShare - StrayShare) * Normal(deviation, variance)) + (OffShare * Normal(deviation, OffNoise * OffNoise)) + StrayDensity;
    }

    static double Normal(double deviation, double variance) =>
        Math.Exp(-deviation * deviation / variance / 2) / (Math.Sqrt(variance) * _normal);

    /// <summary>What an amount was probably rounded to.</summary>
    static double RoundingOf(double amount) => amount % 100 == 0 ? 100 : amount % 10 == 0 ? 10 : 1;
}
