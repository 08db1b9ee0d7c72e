namespace LeakTrace.Engine.Attribution;

/// <summary>
/// The likelihood log L = Σ seized·log(1 − e^(−η)) − Σ unseized·θ, η the sum of θ over a set, over units (holders with
/// the same people are one
/// unit), sparse by set and by unit. It is concave: the maximum is one, apart from directions that no person sees.
/// </summary>
sealed class HazardProblem
{
    internal HazardProblem(int unitCount, int[] setStart, int[] setUnits, double[] seized, double[] unseized)
    {
        SetStart = setStart;
        SetUnits = setUnits;
        Seized = seized;
        Unseized = unseized;
        UnitStart = new int[unitCount + 1];
        foreach (var unit in setUnits)
        {
            UnitStart[unit + 1]++;
        }
        for (var unit = 0; unit < unitCount; unit++)
        {
            UnitStart[unit + 1] += UnitStart[unit];
        }
        UnitSets = new int[setUnits.Length];
        UnitSeized = new double[unitCount];
        var next = UnitStart.AsSpan(0, unitCount).ToArray();
        for (var set = 0; set < seized.Length; set++)
        {
            foreach (var unit in Units(set))
            {
                UnitSets[next[unit]++] = set;
                UnitSeized[unit] += seized[set];
            }
        }
    }

    internal int UnitCount => Unseized.Length;

    internal int SetCount => Seized.Length;

    internal int[] SetStart { get; }

    internal int[] SetUnits { get; }

    internal int[] UnitStart { get; }

    internal int[] UnitSets { get; }

    /// <summary>Weight of each set.</summary>
    internal double[] Seized { get; }

    /// <summary>Seized people of each unit.</summary>
    internal double[] UnitSeized { get; }

    /// <summary>Unseized people of each unit.</summary>
    internal double[] Unseized { get; }

    internal ReadOnlySpan<int> Units(int set) => SetUnits.AsSpan(SetStart[set], SetStart[set + 1] - SetStart[set]);

    internal ReadOnlySpan<int> Sets(int unit) => UnitSets.AsSpan(UnitStart[unit], UnitStart[unit + 1] - UnitStart[unit]);

    /// <summary>Sum of a vector over units for each set.</summary>
    internal void SumBySet(double[] byUnit, double[] bySet)
    {
        var units = SetUnits;
        var start = SetStart;
        for (var set = 0; set < bySet.Length; set++)
        {
            var sum = 0.0;
            for (var k = start[set]; k < start[set + 1]; k++)
            {
                sum += byUnit[units[k]];
            }
            bySet[set] = sum;
        }
    }

    /// <summary>Log-likelihood, minus infinity where a seized person has no hazard.</summary>
    internal double LogLikelihood(double[] hazards, double[] totals)
    {
        var sum = 0.0;
        for (var set = 0; set < totals.Length; set++)
        {
            sum += Seized[set] * Math.Log(NoisyOr.Probability(totals[set]));
        }
        for (var unit = 0; unit < hazards.Length; unit++)
        {
            sum -= Unseized[unit] * hazards[unit];
        }
        return sum;
    }
}
