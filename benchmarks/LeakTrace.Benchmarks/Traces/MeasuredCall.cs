using System.Diagnostics;

namespace LeakTrace.Benchmarks.Traces;

/// <summary>What a call of the program took.</summary>
/// <param name="Time">From start to end, with the start of the runtime.</param>
/// <param name="PeakBytes">Most memory resident at once.</param>
readonly record struct MeasuredCall(TimeSpan Time, long PeakBytes)
{
    const int PollMilliseconds = 5;

    /// <summary>Traces a case with the program as built for release.</summary>
    /// <exception cref="InvalidOperationException">The program is missing or fails.</exception>
    public static MeasuredCall Trace(string path) => Run("trace", path);

    /// <summary>Calls the program as built for release.</summary>
    /// <exception cref="InvalidOperationException">The program is missing or fails.</exception>
    public static MeasuredCall Run(params string[] arguments)
    {
        var program = Path.Combine(Machine.ProjectFolder(), "artifacts", "bin", "LeakTrace.App", "release", "leaktrace");
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        long peak = 0;

        // The system keeps the high-water mark, so that only growth in the last milliseconds can be missed.
        while (!process.WaitForExit(PollMilliseconds))
        {
            process.Refresh();
            peak = Math.Max(peak, PeakOf(process));
        }

        watch.Stop();
        Task.WaitAll(errors, output);
        return process.ExitCode == 0
            ? new MeasuredCall(watch.Elapsed, peak)
            : throw new InvalidOperationException($"The call ended with {process.ExitCode}: {errors.Result}{output.Result}");
    }

    static long PeakOf(Process process)
    {
        try
        {
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            // It ended between the wait and the question.
            return 0;
        }
    }
}
