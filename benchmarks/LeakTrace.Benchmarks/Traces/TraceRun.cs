using System.Globalization;
using System.Text;
using LeakTrace.Synthetic;

namespace LeakTrace.Benchmarks.Traces;

/// <summary>Whole traces of generated maternity cases, by the program as users call it.</summary>
static class TraceRun
{
    const int MostSeizedRows = 40_000;
    const int Repetitions = 3;

    /// <summary>Measures each size of register; returns an exit code.</summary>
    public static int Run(IReadOnlyList<int> sizes)
    {
        var text = new StringBuilder("# Traces\n\n");
        text.Append(Machine.Description);
        text.Append(CultureInfo.InvariantCulture, $" Files to tables and reports; medians of {Repetitions} runs, files in the system's cache.\n\n");
        text.Append("| registry records | seized rows | pairs compared | cold (s) | with store (s) | peak, cold (MiB) | peak, with store (MiB) | precision | recall | F1 |\n");
        text.Append("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (var size in sizes)
        {
            var line = Measure(size);
            Console.WriteLine(line);
            text.Append(line).Append('\n');
        }

        var path = Path.Combine(Machine.ResultsFolder(), "trace.md");
        File.WriteAllText(path, text.ToString());
        Console.WriteLine(path);
        return 0;
    }

    static string Measure(int records)
    {
        var folder = Directory.CreateTempSubdirectory("leaktrace-benchmark-").FullName;
        try
        {
            var path = Path.Combine(folder, "case");
            MaternityCase.Write(path, new MaternityOptions { RegistryRecords = records, SeizedRows = Math.Min(MostSeizedRows, records / 10) });
            var cold = new List<MeasuredCall>();
            var warm = new List<MeasuredCall>();
            for (var i = 0; i < Repetitions; i++)
            {
                foreach (var store in Directory.EnumerateFiles(path, "case.db*"))
                {
                    File.Delete(store);
                }

                cold.Add(MeasuredCall.Trace(path));
                warm.Add(MeasuredCall.Trace(path));
            }

            var (seized, pairs) = TraceReport.Read(Path.Combine(path, "out", "report.json"));
            var quality = MatchQuality.Of(CaseTruth.DirectoryFor(path), Path.Combine(path, "out", "tables"));
            return string.Create(
                CultureInfo.InvariantCulture,
                $"| {records:N0} | {seized:N0} | {pairs:N0} | {Seconds(cold):0.00} | {Seconds(warm):0.00} | {Peak(cold):0} | {Peak(warm):0} | {quality.Precision:0.0000} | {quality.Recall:0.0000} | {quality.F1:0.0000} |");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static double Seconds(List<MeasuredCall> calls) => Median(calls.Select(call => call.Time.TotalSeconds));

    static double Peak(List<MeasuredCall> calls) => Median(calls.Select(call => call.PeakBytes / 1_048_576.0));

    static double Median(IEnumerable<double> values) => values.Order().ElementAt(Repetitions / 2);
}
