using LeakTrace.Engine.Attribution;

namespace LeakTrace.Tests.Reference;

/// <summary>
/// The noisy OR fitted as slowly and plainly as can be: each hazard in turn is bisected to the root of its own score
/// until nothing moves.
/// </summary>
static class ReferenceLeakRates
{
    const double Largest = 40;

    internal static (double[] Hazards, double LogLikelihood) Fit(HolderSets sets, params int[] without)
    {
        var hazards = new double[sets.HolderCount];
        Array.Fill(hazards, 0.1);
        foreach (var holder in without)
        {
            hazards[holder] = 0;
        }
        var before = double.NegativeInfinity;
        for (var sweep = 0; sweep < 20_000; sweep++)
        {
            for (var holder = 0; holder < hazards.Length; holder++)
            {
                if (!without.Contains(holder))
                {
                    hazards[holder] = Best(sets, hazards, holder);
                }
            }
            var after = LogLikelihood(sets, hazards);
            if (sweep % 50 == 49)
            {
                if (after - before < 1e-13)
                {
                    break;
                }
                before = after;
            }
        }
        return (hazards, LogLikelihood(sets, hazards));
    }

    /// <summary>The maximum with one hazard at a value.</summary>
    internal static double ProfileAt(HolderSets sets, int holder, double value)
    {
        var hazards = new double[sets.HolderCount];
        Array.Fill(hazards, 0.1);
        hazards[holder] = value;
        for (var sweep = 0; sweep < 200; sweep++)
        {
            for (var other = 0; other < hazards.Length; other++)
            {
                if (other != holder)
                {
                    hazards[other] = Best(sets, hazards, other);
                }
            }
        }
        return LogLikelihood(sets, hazards);
    }

    internal static double LogLikelihood(HolderSets sets, double[] hazards)
    {
        var sum = 0.0;
        for (var set = 0; set < sets.Sets.Length; set++)
        {
            if (sets.Seized[set] > 0)
            {
                sum += sets.Seized[set] * Math.Log(1 - Math.Exp(-sets.Sets[set].Sum(holder => hazards[holder])));
            }
        }
        for (var holder = 0; holder < hazards.Length; holder++)
        {
            sum -= sets.Unseized[holder] * hazards[holder];
        }
        return sum;
    }

    static double Best(HolderSets sets, double[] hazards, int holder)
    {
        var low = 0.0;
        var high = Largest;
        for (var halving = 0; halving < 60; halving++)
        {
            var middle = (low + high) / 2;
            if (Score(sets, hazards, holder, middle) > 0)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }
        return low < 1e-12 ? 0 : low;
    }

    static double Score(HolderSets sets, double[] hazards, int holder, double value)
    {
        var score = -sets.Unseized[holder];
        for (var set = 0; set < sets.Sets.Length; set++)
        {
            if (sets.Seized[set] > 0 && sets.Sets[set].Contains(holder))
            {
                var total = sets.Sets[set].Sum(other => other == holder ? value : hazards[other]);
                score += sets.Seized[set] / (Math.Exp(total) - 1);
            }
        }
        return score;
    }
}
