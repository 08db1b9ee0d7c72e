using LeakTrace.Benchmarks.Attribution;
using LeakTrace.Engine.Attribution;

namespace LeakTrace.Tests.Attribution;

/// <summary>The fit on simulated leaks whose rates are known.</summary>
public sealed class LeakRateStatisticsTests
{
    [Theory]
    [InlineData(1, 0.30)]
    [InlineData(2, 0.15)]
    [InlineData(3, 0.60)]
    public void Intervals_of_sources_cover_the_true_rates_as_often_as_they_say(int seed, double rate)
    {
        var covered = Covered(seed, [0.08, rate, rate * 0.8, rate / 2, 0.1], 4000);
        Assert.InRange(covered.Sum() / (400.0 * covered.Length), 0.935, 0.965);
        foreach (var count in covered)
        {
            Assert.InRange(count / 400.0, 0.92, 0.98);
        }
    }

    [Fact]
    public void Intervals_near_zero_err_on_the_cautious_side()
    {
        foreach (var count in Covered(4, [0.01, 0.3, 0.15, 0.02, 0], 1500))
        {
            Assert.InRange(count / 400.0, 0.92, 1);
        }
    }

    static int[] Covered(int seed, double[] rates, int people)
    {
        var random = new Random(seed);
        var covered = new int[rates.Length];
        for (var fit = 0; fit < 400; fit++)
        {
            var result = LeakRateModel.Fit(Overlapping(random, rates, people).ToSets());
            for (var holder = 0; holder < rates.Length; holder++)
            {
                covered[holder] += result.Low[holder] <= rates[holder] && rates[holder] <= result.High[holder] ? 1 : 0;
            }
        }
        return covered;
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void Rates_and_explained_people_are_recovered_where_holders_overlap(int seed)
    {
        double[] rates = [0.02, 0.4, 0.15, 0, 0.6];
        var simulation = Overlapping(new Random(seed), rates, 60_000);
        var fit = LeakRateModel.Fit(simulation.ToSets());
        Assert.True(fit.Converged);
        for (var holder = 0; holder < rates.Length; holder++)
        {
            Assert.Equal(rates[holder], fit.LeakRates[holder], 0.01);
            var people = simulation.Explained[holder];
            Assert.Equal(people, fit.ExplainedPeople[holder], Math.Max(0.05 * people, 200));
        }
        Assert.Equal(simulation.ToSets().Seized.Sum(), fit.ExplainedPeople.Sum(), 1e-6);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Innocent_sources_under_a_background_earn_no_evidence(int kind)
    {
        var simulated = InnocentSources.Kinds[kind];
        for (var seed = 1000; seed < 1025; seed++)
        {
            var evidence = InnocentSources.Fit(simulated, seed).EvidenceBits.Skip(1).ToArray();
            Assert.All(evidence.Take(simulated.Leaking), bits => Assert.InRange(bits, 20, 10_000));
            Assert.All(evidence.Skip(simulated.Leaking), bits => Assert.InRange(bits, 0, 6));
        }
    }

    [Fact]
    public void Plain_ratios_of_innocent_sources_exceed_their_law_where_others_may_take_chance_for_a_leak()
    {
        var ratios = Enumerable.Range(0, 25).SelectMany(seed => InnocentSources.Fit(InnocentSources.Kinds[3], seed).LogLikelihoodRatioBits.Skip(2)).ToArray();
        Assert.True(ratios.Count(bits => bits > 3) > 4 * ratios.Length * BoundaryTest.PValue(3));
    }

    [Fact]
    public void Evidence_of_the_innocent_follows_the_half_chi_square()
    {
        var random = new Random(77);
        double[] rates = [0.05, 0.2, 0];
        var positive = 0;
        var significant = 0;
        const int Fits = 600;
        for (var fit = 0; fit < Fits; fit++)
        {
            var result = LeakRateModel.Fit(Overlapping(random, rates, 1500).ToSets(), new LeakRateOptions { ExactFromBits = 0 });
            positive += result.Hazards[2] > 0 ? 1 : 0;
            significant += BoundaryTest.PValue(result.LogLikelihoodRatioBits[2]) <= 0.05 ? 1 : 0;
        }
        // Four standard deviations of the binomial.
        Assert.InRange(positive, Fits * 0.5 - 49, Fits * 0.5 + 49);
        Assert.InRange(significant, Fits * 0.05 - 22, Fits * 0.05 + 22);
    }

    [Fact]
    public void A_backup_account_that_reads_everything_is_no_better_than_elsewhere()
    {
        // Account 2 sells; the log lost a tenth of its reads; account 1 copies every record every night.
        double[] rates = [0.01, 0, 0.7, 0, 0, 0];
        var random = new Random(3);
        var simulation = new LeakSimulation(rates.Length);
        for (var person = 0; person < 5000; person++)
        {
            var held = LeakSimulation.Subset(random, 2, 4, 0.25).Append(1).ToList();
            var seized = held.Append(0).Any(holder => random.NextDouble() < rates[holder]);
            simulation.AddKnown(seized, held.Where(holder => holder == 1 || random.NextDouble() > 0.1));
        }
        var fit = LeakRateModel.Fit(simulation.ToSets());
        Assert.Equal(0, fit.LogLikelihoodRatioBits[1]);
        Assert.Equal(0, fit.Hazards[1]);
        Assert.Equal(0, fit.Group[1]);
        Assert.InRange(fit.LogLikelihoodRatioBits[2], 500, 5000);
        Assert.InRange(fit.LeakRates[0], 0.015, 0.06);
    }

    [Fact]
    public void A_recorder_of_a_whole_hospital_does_not_absorb_the_lost_reads_of_its_background()
    {
        // Two hospitals, backgrounds 1 and 2; account 3 recorded all of the first; account 4 sells there, a fifth of
        // its reads lost to the log.
        for (var seed = 0; seed < 5; seed++)
        {
            var random = new Random(seed);
            var simulation = new LeakSimulation(9, 1, 2);
            for (var person = 0; person < 6000; person++)
            {
                var second = person % 2;
                var readers = LeakSimulation.Subset(random, second == 0 ? 4 : 6, second == 0 ? 2 : 3, 0.3).ToList();
                var seized = readers.Contains(4) && random.NextDouble() < 0.8;
                var logged = readers.Where(_ => random.NextDouble() > 0.2).Append(1 + second);
                simulation.AddKnown(seized, second == 0 ? logged.Append(3) : logged);
            }
            var fit = LeakRateModel.Fit(simulation.ToSets());
            Assert.Equal(0, fit.LogLikelihoodRatioBits[3]);
            Assert.Equal(0, fit.ExplainedPeople[3]);
            Assert.Equal(1, fit.Group[3]);
            Assert.InRange(fit.LogLikelihoodRatioBits[1], 20, 2000);
            Assert.InRange(fit.LogLikelihoodRatioBits[4], 500, 5000);
            Assert.True(fit.LogLikelihoodRatioBits[5] < 20);
        }
    }

    [Fact]
    public void Soft_matches_enter_with_their_probability()
    {
        var random = new Random(9);
        var certain = new LeakSimulation(3);
        var halves = new LeakSimulation(3);
        for (var person = 0; person < 2000; person++)
        {
            var held = LeakSimulation.Subset(random, 1, 2, 0.5).ToArray();
            var seized = random.NextDouble() < (held.Contains(1) ? 0.3 : 0.02);
            certain.AddKnown(seized, held);
            halves.AddKnown(seized, held, 0.5);
            halves.AddKnown(seized, held, 0.5);
        }
        Assert.Equal(LeakRateModel.Fit(certain.ToSets()).Hazards, LeakRateModel.Fit(halves.ToSets()).Hazards);
    }

    /// <summary>Every person has one holder and each other with probability one in five.</summary>
    static LeakSimulation Overlapping(Random random, double[] rates, int people)
    {
        var simulation = new LeakSimulation(rates.Length);
        for (var person = 0; person < people; person++)
        {
            var home = random.Next(1, rates.Length);
            simulation.Add(random, rates, LeakSimulation.Subset(random, 1, rates.Length - 1, 0.2).Append(home));
        }
        return simulation;
    }
}
