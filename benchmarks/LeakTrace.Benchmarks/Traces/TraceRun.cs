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
        var growth = new StringBuilder();
        (int Size, double Seconds, double Mebibytes) before = default;
        foreach (var size in sizes)
        {
            var line = Measure(size, out var seconds, out var mebibytes);
            Console.WriteLine(line);
            text.Append(line).Append('\n');
            if (before.Size > 0)
            {
                growth.Append(CultureInfo.InvariantCulture, $"\nFrom {before.Size:N0} to {size:N0} records, cold: {seconds / before.Seconds:0.0} times the time, {mebibytes / before.Mebibytes:0.0} times the memory.\n");
            }

            before = (size, seconds, mebibytes);
        }

        Console.Write(growth);
        text.Append(growth);

        var path = Path.Combine(Machine.ResultsFolder(), "trace.md");
        File.WriteAllText(path, text.ToString());
        Console.WriteLine(path);
        return 0;
    }

    static string Measure(int records, out double seconds, out double mebibytes)
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

            (seconds, mebibytes) = (MeasuredCall.MedianSeconds(cold), MeasuredCall.MedianMebibytes(cold));
            var (seized, pairs) = TraceReport.Read(Path.Combine(path, "out", "report.json"));
            var quality = MatchQuality.Of(CaseTruth.DirectoryFor(path), Path.Combine(path, "out", "tables"));
            return string.Create(
                CultureInfo.InvariantCulture,
                $"| {records:N0} | {seized:N0} | {pairs:N0} | {MeasuredCall.MedianSeconds(cold):0.00} | {MeasuredCall.MedianSeconds(warm):0.00} | {MeasuredCall.MedianMebibytes(cold):0} | {MeasuredCall.MedianMebibytes(warm):0} | {quality.Precision:0.0000} | {quality.Recall:0.0000} | {quality.F1:0.0000} |");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
