using LeakTrace.Engine.Attribution;
using LeakTrace.Engine.Tracing;

namespace LeakTrace.Tests.Attribution;

/// <summary>Whether calls follow admissions: exact where they do not, and strong where they do.</summary>
public sealed class CallTestTests
{
    const long Hour = 3600;
    const long Day = 24 * Hour;
    const int Days = 60;
    const long Start = 736_000 * Day;

    [Fact]
    public void P_is_uniform_where_calls_have_nothing_to_do_with_admissions()
    {
        var random = new Random(20);
        var values = new List<double>();
        for (var i = 0; i < 500; i++)
        {
            var source = Source(random, 200, 40, 0, _ => 0);
            values.Add(CallTest.Run(source, 199, (ulong)i).PValue);
        }

        // Four standard deviations of a binomial.
        AssertShare(values, 0.05);
        AssertShare(values, 0.01);
        AssertShare(values, 0.5);
        values.Sort();
        var distance = values.Select((p, i) => Math.Abs(p - ((i + 0.5) / values.Count))).Max();
        Assert.True(distance < 1.95 / Math.Sqrt(values.Count), $"{distance} from uniform");
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.8)]
    public void Calls_that_follow_stand_out_of_noise(double noise)
    {
        for (var seed = 0; seed < 5; seed++)
        {
            var source = Source(new Random(seed), 400, 120, 1 - noise, random => (long)((6 + (30 * random.NextDouble())) * Hour));
            Assert.True(CallTest.Run(source, 4999, (ulong)seed).PValue < 0.001);
        }
    }

    [Fact]
    public void Calls_in_the_order_of_admissions_stand_out_however_late_they_come()
    {
        var source = Source(new Random(3), 300, 80, 0.7, _ => 30 * Day);
        var result = CallTest.Run(source, 4999, 1);
        Assert.True(result.PValue < 0.001);
        Assert.True(result.OrderCorrelation > 0.5);
    }

    [Fact]
    public void Whether_calls_follow_rests_on_the_p_value_made_good_for_all_sources()
    {
        var line = new CallLine("a", 10, 8, 2, 5, 0.4, 0.0009, 8, 8, 4, 1, 0.0045);
        Assert.False(line.Follows);
        Assert.True((line with { AdjustedPValue = 0.001 }).Follows);
        Assert.False((line with { PValue = double.NaN, AdjustedPValue = double.NaN }).Follows);
    }

    [Fact]
    public void The_same_seed_gives_the_same_p()
    {
        var source = Source(new Random(4), 100, 30, 0.1, _ => Day);
        Assert.Equal(CallTest.Run(source, 999, 7), CallTest.Run(source, 999, 7));
    }

    [Fact]
    public void Too_few_people_are_not_tested()
    {
        var source = Source(new Random(5), 100, CallTest.FewestPeople - 1, 1, _ => Day);
        Assert.True(double.IsNaN(CallTest.Run(source, 999, 7).PValue));
    }

    static void AssertShare(List<double> values, double level)
    {
        var share = (double)values.Count(p => p <= level) / values.Count;
        Assert.InRange(share, level - (4 * Math.Sqrt(level * (1 - level) / values.Count)), level + (4 * Math.Sqrt(level * (1 - level) / values.Count)));
    }

    /// <summary>Admissions over sixty days, mostly in the morning; of the people called a share is called after a lag, the others whenever.</summary>
    static CalledSource Source(Random random, int admissions, int called, double following, Func<Random, long> lag)
    {
        var admitted = Enumerable.Range(0, admissions)
            .Select(_ => Start + (random.Next(Days) * Day) + (random.NextDouble() < 0.6 ? 8 + random.Next(4) : random.Next(24)) * Hour + random.Next(3600)).ToArray();
        var people = new List<CalledPerson>();
        for (var i = 0; i < called; i++)
        {
            var at = random.NextDouble() < following ? admitted[i] + lag(random)
                : Start + (random.Next(Days) * Day) + ((9 + random.Next(10)) * Hour) + random.Next(3600);
            people.Add(new CalledPerson([i], [at]));
        }

        return new CalledSource(admitted, people);
    }
}
