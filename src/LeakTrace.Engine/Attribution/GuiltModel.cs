namespace LeakTrace.Engine.Attribution;

/// <summary>
/// The published guilt probability Pr{Gᵢ|S} = 1 − ∏_{t∈S∩Rᵢ}(1 − (1−p)/|V_t|) (Papadimitriou &amp; Garcia-Molina, IEEE
/// TKDE 23(1), 2011), for
/// reference: it saturates at a few dozen shared people and does not know what a holder had that was not seized.
/// </summary>
public static class GuiltModel
{
    /// <summary>Natural logarithm of one person's factor, the probability that this holder did not leak it.</summary>
    /// <param name="holders">|V_t| ≥ 1: holders of the person, backgrounds not counted.</param>
    /// <param name="elsewhere">p: probability that the person was got without any holder.</param>
    public static double LogInnocence(int holders, double elsewhere)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(holders, 1);
        var blame = (1 - elsewhere) / holders;
        // log(1 − x) by its series where 1 − x would lose digits.
        return blame < 1e-5 ? -blame * (1 + blame / 2 * (1 + blame * 2 / 3)) : Math.Log(1 - blame);
    }

    /// <summary>
    /// The guilt probability from the sum of <see cref="LogInnocence"/> over the holder's seized people.
    /// </summary>
    public static double Probability(double logInnocence) => NoisyOr.Probability(-logInnocence);

    /// <summary>The guilt probability of every holder; zero for backgrounds, which the model does not have.</summary>
    public static double[] Probabilities(HolderSets sets, double elsewhere = 0.5)
    {
        var sums = new double[sets.HolderCount];
        for (var set = 0; set < sets.Sets.Length; set++)
        {
            var holders = 0;
            foreach (var holder in sets.Sets[set])
            {
                holders += sets.IsBackground[holder] ? 0 : 1;
            }
            if (holders == 0 || !(sets.Seized[set] > 0))
            {
                continue;
            }
            var factor = LogInnocence(holders, elsewhere) * sets.Seized[set];
            foreach (var holder in sets.Sets[set])
            {
                sums[holder] += sets.IsBackground[holder] ? 0 : factor;
            }
        }
        for (var holder = 0; holder < sums.Length; holder++)
        {
            sums[holder] = Probability(sums[holder]);
        }
        return sums;
    }
}
