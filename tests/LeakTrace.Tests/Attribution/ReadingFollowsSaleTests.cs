using LeakTrace.Engine.Attribution;

namespace LeakTrace.Tests.Attribution;

/// <summary>The exact test of reading against sale.</summary>
public sealed class ReadingFollowsSaleTests
{
    [Fact]
    public void One_stratum_is_the_hypergeometric_tail()
    {
        // Fisher's tea: four of eight, all four found: P = 1/70, of which mid-p takes half.
        var test = ReadingFollowsSale.Test([new(8, 4, 4, 4)]);
        Assert.Equal(1 / 140.0, test.PValue, 1e-15);
        Assert.Equal(2, test.Expected);
        // Three or four found: (16 · ½ + 1) / 70.
        Assert.Equal(9 / 70.0, ReadingFollowsSale.Test([new(8, 4, 4, 3)]).PValue, 1e-14);
        Assert.Equal((1 + 16 + 36 + 16 + 0.5) / 70, ReadingFollowsSale.Test([new(8, 4, 4, 0)]).PValue, 1e-14);
    }

    [Fact]
    public void Strata_agree_with_enumeration()
    {
        var random = new Random(31);
        for (var trial = 0; trial < 300; trial++)
        {
            var strata = new ReadingStratum[random.Next(1, 5)];
            for (var k = 0; k < strata.Length; k++)
            {
                var people = random.Next(0, 40);
                strata[k] = Draw(random, people, random.Next(people + 1), random.Next(people + 1), random.NextDouble() < 0.5 ? 1 : 6);
            }
            var test = ReadingFollowsSale.Test(strata);
            var (more, equal) = Enumerate(strata, 0, strata.Sum(stratum => stratum.SeizedRead));
            Assert.Equal(1, test.PValue / (more + equal / 2), 1e-9);
            Assert.Equal(strata.Sum(s => s.People == 0 ? 0 : (double)s.Seized * s.Read / s.People), test.Expected, 1e-9);
        }
    }

    [Fact]
    public void Rejects_as_often_as_its_level_says_when_reading_has_nothing_to_do_with_sale()
    {
        var random = new Random(32);
        var rejected = 0;
        const int Trials = 4000;
        for (var trial = 0; trial < Trials; trial++)
        {
            ReadingStratum[] strata = [Draw(random, 120, 30, 40, 1), Draw(random, 300, 20, 60, 1), Draw(random, 80, 40, 25, 1)];
            rejected += ReadingFollowsSale.Test(strata).PValue <= 0.05 ? 1 : 0;
        }
        // Four standard deviations of a binomial of 0.05; mid-p is neither above nor far below its level.
        Assert.InRange(rejected, 0.05 * Trials - 55, 0.05 * Trials + 55);
    }

    [Fact]
    public void Far_tails_keep_their_relative_accuracy()
    {
        // All hundred seized are among a hundred reads of a thousand people: 1 / C(1000, 100), half.
        var log = MathNet.Numerics.SpecialFunctions.BinomialLn(1000, 100);
        var test = ReadingFollowsSale.Test([new(1000, 100, 100, 100)]);
        Assert.Equal(-log - Math.Log(2), Math.Log(test.PValue), 1e-9);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-3)]
    [InlineData(10)]
    [InlineData(40)]
    public void The_fast_path_agrees_with_the_convolution(int excess)
    {
        var strata = new ReadingStratum[24];
        for (var k = 0; k < strata.Length; k++)
        {
            strata[k] = new(4000 + 50 * k, 600, 500, 600 * 500 / (4000 + 50 * k) + excess / 3);
        }
        var exact = ReadingFollowsSale.Test(strata, double.PositiveInfinity);
        var fast = ReadingFollowsSale.Test(strata, 0);
        Assert.Equal(1, fast.PValue / exact.PValue, 1e-3);
    }

    [Fact]
    public void Nothing_read_says_nothing()
    {
        Assert.Equal(new ReadingTest(0, 0, 0.5), ReadingFollowsSale.Test([]));
        Assert.Equal(new ReadingTest(0, 0, 0.5), ReadingFollowsSale.Test([new(0, 0, 0, 0), new(10, 3, 0, 0)]));
    }

    [Fact]
    public void Counts_that_contradict_each_other_are_refused()
    {
        Assert.Throws<ArgumentException>(() => ReadingFollowsSale.Test([new(10, 3, 4, 5)]));
        Assert.Throws<ArgumentException>(() => ReadingFollowsSale.Test([new(10, 9, 9, 2)]));
        Assert.Throws<ArgumentException>(() => ReadingFollowsSale.Test([new(10, 11, 4, 1)]));
    }

    /// <summary>Reads drawn from the people, the seized ones more likely by the given weight.</summary>
    static ReadingStratum Draw(Random random, int people, int seized, int read, int weight)
    {
        var left = seized;
        var others = people - seized;
        var found = 0;
        for (var k = 0; k < read; k++)
        {
            if (random.Next(left * weight + others) < left * weight)
            {
                left--;
                found++;
            }
            else
            {
                others--;
            }
        }
        return new ReadingStratum(people, seized, read, found);
    }

    static (double More, double Equal) Enumerate(ReadingStratum[] strata, int from, int wanted)
    {
        if (from == strata.Length)
        {
            return wanted < 0 ? (1, 0) : wanted == 0 ? (0, 1) : (0, 0);
        }
        var (people, seized, read, _) = strata[from];
        double more = 0;
        double equal = 0;
        for (var x = Math.Max(0, seized + read - people); x <= Math.Min(seized, read); x++)
        {
            var probability = MathNet.Numerics.SpecialFunctions.Binomial(seized, x)
                * MathNet.Numerics.SpecialFunctions.Binomial(people - seized, read - x)
                / MathNet.Numerics.SpecialFunctions.Binomial(people, read);
            var (above, same) = Enumerate(strata, from + 1, wanted - x);
            more += probability * above;
            equal += probability * same;
        }
        return (more, equal);
    }
}
