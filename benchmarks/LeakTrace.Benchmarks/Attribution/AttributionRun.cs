using System.Globalization;

namespace LeakTrace.Benchmarks.Attribution;

/// <summary>Simulated leaks whose truth is known, many seeds of each kind, and what attribution makes of them.</summary>
static class AttributionRun
{
    static readonly LeakCaseOptions _hard = new() { Name = "log complete but for a quarter" };

    static readonly LeakCaseOptions[] _kinds =
    [
        _hard,
        _hard with { Name = "recorders among the colleagues", Recorders = true },
        _hard with { Name = "small branches", LargestSource = 2000, Recorders = true, LeastSold = 0.08 },
        _hard with { Name = "leaks that start and stop", ActiveShare = 0.3, LeastSold = 0.04, MostSold = 0.1 },
        _hard with { Name = "half of the reads shared", ColleagueShare = 0.5, Recorders = true },
        _hard with { Name = "colleagues read what is sold", ColleagueShare = 0.2, ColleagueOfSoldShare = 0.4 },
        _hard with { Name = "two insiders in one branch", TwoInOneSource = true },
        _hard with { Name = "insiders read the whole branch", ReadsPerSale = 3, LeastSold = 0.3, MostSold = 0.33 },
    ];

    /// <summary>Runs all; returns an exit code.</summary>
    public static int Run(int seeds)
    {
        foreach (var kind in _kinds)
        {
            int first = 0, cases = 0, innocent = 0, missing = 0;
            for (var seed = 1; seed <= seeds; seed++)
            {
                var simulated = LeakCase.Simulate(kind, seed);
                var lines = simulated.Rank();
                var ok = lines.Take(simulated.Insiders.Count).All(line => simulated.Insiders.Contains(line.Account));
                var wrong = lines.Where(line => line.Needed && !simulated.Insiders.Contains(line.Account)).ToArray();
                first += ok ? 1 : 0;
                innocent += wrong.Length > 0 ? 1 : 0;
                missing += lines.Count(line => !line.Needed && simulated.Insiders.Contains(line.Account));
                cases++;
                if ((!ok || wrong.Length > 0) && Environment.GetEnvironmentVariable("V") is not null)
                {
                    foreach (var line in lines.Take(simulated.Insiders.Count + 3))
                    {
                        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"   {seed} {line.Rank} {line.Account} {(simulated.Insiders.Contains(line.Account) ? "*" : " ")} read {line.RecordsRead} in time {line.ReadBeforeDelivery} explained {line.ExplainedPeople:0.0} bits {line.LogLikelihoodRatioBits:0.0} rate {line.LeakRate:0.000} {line.Needed}"));
                    }
                }
            }

            Console.WriteLine($"{kind.Name}: first {first}/{cases}, innocent needed {innocent}/{cases}, insiders not needed {missing}");
        }

        return 0;
    }
}
