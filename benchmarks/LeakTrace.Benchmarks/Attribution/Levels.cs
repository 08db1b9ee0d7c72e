using System.Globalization;
using System.Text;

namespace LeakTrace.Benchmarks.Attribution;

/// <summary>Whether the test of reading keeps its levels on the innocent: reading that has nothing to do with the sale.</summary>
static class Levels
{
    /// <summary>Writes what was found.</summary>
    public static string Run(int seeds)
    {
        var independent = new LeakCaseOptions { Name = "independent", ColleagueShare = 0, Recorders = true };
        var (tests, five, one) = ReadingFollowsSale(independent, seeds);
        var text = new StringBuilder();
        text.Append("| the innocent | tests | found | expected |\n|---|---:|---:|---:|\n");
        text.Append(CultureInfo.InvariantCulture, $"| reading follows the sale, p ≤ 0.05, accounts whose reading does not depend on it | {tests} | {100.0 * five / tests:0.00} % | 5 ± {300 * Math.Sqrt(0.05 * 0.95 / tests):0.00} % |\n");
        text.Append(CultureInfo.InvariantCulture, $"| … p ≤ 0.01 | {tests} | {100.0 * one / tests:0.00} % | 1 ± {300 * Math.Sqrt(0.01 * 0.99 / tests):0.00} % |\n");
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
}
