using System.Diagnostics;
using System.Globalization;
using LeakTrace.Synthetic.Hostile;

namespace LeakTrace.Benchmarks.Reading;

/// <summary>A trace of a folder full of bombs that unpack to a gigabyte and more, with the memory of all processes together.</summary>
static class HostileCost
{
    const long BombBytes = 1L << 30;
    const int PollMilliseconds = 50;

    /// <summary>Measures it; one sentence.</summary>
    public static string Measure()
    {
        var folder = Directory.CreateTempSubdirectory("leaktrace-benchmark-").FullName;
        try
        {
            var files = HostileFolder.Write(folder, BombBytes);
            var program = Path.Combine(Machine.ProjectFolder(), "artifacts", "bin", "LeakTrace.App", "release", "leaktrace");
            var watch = Stopwatch.StartNew();
            using var process = Process.Start(new ProcessStartInfo(program, ["trace", folder]) { RedirectStandardOutput = true })!;
            var output = process.StandardOutput.ReadToEndAsync();
            long peak = 0;
            while (!process.WaitForExit(PollMilliseconds))
            {
                peak = Math.Max(peak, Tree(process.Id).Sum(MemoryOf));
            }

            watch.Stop();
            output.Wait();
            var problems = File.ReadAllText(Path.Combine(folder, "out", "tables", "problems.csv"));
            var unnamed = files.Where(file => file.IsRefused && !problems.Contains(file.Name + ",", StringComparison.Ordinal)).Select(file => file.Name).ToList();
            return string.Create(
                CultureInfo.InvariantCulture,
                $"A folder of {files.Count(file => file.Content is not null)} files, most of them hostile, whose bombs unpack to {BombBytes >> 20} MB and more: traced in {watch.Elapsed.TotalSeconds:0} s, at most {peak >> 20} MiB in all processes together, exit code {process.ExitCode}, refused files without a problem line: {(unnamed.Count == 0 ? "none" : string.Join(", ", unnamed))}.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The process and its children, which start none of their own here.
    static IEnumerable<int> Tree(int parent) => Directory.EnumerateDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
        .Where(id => id == parent || (id > 0 && ParentOf(id) == parent));

    static int ParentOf(int process)
    {
        try
        {
            // The name in brackets may hold anything; after it come the state and the parent.
            var status = File.ReadAllText($"/proc/{process}/stat");
            return int.Parse(status[(status.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    static long MemoryOf(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.WorkingSet64;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // It ended between the two questions.
            return 0;
        }
    }
}
