using System.Globalization;
using System.Text;
using LeakTrace.Engine.Tracing;
using LeakTrace.Synthetic;

namespace LeakTrace.Benchmarks.Cases;

/// <summary>Whether the sources whose admissions calls follow are found, and no others, over seeds and levels of noise.</summary>
static class CallsRun
{
    const double Following = 0.001;
    const double Innocent = 0.01;

    static readonly (string Name, Func<long, AdmissionsCallsOptions> Options)[] _kinds =
    [
        ("four of ten calls noise", seed => Made(seed)),
        ("eight of ten calls noise", seed => Made(seed) with { NoiseShare = 0.8 }),
        ("nineteen of twenty calls noise", seed => Made(seed) with { NoiseShare = 0.95 }),
        ("a list a day, called in any order", seed => Made(seed) with { DailyLists = true, NoiseShare = 0.7 }),
        ("late calls: median five days, spread 1.2", seed => Made(seed) with { LagHours = 120, LagSpread = 1.2, NoiseShare = 0.7 }),
        ("nobody leaked", seed => Made(seed) with { LeakingHospitals = 0, NoiseShare = 1, RegisteredNoiseShare = 0.8 }),
    ];

    static AdmissionsCallsOptions Made(long seed) => new() { Seed = seed, Calls = 1200, RegistryRecords = 8000, LeakingHospitals = 1 + (int)(seed % 3) };

    /// <summary>Measures so many seeds of each kind; returns an exit code.</summary>
    public static int Run(int seeds)
    {
        var text = new StringBuilder("# Calls that follow admissions\n\n");
        text.Append(Machine.Description);
        text.Append(CultureInfo.InvariantCulture, $" {seeds} seeds a kind, five hospitals, 1,200 calls, 8,000 admissions; one, two or three hospitals leak.\n\n");
        text.Append("| generated | following sources | of them p < 0.001 | others | of them p < 0.01 | expected by chance | p < 0.05 | adjusted p < 0.01 |\n|---|---:|---:|---:|---:|---:|---:|---:|\n");
        var all = new List<double>();
        foreach (var (name, options) in _kinds)
        {
            var line = Measure(name, options, seeds, all);
            Console.WriteLine(line);
            text.Append(line).Append('\n');
        }

        all.Sort();
        var distance = all.Select((p, i) => Math.Max(Math.Abs(p - ((double)i / all.Count)), Math.Abs(p - ((i + 1.0) / all.Count)))).Max();
        var uniform = string.Create(
            CultureInfo.InvariantCulture,
            $"\nThe {all.Count} p values of sources that nothing follows are {distance:0.000} from uniform (Kolmogorov–Smirnov; 5 % of uniform samples are further off than {1.358 / Math.Sqrt(all.Count):0.000}).\n");
        Console.WriteLine(uniform);
        File.WriteAllText(Path.Combine(Machine.ResultsFolder(), "calls.md"), text.Append(uniform).ToString());
        return 0;
    }

    static string Measure(string name, Func<long, AdmissionsCallsOptions> options, int seeds, List<double> innocents)
    {
        int following = 0, found = 0, others = 0, wrong = 0, low = 0, adjusted = 0;
        for (var seed = 1; seed <= seeds; seed++)
        {
            var made = options(seed);
            var lines = GeneratedTrace.Run(path => AdmissionsCallsCase.Write(path, made), Compare);
            foreach (var (line, follows) in lines)
            {
                following += follows ? 1 : 0;
                found += follows && line.PValue < Following ? 1 : 0;
                if (!follows && !double.IsNaN(line.PValue))
                {
                    others++;
                    innocents.Add(line.PValue);
                    wrong += line.PValue < Innocent ? 1 : 0;
                    low += line.PValue < 0.05 ? 1 : 0;
                    adjusted += line.AdjustedPValue < Innocent ? 1 : 0;
                }
            }
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {following} | {found} | {others} | {wrong} | {others * Innocent:0.0} | {low} | {adjusted} |");
    }

    static List<(CallLine Line, bool Follows)> Compare(TraceResult result, string truth)
    {
        var follows = GeneratedTrace.Truth(truth, "following").ToDictionary(line => line[0], line => line[1] == "true", StringComparer.Ordinal);
        return [.. result.Calls.Select(line => (line, follows[line.Source]))];
    }
}
