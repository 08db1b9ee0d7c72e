using System.Globalization;
using System.Text;

namespace LeakTrace.Benchmarks.Reading;

/// <summary>What reading costs: processes of their own, workbooks beside the bare library, a folder that is meant to hurt.</summary>
static class ReadingRun
{
    /// <summary>Measures all; returns an exit code.</summary>
    public static int Run()
    {
        var text = new StringBuilder("# Reading\n\n");
        text.Append(Machine.Description);
        text.Append(" Each pair of ways is measured in turns; medians.\n\n");
        text.Append("| work | way | seconds | ratio |\n|---|---|---:|---:|\n");
        var path = Path.Combine(Machine.ResultsFolder(), "reading.md");
        foreach (var measure in (Func<IEnumerable<string>>[])[WorkbookSpeed.Measure, IsolationCost.Measure])
        {
            foreach (var line in measure())
            {
                Console.WriteLine(line);
                text.Append(line).Append('\n');
            }

            // What is measured so far is kept when a later part is stopped.
            File.WriteAllText(path, text.ToString());
        }

        Console.WriteLine(path);
        return 0;
    }

    /// <summary>Measures the folder that is meant to hurt; returns an exit code.</summary>
    public static int RunHostile()
    {
        var path = Path.Combine(Machine.ResultsFolder(), "hostile.md");
        var text = $"# A hostile folder\n\n{Machine.Description}\n\n{HostileCost.Measure()}\n";
        Console.WriteLine(text);
        File.WriteAllText(path, text);
        return 0;
    }

    /// <summary>Two lines of the table: what is compared with, and what is compared.</summary>
    public static IEnumerable<string> Lines(string work, string bare, double[] bareSeconds, string ours, double[] ourSeconds) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"| {work} | {bare} | {Median(bareSeconds):0.000} | |"),
        string.Create(CultureInfo.InvariantCulture, $"| {work} | {ours} | {Median(ourSeconds):0.000} | {Median(ourSeconds) / Median(bareSeconds):0.00} |"),
    ];

    static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
