using System.Globalization;
using System.Text;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace LeakTrace.Benchmarks.Kernels;

/// <summary>Runs the kernels and writes what they took, one line a kernel.</summary>
static class KernelRun
{
    /// <summary>Runs what the options name, everything where they name nothing; returns an exit code.</summary>
    public static int Run(string[] options)
    {
        // In this process: a project that the runner generates would have to satisfy central versions and lock files.
        var config = DefaultConfig.Instance
            .AddJob(Job.ShortRun.WithWarmupCount(5).WithIterationCount(10).WithToolchain(InProcessEmitToolchain.Instance))
            .WithArtifactsPath(Path.Combine(Machine.ProjectFolder(), "artifacts", "benchmarks"));
        var summaries = BenchmarkSwitcher.FromAssembly(typeof(KernelRun).Assembly).Run(options.Length == 0 ? ["--filter", "*"] : options, config);
        var reports = summaries.SelectMany(summary => summary.Reports).ToList();
        if (reports.Count == 0 || reports.Exists(report => report.ResultStatistics is null))
        {
            Console.Error.WriteLine("Not every kernel gave a result; nothing is written.");
            return 1;
        }

        var path = Path.Combine(Machine.ResultsFolder(), "kernels.md");
        File.WriteAllText(path, Text(reports));
        Console.WriteLine(path);
        return 0;
    }

    static string Text(List<BenchmarkReport> reports)
    {
        var text = new StringBuilder("# Kernels\n\n");
        text.Append(Machine.Description).Append(" One thread; means with half the 99.9 % interval.\n\n");
        text.Append("| work | by | ns an operation | ± | million/s | bytes allocated |\n|---|---|---:|---:|---:|---:|\n");
        foreach (var report in reports)
        {
            var method = report.BenchmarkCase.Descriptor;
            var statistics = report.ResultStatistics!;
            var bytes = report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0;
            text.Append(CultureInfo.InvariantCulture,
                $"| {method.Type.Name.Replace("Benchmark", "", StringComparison.Ordinal)} | {method.WorkloadMethodDisplayInfo.Trim('\'')} ");
            text.Append(CultureInfo.InvariantCulture, $"| {statistics.Mean:0.0} | {statistics.ConfidenceInterval.Margin:0.0} | {1000 / statistics.Mean:0.0} | {bytes} |\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\nOf the addresses, one against many, signatures rule out {AddressBenchmark.RuledOut():P1}; the rest are compared in full.\n");
        return text.ToString();
    }
}
