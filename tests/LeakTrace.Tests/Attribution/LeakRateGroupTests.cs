using LeakTrace.Engine.Attribution;

namespace LeakTrace.Tests.Attribution;

/// <summary>Holders at the edges of the model: identical, empty, without anybody left behind.</summary>
public sealed class LeakRateGroupTests
{
    [Fact]
    public void Identical_holders_are_one_group_that_shares_the_hazard_and_carries_the_evidence_jointly()
    {
        var twins = Ward(Copies(2));
        var alone = Ward(Copies(1));
        var together = LeakRateModel.Fit(twins.ToSets());
        var single = LeakRateModel.Fit(alone.ToSets());
        Assert.Equal([0, 1, 1, 3], together.Group);
        Assert.Equal(single.Hazards[1], together.Hazards[1] + together.Hazards[2], 1e-9);
        Assert.Equal(together.Hazards[1], together.Hazards[2]);
        Assert.Equal(single.LogLikelihoodRatioBits[1], together.LogLikelihoodRatioBits[1], 1e-6);
        Assert.Equal(together.LogLikelihoodRatioBits[1], together.LogLikelihoodRatioBits[2]);
        Assert.Equal(0, together.Low[1]);
        Assert.Equal(single.High[1], together.High[2], 1e-9);
        Assert.Equal(single.ExplainedPeople[1], together.ExplainedPeople[1] * 2, 1e-6);
    }

    [Fact]
    public void Nearly_identical_holders_carry_their_evidence_jointly()
    {
        // The two differ in one seized person of about a hundred: each alone is replaced by the other, both together
        // are not.
        var simulation = Ward(person => person == 0 ? [1] : person % 3 == 0 ? [1, 2] : []);
        var fit = LeakRateModel.Fit(simulation.ToSets());
        var apart = LeakRateModel.Fit(simulation.ToSets(), new LeakRateOptions { IndistinguishableOverlap = 1 });
        Assert.Equal([0, 1, 1, 3], fit.Group);
        Assert.Equal([0, 1, 2, 3], apart.Group);
        Assert.InRange(apart.LogLikelihoodRatioBits[1] + apart.LogLikelihoodRatioBits[2], 0, 10);
        Assert.InRange(fit.LogLikelihoodRatioBits[1], 100, 1000);
        Assert.Equal(fit.LogLikelihoodRatioBits[1], fit.LogLikelihoodRatioBits[2]);
    }

    [Fact]
    public void A_holder_without_seized_people_has_rate_zero_and_a_bound_from_those_left()
    {
        var fit = LeakRateModel.Fit(new HolderSets(3, [true, false, false], [[0, 1]], [10], [500, 20, 100]));
        Assert.Equal(0, fit.Hazards[2]);
        Assert.Equal(0, fit.LogLikelihoodRatioBits[2]);
        Assert.Equal(1 - Math.Exp(-1.9207 / 100), fit.High[2], 1e-6);
    }

    [Fact]
    public void A_holder_of_whom_nobody_was_left_has_rate_one_and_an_interval_that_its_number_bears()
    {
        foreach (var people in new[] { 1, 5, 50 })
        {
            // Elsewhere has almost nothing, so that the profile is that of a plain binomial with all successes.
            var fit = LeakRateModel.Fit(new HolderSets(2, [true, false], [[0, 1]], [people], [1e9, 0]));
            Assert.Equal(1, fit.LeakRates[1], 1e-9);
            Assert.Equal(1, fit.High[1], 1e-9);
            Assert.Equal(Math.Exp(-1.9207 / people), fit.Low[1], 1e-3);
            Assert.Equal(people, fit.ExplainedPeople[1], 1e-6);
        }
    }

    [Fact]
    public void Nothing_seized_gives_rates_of_zero()
    {
        var fit = LeakRateModel.Fit(new HolderSets(2, [true, false], [], [], [10, 5]));
        Assert.Equal([0, 0], fit.Hazards);
        Assert.True(fit.Converged);
        Assert.Equal(0, fit.LogLikelihood);
    }

    [Fact]
    public void Elsewhere_cannot_be_left_out_where_somebody_had_no_other_holder()
    {
        var fit = LeakRateModel.Fit(new HolderSets(2, [true, false], [[0], [0, 1]], [3, 30], [1000, 40]));
        Assert.Equal(double.PositiveInfinity, fit.LogLikelihoodRatioBits[0]);
        Assert.InRange(fit.Low[0], 1e-4, fit.LeakRates[0]);
    }

    [Fact]
    public void Sets_that_break_their_contract_are_refused()
    {
        Assert.Throws<ArgumentException>(() => LeakRateModel.Fit(new HolderSets(2, [true, false], [[1]], [3], [1, 1])));
        Assert.Throws<ArgumentException>(() => LeakRateModel.Fit(new HolderSets(2, [true, false], [[0, 2]], [3], [1, 1])));
        Assert.Throws<ArgumentException>(() => LeakRateModel.Fit(new HolderSets(2, [true, false], [[0]], [-1], [1, 1])));
        Assert.Throws<ArgumentException>(() => LeakRateModel.Fit(new HolderSets(2, [true, false], [[0]], [1], [1, double.NaN])));
        Assert.Throws<ArgumentException>(() => LeakRateModel.Fit(new HolderSets(2, [false, false], [[0]], [1], [1, 1])));
    }

    static Func<int, int[]> Copies(int copies) => person => person % 3 == 0 ? [.. Enumerable.Range(1, copies)] : [];

    /// <summary>Six hundred people; holder 1 sells half of those it holds.</summary>
    static LeakSimulation Ward(Func<int, int[]> readers)
    {
        var simulation = new LeakSimulation(4);
        for (var person = 0; person < 600; person++)
        {
            var held = readers(person);
            var seized = held.Contains(1) ? person % 2 == 0 : person % 50 == 1;
            simulation.AddKnown(seized, person % 5 == 0 ? [.. held, 3] : held);
        }
        return simulation;
    }
}
