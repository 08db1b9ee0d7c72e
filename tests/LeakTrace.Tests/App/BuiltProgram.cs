using System.Diagnostics;
using LeakTrace.App;

namespace LeakTrace.Tests.App;

/// <summary>The program as it is built, beside the tests: native code where there was a linker.</summary>
static class BuiltProgram
{
    static readonly TimeSpan _longest = TimeSpan.FromMinutes(2);

    /// <summary>How it is started.</summary>
    public static ProcessStartInfo Start(params string[] arguments)
    {
        // The copy beside the tests has no native libraries.
        var built = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
        var program = Path.Combine(built, "..", "..", "LeakTrace.App", Path.GetFileName(built), "leaktrace");
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["DOTNET_ROOT"] = ReadWorkerProgram.Settings().RuntimeFolder;
        return start;
    }

    /// <summary>Runs it to its end.</summary>
    public static (int Code, string Output, string Errors) Run(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        Assert.True(process.WaitForExit(_longest), "It did not end.");
        return (process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
    }
}
