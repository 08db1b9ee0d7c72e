using LeakTrace.Benchmarks.Attribution;
using LeakTrace.Engine.Attribution;

namespace LeakTrace.Tests.Attribution;

/// <summary>Simulated insiders among colleagues, a backup and a supervisor; the command <c>attribution</c> of the benchmarks runs more of them.</summary>
public sealed class HardCaseTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(5)]
    public void Insiders_rank_first_and_nobody_else_is_needed(int kind)
    {
        for (var seed = 1; seed <= 3; seed++)
        {
            var simulated = LeakCase.Simulate(HardCases.Kinds[kind], seed);
            var lines = simulated.Rank();
            Assert.True(HardCases.InsidersAreFirst(simulated, lines), $"seed {seed}");
            Assert.Empty(HardCases.InnocentNeeded(simulated, lines));
            Assert.All(lines.Take(simulated.Insiders.Count), line => Assert.True(line.Needed, $"seed {seed}: {line.Account}"));
        }
    }

    [Fact]
    public void The_result_does_not_depend_on_threads()
    {
        var simulated = LeakCase.Simulate(HardCases.Kinds[1], 3);
        Assert.Equal(simulated.Rank(1), simulated.Rank(4));
    }

    [Fact]
    public void The_literature_and_raw_overlap_put_the_backup_above_insiders()
    {
        var lines = LeakCase.Simulate(HardCases.Kinds[0], 2).Rank();
        var backup = Assert.Single(lines, line => line.Account == "backup");
        Assert.Equal(backup.MatchedPeople, lines.Where(line => line.Rank > 0).Max(line => line.MatchedPeople));
        Assert.Equal(1, backup.GuiltProbability, 1e-9);
        Assert.InRange(backup.LogLikelihoodRatioBits, 0, 3);
    }

    [Fact]
    public void A_supervisor_who_reads_after_the_sale_held_nothing_in_time()
    {
        var lines = LeakCase.Simulate(HardCases.Kinds[0], 4).Rank();
        var supervisor = Assert.Single(lines, line => line.Account == "supervisor");
        Assert.True(supervisor.MatchedPeople > 100);
        Assert.Equal(0, supervisor.ReadBeforeDelivery);
        Assert.Equal(0, supervisor.LogLikelihoodRatioBits);
        Assert.InRange(supervisor.ReadingPValue, 0.4, 1);
    }

    [Fact]
    public void Innocent_reading_follows_the_sale_as_often_as_the_level_says()
    {
        var options = new LeakCaseOptions { Name = "independent", ColleagueShare = 0, Recorders = true, LargestSource = 2500 };
        var (tests, five, one) = Levels.ReadingFollowsSale(options, 12);
        Assert.True(tests > 200);
        // Four standard deviations of the binomial.
        Assert.InRange(five, 0, 0.05 * tests + 4 * Math.Sqrt(0.05 * 0.95 * tests));
        Assert.InRange(one, 0, 0.01 * tests + 4 * Math.Sqrt(0.01 * 0.99 * tests));
        Assert.InRange(five, 0.05 * tests - 4 * Math.Sqrt(0.05 * 0.95 * tests), tests);
    }

    [Fact]
    public void Intervals_cover_and_explained_people_are_those_who_leaked_first()
    {
        double[] rates = [0.02, 0.30, 0.24, 0.15, 0.10, 0.20];
        var (covered, _, explained) = Coverage.Measure(rates, 0, 200);
        for (var holder = 1; holder < rates.Length; holder++)
        {
            Assert.InRange(covered[holder], 0.90, 0.99);
            Assert.InRange(explained[holder], 0.95, 1.05);
        }
    }

    [Fact]
    public void What_a_delivery_or_a_month_needs_is_told_apart()
    {
        var options = HardCases.Kinds[3];
        var simulated = LeakCase.Simulate(options, 2);
        var scopes = simulated.Ranking().ByScope;
        var insiders = scopes.Where(line => line.Needed).Select(line => line.Holder).Distinct().ToList();
        Assert.All(insiders, name => Assert.Contains(name, simulated.Insiders));
        Assert.Contains(scopes, line => line.Scope == "edge" && line.Needed);
        var months = scopes.Where(line => line.Scope == "month" && line.Needed).Select(line => line.Key).ToHashSet();
        Assert.InRange(months.Count, 1, options.Months - 1);
        Assert.All(scopes.GroupBy(line => (line.Scope, line.Key)), scope => Assert.Equal("elsewhere", scope.Last().Kind));
    }

    [Fact]
    public void A_canary_is_worth_no_more_than_its_match_is_sure()
    {
        Assert.Equal(20, Canaries.BitsOf(1));
        Assert.Equal(1, Canaries.BitsOf(0.5));
    }
}
