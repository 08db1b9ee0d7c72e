using FsCheck;
using FsCheck.Fluent;
using LeakTrace.Engine.Attribution;
using LeakTrace.Tests.Reference;

namespace LeakTrace.Tests.Attribution;

/// <summary>The fit against the plain reference on small problems of every shape.</summary>
public sealed class LeakRateReferenceTests
{
    static readonly LeakRateOptions _exact = new() { ExactFromBits = 0, RefitTolerance = 1e-9, IndistinguishableOverlap = 1 };

    static readonly Config _fixed = Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20110101, 7);

    static void Check(Func<HolderSets, bool> property) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).Select(Small).ToArbitrary(), property).Check(_fixed);

    [Fact]
    public void Reaches_the_likelihood_of_the_reference() => Check(sets =>
    {
        var fit = LeakRateModel.Fit(sets, _exact);
        var reference = ReferenceLeakRates.Fit(sets).LogLikelihood;
        Assert.True(fit.Converged);
        Assert.Equal(ReferenceLeakRates.LogLikelihood(sets, fit.Hazards), fit.LogLikelihood, 1e-9 * (1 + Math.Abs(fit.LogLikelihood)));
        Assert.InRange(fit.LogLikelihood - reference, -1e-6, 1e-6);
        return true;
    });

    [Fact]
    public void Evidence_is_what_the_reference_loses_without_the_holder_and_those_identical_to_it() => Check(sets =>
    {
        var fit = LeakRateModel.Fit(sets, _exact);
        var best = ReferenceLeakRates.Fit(sets).LogLikelihood;
        for (var holder = 1; holder < sets.HolderCount; holder++)
        {
            var group = Enumerable.Range(0, sets.HolderCount).Where(other => fit.Group[other] == fit.Group[holder]).ToArray();
            if (group.Any(other => sets.IsBackground[other]))
            {
                continue;
            }
            var bits = (best - ReferenceLeakRates.Fit(sets, group).LogLikelihood) / Math.Log(2);
            Assert.Equal(bits, fit.LogLikelihoodRatioBits[holder], 2e-6);
        }
        return true;
    });

    [Fact]
    public void Interval_ends_are_where_the_profile_has_dropped_by_half_the_quantile()
    {
        var random = new Random(5);
        for (var trial = 0; trial < 12; trial++)
        {
            var sets = Small(random.Next());
            var fit = LeakRateModel.Fit(sets, _exact);
            for (var holder = 0; holder < sets.HolderCount; holder++)
            {
                if (fit.Group.Count(group => group == fit.Group[holder]) > 1)
                {
                    continue;
                }
                foreach (var (end, limit) in new[] { (fit.Low[holder], 0.0), (fit.High[holder], 1.0) })
                {
                    if (Math.Abs(end - limit) > 1e-9)
                    {
                        var drop = fit.LogLikelihood - ReferenceLeakRates.ProfileAt(sets, holder, -Math.Log(1 - end));
                        Assert.Equal(1.92, drop, 0.01);
                    }
                }
            }
        }
    }

    [Fact]
    public void Approximate_interval_ends_are_near_the_profile_s()
    {
        var ratios = new List<double>();
        for (var seed = 0; seed < 60; seed++)
        {
            var sets = Small(seed);
            var profiled = LeakRateModel.Fit(sets, _exact);
            var approximate = LeakRateModel.Fit(sets, _exact with { ProfiledHolders = 0 });
            for (var holder = 0; holder < sets.HolderCount; holder++)
            {
                Assert.InRange(approximate.High[holder], approximate.LeakRates[holder], 1);
                ratios.Add(approximate.High[holder] / profiled.High[holder]);
            }
        }
        ratios.Sort();
        Assert.InRange(ratios[ratios.Count / 2], 0.97, 1.03);
        Assert.InRange(ratios[ratios.Count / 20], 0.8, 1.0);
        Assert.InRange(ratios[ratios.Count * 19 / 20], 1.0, 1.3);
    }

    /// <summary>
    /// Few holders, few or many people, rates from none to all, holders identical to others, backgrounds, holders who
    /// kept nobody back.
    /// </summary>
    static HolderSets Small(int seed)
    {
        var random = new Random(seed);
        var holders = random.Next(2, 7);
        var simulation = new LeakSimulation(holders, random.Next(3) == 0 ? [1] : []);
        var rates = new double[holders];
        for (var holder = 0; holder < holders; holder++)
        {
            rates[holder] = random.Next(4) switch { 0 => 0, 1 => 0.05, 2 => random.NextDouble(), _ => holder == 0 ? 0.02 : 1 };
        }
        var twin = random.Next(3) == 0 && holders > 3;
        var people = random.Next(5, 300);
        var density = 0.2 + 0.6 * random.NextDouble();
        for (var person = 0; person < people; person++)
        {
            var held = LeakSimulation.Subset(random, 1, holders - 1, density).ToList();
            if (twin)
            {
                held.Remove(3);
                if (held.Contains(2))
                {
                    held.Add(3);
                }
            }
            simulation.Add(random, rates, held);
        }
        return simulation.ToSets();
    }
}
