using System.Text;

namespace LeakTrace.Benchmarks.Attribution;

/// <summary>Simulated leaks whose truth is known, many seeds of each kind, and what attribution makes of them.</summary>
static class AttributionRun
{
    /// <summary>Runs all and writes the results; returns an exit code.</summary>
    public static int Run(int seeds)
    {
        var text = new StringBuilder("# Attribution\n\n");
        text.Append(Machine.Description);
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $" Simulated leaks, {seeds} seeds of each kind.\n\n");
        text.Append(HardCases.Run(seeds)).Append('\n');
        text.Append(Coverage.Run()).Append('\n');
        text.Append(Levels.Run(seeds)).Append('\n');
        text.Append(InnocentSources.Run(seeds)).Append('\n');
        text.Append(GeneratedCases.Run(seeds)).Append('\n');
        text.Append(LargeCase.Run());
        var path = Path.Combine(Machine.ResultsFolder(), "attribution.md");
        File.WriteAllText(path, text.ToString());
        Console.WriteLine(path);
        return 0;
    }
}
