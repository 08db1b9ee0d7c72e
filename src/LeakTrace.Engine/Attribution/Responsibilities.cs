namespace LeakTrace.Engine.Attribution;

/// <summary>Who leaked one person, as shares over its holders that sum to one: θᵢ·fᵢ / Σ θ·f.</summary>
public static class Responsibilities
{
    /// <summary>Fills the share of each holder of one person.</summary>
    /// <param name="holders">Holders of the person in time, elsewhere (0) first.</param>
    /// <param name="hazards">θ of every holder, as fitted.</param>
    /// <param name="copyEvidence">
    /// Factor f ≥ 0 of each entry of <paramref name="holders"/>: how well the seized raw values agree with that
    /// holder's copy, as a likelihood ratio;
    /// empty for none.
    /// </param>
    /// <param name="shares">As long as <paramref name="holders"/>. Where no holder has any hazard, all goes to
    /// elsewhere.</param>
    public static void Share(
        ReadOnlySpan<int> holders, ReadOnlySpan<double> hazards, ReadOnlySpan<double> copyEvidence, Span<double> shares)
    {
        if (shares.Length != holders.Length || (copyEvidence.Length != 0 && copyEvidence.Length != holders.Length))
        {
            throw new ArgumentException("Shares and copy evidence need one entry per holder.", nameof(shares));
        }
        var sum = 0.0;
        for (var k = 0; k < holders.Length; k++)
        {
            shares[k] = hazards[holders[k]] * (copyEvidence.IsEmpty ? 1 : copyEvidence[k]);
            sum += shares[k];
        }
        if (!(sum > 0))
        {
            shares.Clear();
            if (shares.Length > 0)
            {
                shares[0] = 1;
            }
            return;
        }
        foreach (ref var share in shares)
        {
            share /= sum;
        }
    }
}
