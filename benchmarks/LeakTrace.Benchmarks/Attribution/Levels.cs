using System.Globalization;
using System.Text;
using LeakTrace.Engine.Attribution;

namespace LeakTrace.Benchmarks.Attribution;

/// <summary>Whether tests keep their levels on the innocent: reading that has nothing to do with the sale, and sources under a background.</summary>
static class Levels
{
    const int InnocentSources = 15;

    /// <summary>Writes what was found.</summary>
    public static string Run(int seeds)
    {
        var independent = new LeakCaseOptions { Name = "independent", ColleagueShare = 0, Recorders = true };
        var (tests, five, one) = ReadingFollowsSale(independent, seeds);
        var bits = Enumerable.Range(0, seeds).SelectMany(InnocentBits).ToArray();
        // The law of the ratio at the boundary: ½χ²₁.
        var law = bits.Length * BoundaryTest.PValue(6);
        var text = new StringBuilder();
        text.Append("| the innocent | tests | found | expected |\n|---|---:|---:|---:|\n");
        text.Append(CultureInfo.InvariantCulture, $"| reading follows the sale, p ≤ 0.05, accounts whose reading does not depend on it | {tests} | {100.0 * five / tests:0.00} % | 5 ± {300 * Math.Sqrt(0.05 * 0.95 / tests):0.00} % |\n");
        text.Append(CultureInfo.InvariantCulture, $"| … p ≤ 0.01 | {tests} | {100.0 * one / tests:0.00} % | 1 ± {300 * Math.Sqrt(0.01 * 0.99 / tests):0.00} % |\n");
        text.Append(CultureInfo.InvariantCulture, $"| innocent sources above 6 bits, {InnocentSources} a case, under a background of 5 %, beside one that leaks | {bits.Length} | {bits.Count(b => b > 6)} (most: {bits.Max():0.0} bits) | {law:0.0} by the law of the ratio |\n");
        Console.WriteLine(text);
        return text.ToString();
    }

    /// <summary>Tests of accounts that are no insiders, and how many of them fall below both levels.</summary>
    public static (int Tests, int Five, int One) ReadingFollowsSale(LeakCaseOptions options, int seeds)
    {
        int tests = 0, five = 0, one = 0;
        for (var seed = 1; seed <= seeds; seed++)
        {
            var simulated = LeakCase.Simulate(options, seed);
            foreach (var line in simulated.Rank())
            {
                // Who reads everything, or only what was sold before, has nothing that could be more or less.
                if (line.Rank > 0 && !simulated.Insiders.Contains(line.Account) && line.Account.StartsWith('u') && line.ExpectedByChance >= 1)
                {
                    tests++;
                    five += line.ReadingPValue <= 0.05 ? 1 : 0;
                    one += line.ReadingPValue <= 0.01 ? 1 : 0;
                }
            }
        }

        return (tests, five, one);
    }

    /// <summary>Bits of innocent sources where people are also got elsewhere.</summary>
    public static IEnumerable<double> InnocentBits(int seed)
    {
        var random = new Random(seed);
        const int Sources = InnocentSources + 1;
        var builder = new HolderSetsBuilder();
        var unseized = new double[Sources + 1];
        Span<int> held = stackalloc int[Sources + 1];
        for (var person = 0; person < 12_000; person++)
        {
            var home = random.Next(1, Sources + 1);
            var count = 0;
            var isSeized = random.NextDouble() < 0.05;
            for (var holder = 0; holder <= Sources; holder++)
            {
                if (holder == 0 || holder == home || random.NextDouble() < 0.03)
                {
                    held[count++] = holder;
                    isSeized |= holder == 1 && random.NextDouble() < 0.3;
                }
            }

            if (isSeized)
            {
                builder.Add(held[..count], 1);
                continue;
            }

            foreach (var holder in held[..count])
            {
                unseized[holder]++;
            }
        }

        var backgrounds = new bool[Sources + 1];
        backgrounds[0] = true;
        var fit = LeakRateModel.Fit(builder.Build(backgrounds, unseized), new LeakRateOptions { Threads = 1 });
        return fit.LogLikelihoodRatioBits.Skip(2);
    }
}
