using LeakTrace.Engine.Attribution;

namespace LeakTrace.Tests.Attribution;

/// <summary>Shares of a person, the published guilt model, the rule of who is needed, the boundary test.</summary>
public sealed class AttributionRuleTests
{
    [Fact]
    public void Shares_are_hazards_times_copy_evidence_and_sum_to_one()
    {
        var shares = new double[3];
        Responsibilities.Share([0, 2, 3], [0.1, 9, 0.3, 0.6], [], shares);
        Assert.Equal([0.1, 0.3, 0.6], shares.Select(share => Math.Round(share, 12)));
        Responsibilities.Share([0, 2, 3], [0.1, 9, 0.3, 0.6], [1, 3, 0], shares);
        Assert.Equal([0.1, 0.9, 0], shares.Select(share => Math.Round(share, 12)));
    }

    [Fact]
    public void A_person_of_holders_without_hazard_is_elsewhere_s()
    {
        var shares = new double[2];
        Responsibilities.Share([0, 1], [0, 0], [], shares);
        Assert.Equal([1, 0], shares);
        Assert.Throws<ArgumentException>(() => Responsibilities.Share([0, 1], [0, 0], [1], new double[2]));
    }

    [Fact]
    public void Sharing_allocates_nothing()
    {
        int[] holders = [0, 1];
        double[] hazards = [0.1, 0.2];
        var shares = new double[2];
        Responsibilities.Share(holders, hazards, [], shares);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Responsibilities.Share(holders, hazards, hazards, shares);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void The_guilt_model_saturates_as_published()
    {
        // Half guessed, five holders, a hundred shared people: 1 − 0.9^100.
        Assert.Equal(1 - Math.Pow(0.9, 100), GuiltModel.Probability(100 * GuiltModel.LogInnocence(5, 0.5)), 1e-12);
        Assert.Equal(1, GuiltModel.Probability(GuiltModel.LogInnocence(1, 0)));
        var sets = new HolderSets(3, [true, false, false], [[0], [0, 1], [0, 1, 2]], [7, 2, 1], [0, 0, 0]);
        Assert.Equal([0, 1 - 0.5 * 0.5 * 0.75, 0.25], GuiltModel.Probabilities(sets).Select(p => Math.Round(p, 12)));
    }

    [Theory]
    [InlineData(20, 10, true)]
    [InlineData(19.9, 90, false)]
    [InlineData(500, 9.9, false)]
    public void Needed_takes_evidence_and_a_share(double bits, double explained, bool needed) =>
        Assert.Equal(needed, new NeededRule().Holds(bits, explained, 100));

    [Fact]
    public void Needed_may_rest_on_one_edge()
    {
        Assert.True(new NeededRule().Holds(100, 5, 1000, [0, 5], [900, 50]));
        Assert.False(new NeededRule().Holds(100, 5, 1000, [0, 4], [900, 50]));
        Assert.False(new NeededRule().Holds(100, 0, 0, [0], [0]));
    }

    [Fact]
    public void The_boundary_test_halves_the_chi_square()
    {
        // The 90 % quantile of χ²₁, 2.7055, is the 95 % quantile of the mixture.
        Assert.Equal(0.05, BoundaryTest.PValue(2.705543454 / (2 * Math.Log(2))), 1e-9);
        Assert.Equal(1, BoundaryTest.PValue(0));
    }
}
