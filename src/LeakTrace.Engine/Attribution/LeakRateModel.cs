namespace LeakTrace.Engine.Attribution;

/// <summary>
/// Fits the noisy OR of leak rates: each holder i of a person leaks it independently with rate λᵢ = 1 − e^(−θᵢ), and a
/// person is seized unless nobody did.
/// </summary>
/// <remarks>
/// Maximum likelihood over θ ≥ 0 by Newton's method on the positive hazards (the likelihood is concave in θ), evidence
/// by refitting without the
/// holder, 95 % intervals by profile likelihood. Intervals are two-sided also where the rate is near zero, which is the
/// cautious choice.
/// Small positive rates of the innocent take a part of elsewhere's, so that their plain ratios run above the nominal law;
/// <see cref="SoberEvidence"/> mends that.
/// Persons are taken as independent, the log as complete and matches as right.
/// A person in no register must not be among the sets: elsewhere's rate would count it though nothing counts who else
/// was there.
/// </remarks>
public static class LeakRateModel
{
    /// <summary>Fits all holders jointly.</summary>
    /// <exception cref="ArgumentException">The sets break their contract.</exception>
    public static LeakRateFit Fit(HolderSets sets, LeakRateOptions? options = null)
    {
        options ??= new LeakRateOptions();
        var units = new HolderUnits(sets);
        var problem = units.Problem;
        var maximum = HazardMaximum.Of(problem, options);
        var group = IndistinguishableUnits.Find(units, options.IndistinguishableOverlap);

        var own = new double[problem.UnitCount];
        var joint = new double[problem.UnitCount];
        Evidence(problem, options, maximum, group, own, joint);
        var (low, high) = Intervals(problem, options, maximum, own, joint);
        var sober = options.HasEvidence ? Sober(units, options, group, joint) : new double[problem.UnitCount];

        var fit = new LeakRateFit(
            new double[sets.HolderCount], new double[sets.HolderCount], new double[sets.HolderCount], new double[sets.HolderCount],
            new double[sets.HolderCount], new double[sets.HolderCount], new double[sets.HolderCount], new int[sets.HolderCount],
            maximum.LogLikelihood, maximum.Iterations, maximum.Converged);
        for (var holder = 0; holder < sets.HolderCount; holder++)
        {
            Spread(sets, units, group, maximum.Hazards, low, high, joint, holder, fit);
            var unit = units.UnitOf[holder];
            fit.EvidenceBits[holder] = unit < 0 ? 0 : Math.Min(sober[unit], fit.LogLikelihoodRatioBits[holder]);
        }
        Explain(sets, fit);
        return fit;
    }

    /// <summary>Hazards alone, without evidence and intervals.</summary>
    /// <exception cref="ArgumentException">The sets break their contract.</exception>
    public static double[] FitHazards(HolderSets sets)
    {
        var units = new HolderUnits(sets);
        var maximum = HazardMaximum.Of(units.Problem, new LeakRateOptions());
        var hazards = new double[sets.HolderCount];
        for (var holder = 0; holder < hazards.Length; holder++)
        {
            hazards[holder] = units.HazardOf(holder, maximum.Hazards);
        }
        return hazards;
    }

    static void Evidence(
        HazardProblem problem, LeakRateOptions options, HazardMaximum maximum, int[] group, double[] own, double[] joint)
    {
        InParallel(problem, options, maximum, problem.UnitCount, (profile, unit) =>
        {
            own[unit] = maximum.Hazards[unit] > 0 ? profile.LossWithout([unit]) : 0;
        });
        own.CopyTo(joint, 0);
        InParallel(problem, options, maximum, problem.UnitCount, (profile, unit) =>
        {
            if (group[unit] != unit)
            {
                return;
            }
            var members = new List<int>();
            var positive = false;
            for (var other = unit; other < group.Length; other++)
            {
                if (group[other] == unit)
                {
                    members.Add(other);
                    positive |= maximum.Hazards[other] > 0;
                }
            }
            if (members.Count > 1)
            {
                var loss = positive ? profile.LossWithout([.. members]) : 0;
                foreach (var member in members)
                {
                    joint[member] = loss;
                }
            }
        });
    }

    /// <summary>Evidence of each unit in bits where no other leaks without any, the rate integrated over.</summary>
    static double[] Sober(HolderUnits units, LeakRateOptions options, int[] group, double[] joint)
    {
        var problem = units.Problem;
        var absent = SoberEvidence.Absent(units, joint);
        var sober = HazardMaximum.Of(problem, options, absent);
        var own = new double[joint.Length];
        var left = new double[joint.Length];
        Evidence(problem, options, sober, group, own, left);
        var bits = new double[joint.Length];
        InParallel(problem, options, sober, bits.Length, (profile, unit) =>
        {
            if (!absent[unit])
            {
                var (low, high) = profile.ApproximateInterval(unit, own[unit]);
                bits[unit] = SoberEvidence.Bits(Math.Min(joint[unit], left[unit]), NoisyOr.Probability(low), NoisyOr.Probability(high));
            }
        });
        return bits;
    }

    static (double[] Low, double[] High) Intervals(
        HazardProblem problem, LeakRateOptions options, HazardMaximum maximum, double[] own, double[] joint)
    {
        var byEvidence = new int[problem.UnitCount];
        for (var unit = 0; unit < byEvidence.Length; unit++)
        {
            byEvidence[unit] = unit;
        }
        Array.Sort(byEvidence, (a, b) => joint[a] != joint[b] ? joint[b].CompareTo(joint[a]) : a.CompareTo(b));
        var low = new double[problem.UnitCount];
        var high = new double[problem.UnitCount];
        InParallel(problem, options, maximum, byEvidence.Length, (profile, rank) =>
        {
            var unit = byEvidence[rank];
            (low[unit], high[unit]) = rank < options.ProfiledHolders
                ? profile.Interval(unit, own[unit])
                : profile.ApproximateInterval(unit, own[unit]);
        });
        return (low, high);
    }

    static void InParallel(
        HazardProblem problem, LeakRateOptions options, HazardMaximum maximum, int count, Action<HazardProfile, int> work)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads };
        Parallel.For(
            0,
            count,
            parallel,
            () => new HazardProfile(problem, options, maximum),
            (index, _, profile) =>
            {
                work(profile, index);
                return profile;
            },
            _ => { });
    }

    static void Spread(
        HolderSets sets, HolderUnits units, int[] group, double[] hazards, double[] low, double[] high, double[] loss, int holder,
        LeakRateFit fit)
    {
        fit.Group[holder] = holder;
        var unit = units.UnitOf[holder];
        if (unit < 0)
        {
            // The likelihood falls by one per unseized person and unit of hazard, exactly: none seized of n bounds the
            // hazard by the drop over n.
            var most = HazardProfile.Drop / sets.Unseized[holder];
            fit.High[holder] = sets.Unseized[holder] > 0 ? NoisyOr.Probability(most) : 1;
            return;
        }
        var members = units.Members[unit];
        fit.Group[holder] = units.Members[group[unit]][0];
        fit.High[holder] = NoisyOr.Probability(high[unit]);
        var background = units.Background[unit];
        if (background >= 0 && background != holder)
        {
            return;
        }
        var sharers = background >= 0 ? 1 : members.Length;
        fit.Hazards[holder] = units.HazardOf(holder, hazards);
        fit.LeakRates[holder] = NoisyOr.Probability(fit.Hazards[holder]);
        fit.Low[holder] = sharers > 1 ? 0 : NoisyOr.Probability(low[unit]);
        fit.LogLikelihoodRatioBits[holder] = loss[unit] / Math.Log(2);
    }

    static void Explain(HolderSets sets, LeakRateFit fit)
    {
        var longest = 0;
        foreach (var holders in sets.Sets)
        {
            longest = Math.Max(longest, holders.Length);
        }
        var buffer = new double[longest];
        for (var set = 0; set < sets.Sets.Length; set++)
        {
            var holders = sets.Sets[set];
            var shares = buffer.AsSpan(0, holders.Length);
            Responsibilities.Share(holders, fit.Hazards, [], shares);
            for (var k = 0; k < holders.Length; k++)
            {
                fit.ExplainedPeople[holders[k]] += sets.Seized[set] * shares[k];
            }
        }
    }
}
