using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Scoring;

namespace LeakTrace.Tests.Scoring;

public sealed class EstimationTests
{
    const int Pairs = 200_000;
    static readonly PersonField[] _all = Enum.GetValues<PersonField>();
    static readonly PersonField[] _few = [PersonField.Name, PersonField.EventDate, PersonField.Institution];

    static PatternHistogram Histogram(IEnumerable<(ulong Pattern, bool IsMatch)> pairs)
    {
        var histogram = new PatternHistogram();
        foreach (var (pattern, _) in pairs)
        {
            histogram.Add(pattern);
        }

        return histogram;
    }

    [Theory]
    [InlineData(1, 0.7)]
    [InlineData(2, 0.7)]
    [InlineData(3, 0.5)]
    [InlineData(4, 0.9)]
    public void Expectation_maximisation_recovers_m_and_the_prior(int seed, double agreement)
    {
        const double prior = 0.02;
        var simulation = new Simulation(_all, agreement, chance: 0.1);
        var model = new MatchModel(simulation.U, 1e-4);
        ExpectationMaximisation.Fit(model, Histogram(simulation.Draw(Pairs, prior, seed)), Pairs);

        Assert.True(model.IsEstimated);
        // 4,000 matches: three standard errors of the prior are 5 %, and of a probability at most 0.024.
        Assert.InRange(model.Prior, 0.95 * prior, 1.05 * prior);
        foreach (var field in _all)
        {
            for (var level = 1; level < FieldLevels.CountOf(field); level++)
            {
                Assert.Equal(simulation.M[Simulation.At(field, level)], model.M(field, level), 0.03);
                Assert.Equal(simulation.U[Simulation.At(field, level)], model.U(field, level), 1e-12);
            }
        }
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void Probabilities_are_calibrated(int seed)
    {
        var simulation = new Simulation(_few, agreement: 0.6, chance: 0.25);
        var model = new MatchModel(simulation.U, 1e-3);
        ExpectationMaximisation.Fit(model, Histogram(simulation.Draw(Pairs, 0.05, seed)), Pairs);

        var bins = new (int Pairs, int Matches, double Sum)[10];
        foreach (var (pattern, isMatch) in simulation.Draw(Pairs, 0.05, seed + 100))
        {
            var probability = MatchModel.ProbabilityOf(model.ScoreBits(pattern));
            ref var bin = ref bins[Math.Min(9, (int)(10 * probability))];
            bin = (bin.Pairs + 1, bin.Matches + (isMatch ? 1 : 0), bin.Sum + probability);
        }

        var filled = bins.Where(bin => bin.Pairs >= 500).ToList();
        Assert.True(filled.Count >= 5, $"only {filled.Count} bins have 500 pairs");
        Assert.All(filled, bin => Assert.Equal((double)bin.Matches / bin.Pairs, bin.Sum / bin.Pairs, 0.05));
    }

    [Fact]
    public void With_too_few_matches_the_starting_values_stand()
    {
        var simulation = new Simulation(_all, agreement: 0.5, chance: 0.02);
        var model = new MatchModel(simulation.U, 1e-4);
        ExpectationMaximisation.Fit(model, Histogram(simulation.Draw(100_000, 1e-4, 5)), 100_000);

        Assert.False(model.IsEstimated);
        foreach (var field in _all)
        {
            for (var level = 1; level < FieldLevels.CountOf(field); level++)
            {
                Assert.Equal(FieldLevels.StartingMOf(field, level), model.M(field, level));
            }
        }
    }

    [Fact]
    public void The_starting_values_of_every_field_are_probabilities() => Assert.All(_all, field => Assert.Equal(
        1, Enumerable.Range(1, FieldLevels.CountOf(field) - 1).Sum(level => FieldLevels.StartingMOf(field, level)), 1e-9));

    [Fact]
    public void Another_prior_moves_every_score_by_the_same_bits()
    {
        var simulation = new Simulation(_few, 0.6, 0.25);
        MatchModel model = new(simulation.U, 1e-3), other = model.WithPrior(0.5);
        foreach (var (pattern, _) in simulation.Draw(100, 0.5, 1))
        {
            Assert.Equal(model.ScoreBits(pattern) - model.PriorBits, other.ScoreBits(pattern), 1e-9);
        }

        Assert.Equal(0.5, MatchModel.ProbabilityOf(0));
        Assert.Equal(0, model.EvidenceBits(0));
    }

    [Fact]
    public void The_prior_of_other_pairs_is_estimated_with_m_as_it_is()
    {
        var simulation = new Simulation(_all, agreement: 0.7, chance: 0.1);
        var model = new MatchModel(simulation.U, 1e-4);
        ExpectationMaximisation.Fit(model, Histogram(simulation.Draw(Pairs, 0.01, 1)), Pairs);
        var other = ExpectationMaximisation.WithPriorOf(model, Histogram(simulation.Draw(Pairs, 0.03, 2)), Pairs);
        Assert.InRange(other.Prior, 0.0285, 0.0315);
        Assert.All(_all, field => Assert.Equal(model.M(field, 1), other.M(field, 1)));
    }
}
