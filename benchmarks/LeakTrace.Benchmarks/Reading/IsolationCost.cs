using System.Diagnostics;
using System.Globalization;

namespace LeakTrace.Benchmarks.Reading;

/// <summary>A folder of 500 small workbooks, imported by the program as users call it: with worker processes and without.</summary>
static class IsolationCost
{
    const int Files = 500;
    const int RowsOfFile = 40;
    const int Repetitions = 7;

    /// <summary>Measures both in turns.</summary>
    public static IEnumerable<string> Measure()
    {
        var folder = Directory.CreateTempSubdirectory("leaktrace-benchmark-").FullName;
        try
        {
            var seized = Directory.CreateDirectory(Path.Combine(folder, "seized")).FullName;
            for (var i = 0; i < Files; i++)
            {
                WorkbookSpeed.Write(Path.Combine(seized, string.Create(CultureInfo.InvariantCulture, $"{i:000}.xlsx")), RowsOfFile, seed: i);
            }

            var here = new double[Repetitions];
            var apart = new double[Repetitions];
            for (var i = -1; i < Repetitions; i++)
            {
                var (first, second) = (Import(folder, "0"), Import(folder, Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture)));
                if (i >= 0)
                {
                    (here[i], apart[i]) = (first, second);
                }
            }

            return ReadingRun.Lines(
                string.Create(CultureInfo.InvariantCulture, $"{Files} workbooks of {RowsOfFile} rows, `leaktrace import`"), "in one process (`--workers 0`)", here,
                "in processes of their own", apart);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static double Import(string folder, string workers)
    {
        var program = Path.Combine(Machine.ProjectFolder(), "artifacts", "bin", "LeakTrace.App", "release", "leaktrace");
        var store = Path.Combine(folder, "case.db");
        foreach (var old in Directory.EnumerateFiles(folder, "case.db*"))
        {
            File.Delete(old);
        }

        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, ["import", folder, "--store", store, "--workers", workers]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? watch.Elapsed.TotalSeconds
            : throw new InvalidOperationException($"The import ended with {process.ExitCode}: {output}");
    }
}
