using System.Globalization;
using System.Text;
using LeakTrace.Engine.Tracing;

namespace LeakTrace.Benchmarks.Attribution;

/// <summary>Insiders among colleagues, a backup and a supervisor: who comes first, by this model, by raw overlap and by the literature's guilt probability.</summary>
static class HardCases
{
    static readonly LeakCaseOptions _hard = new() { Name = "as described" };

    /// <summary>The kinds of case, each with another difficulty.</summary>
    public static IReadOnlyList<LeakCaseOptions> Kinds { get; } =
    [
        _hard,
        _hard with { Name = "recorders among the colleagues", Recorders = true },
        _hard with { Name = "small branches", LargestSource = 2000, Recorders = true, LeastSold = 0.08 },
        _hard with { Name = "leaks that start and stop", ActiveShare = 0.3, LeastSold = 0.04, MostSold = 0.1 },
        _hard with { Name = "half of the reads shared", ColleagueShare = 0.5, Recorders = true },
        _hard with { Name = "colleagues read what is sold", ColleagueShare = 0.2, ColleagueOfSoldShare = 0.4 },
        _hard with { Name = "two insiders in one branch", TwoInOneSource = true },
        _hard with { Name = "five insiders, 5 % from elsewhere", Insiders = 5, BackgroundShare = 0.01, Sources = 16 },
        _hard with { Name = "insiders read their whole branch", LeastSold = 0.3, MostSold = 0.33 },
    ];

    /// <summary>Writes a line for each kind.</summary>
    public static string Run(int seeds)
    {
        var text = new StringBuilder();
        text.Append("| accounts: insiders read three times what they sell, a quarter of the log lost, supervisor, backup, two colleagues | cases | insiders first | some innocent needed | insiders needed | first is an insider | … by raw overlap | … by guilt probability |\n");
        text.Append("|---|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (var kind in Kinds)
        {
            var line = Line(kind, seeds);
            Console.WriteLine(line);
            text.Append(line).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Whether the insiders hold the first ranks.</summary>
    public static bool InsidersAreFirst(LeakCase simulated, IReadOnlyList<AccountLine> lines) =>
        lines.Take(simulated.Insiders.Count).All(line => simulated.Insiders.Contains(line.Account));

    /// <summary>Innocent accounts that are needed.</summary>
    public static IEnumerable<AccountLine> InnocentNeeded(LeakCase simulated, IReadOnlyList<AccountLine> lines) =>
        lines.Where(line => line.Needed && !simulated.Insiders.Contains(line.Account));

    static string Line(LeakCaseOptions kind, int seeds)
    {
        int first = 0, innocent = 0, needed = 0, insiders = 0, top = 0;
        double raw = 0, guilt = 0;
        for (var seed = 1; seed <= seeds; seed++)
        {
            var simulated = LeakCase.Simulate(kind, seed);
            var lines = simulated.Rank().Where(line => line.Rank > 0).ToArray();
            first += InsidersAreFirst(simulated, lines) ? 1 : 0;
            innocent += InnocentNeeded(simulated, lines).Any() ? 1 : 0;
            needed += lines.Count(line => line.Needed && simulated.Insiders.Contains(line.Account));
            insiders += simulated.Insiders.Count;
            top += simulated.Insiders.Contains(lines[0].Account) ? 1 : 0;
            raw += ShareOfFirst(simulated, lines, line => line.MatchedPeople);
            guilt += ShareOfFirst(simulated, lines, line => line.GuiltProbability);
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {kind.Name} | {seeds} | {first} | {innocent} | {needed} of {insiders} | {top} | {raw:0.#} | {guilt:0.#} |");
    }

    /// <summary>Probability that the first is an insider where ties are broken by lot.</summary>
    static double ShareOfFirst(LeakCase simulated, AccountLine[] lines, Func<AccountLine, double> measure)
    {
        var best = lines.Max(measure);
        var tied = lines.Where(line => measure(line) == best).ToArray();
        return tied.Count(line => simulated.Insiders.Contains(line.Account)) / (double)tied.Length;
    }
}
