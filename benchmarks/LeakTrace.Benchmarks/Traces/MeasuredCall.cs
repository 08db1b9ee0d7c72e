using System.Diagnostics;

namespace LeakTrace.Benchmarks.Traces;

/// <summary>What a call of a program took.</summary>
/// <param name="Time">From start to end, with the start of the runtime.</param>
/// <param name="ProcessorTime">Time of all its threads.</param>
/// <param name="PeakBytes">Most memory resident at once.</param>
readonly record struct MeasuredCall(TimeSpan Time, TimeSpan ProcessorTime, long PeakBytes)
{
    const int PollMilliseconds = 5;

    /// <summary>Traces a case with the program as built for release.</summary>
    /// <exception cref="InvalidOperationException">The program is missing or fails.</exception>
    public static MeasuredCall Trace(string path) => Run("trace", path);

    /// <summary>Calls the program as built for release.</summary>
    /// <exception cref="InvalidOperationException">The program is missing or fails.</exception>
    public static MeasuredCall Run(params string[] arguments) => Of(new ProcessStartInfo(
        Path.Combine(Machine.ProjectFolder(), "artifacts", "bin", "LeakTrace.App", "release", "leaktrace"), arguments));

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="InvalidOperationException">It is missing or fails.</exception>
    public static MeasuredCall Of(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        long peak = 0;
        var processor = TimeSpan.Zero;

        // The system keeps the high-water mark and the time, so that only the last milliseconds can be missed.
        while (!process.WaitForExit(PollMilliseconds))
        {
            process.Refresh();
            Observe(process, ref peak, ref processor);
        }

        watch.Stop();
        Task.WaitAll(errors, output);
        return process.ExitCode == 0
            ? new MeasuredCall(watch.Elapsed, processor, peak)
            : throw new InvalidOperationException($"{start.FileName} ended with {process.ExitCode}: {errors.Result}{output.Result}");
    }

    /// <summary>Median time in seconds.</summary>
    public static double MedianSeconds(List<MeasuredCall> calls) => Median(calls, call => call.Time.TotalSeconds);

    /// <summary>Median processor time in seconds.</summary>
    public static double MedianProcessorSeconds(List<MeasuredCall> calls) => Median(calls, call => call.ProcessorTime.TotalSeconds);

    /// <summary>Median of the most memory, in MiB.</summary>
    public static double MedianMebibytes(List<MeasuredCall> calls) => Median(calls, call => call.PeakBytes / 1_048_576.0);

    static double Median(List<MeasuredCall> calls, Func<MeasuredCall, double> value) => calls.Select(value).Order().ElementAt(calls.Count / 2);

    static void Observe(Process process, ref long peak, ref TimeSpan processor)
    {
        try
        {
            peak = Math.Max(peak, process.PeakWorkingSet64);
            processor = process.TotalProcessorTime;
        }
        catch (InvalidOperationException)
        {
            // It ended between the wait and the question.
        }
    }
}
