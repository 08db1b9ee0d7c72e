using System.Diagnostics;
using System.Globalization;
using System.Text;
using LeakTrace.Benchmarks.Peers;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest;

namespace LeakTrace.Benchmarks.Traces;

/// <summary>Reading of one CSV file: hashed, recognised, classified and normalised, on both cores and on one.</summary>
static class CsvRun
{
    const int Repetitions = 9;

    /// <summary>Measures a file of so many rows; returns an exit code.</summary>
    public static int Run(int rows)
    {
        var folder = Directory.CreateTempSubdirectory("leaktrace-benchmark-").FullName;
        try
        {
            PlainCase.Write(folder, rows, rows: 1000);
            var path = PlainCase.Registry(folder);
            var text = new StringBuilder("# Reading\n\n");
            text.Append(Machine.Description).Append(CultureInfo.InvariantCulture, $" A CSV file of {rows:N0} rows and six columns, {new FileInfo(path).Length / 1e6:0} MB, ");
            text.Append(CultureInfo.InvariantCulture, $"in the system's cache; medians of {Repetitions} runs in one process.\n\n");
            text.Append("| threads | time (s) | processor time (s) | million rows/s |\n|---:|---:|---:|---:|\n");
            foreach (var threads in (int[])[2, 1])
            {
                var runs = Enumerable.Range(0, Repetitions).Select(_ => Measure(path, rows, threads)).ToList();
                var seconds = runs.Select(run => run.Seconds).Order().ElementAt(Repetitions / 2);
                var processor = runs.Select(run => run.Processor).Order().ElementAt(Repetitions / 2);
                text.Append(CultureInfo.InvariantCulture, $"| {threads} | {seconds:0.00} | {processor:0.00} | {rows / seconds / 1e6:0.00} |\n");
            }

            Console.Write(text);
            File.WriteAllText(Path.Combine(Machine.ResultsFolder(), "csv.md"), text.ToString());
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static (double Seconds, double Processor) Measure(string path, int rows, int threads)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var file = FileImporter.Import(path, "register.csv", InputFolder.Registry, new ImportSettings { Threads = threads });
        watch.Stop();
        process.Refresh();
        return file.Sheets[0].Rows == rows + 1
            ? (watch.Elapsed.TotalSeconds, (process.TotalProcessorTime - before).TotalSeconds)
            : throw new InvalidOperationException($"{file.Sheets[0].Rows} rows were read of {rows + 1}.");
    }
}
