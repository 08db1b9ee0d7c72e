using System.Runtime.InteropServices;
using LeakTrace.Ingest.Workers;

namespace LeakTrace.App.Commands;

/// <summary>
/// <c>leaktrace read-worker FOLDER</c>, which LeakTrace starts itself and no help names: parses files for the process that started it. It is told apart
/// before the command line is built, for it is to start fast.
/// </summary>
static class ReadWorkerCommand
{
    /// <summary>Its name.</summary>
    public const string Name = "read-worker";

    /// <summary>Works until the standard input ends; returns the exit code.</summary>
    public static int Run(string[] args)
    {
        if (args.Length != 1)
        {
            return ExitCode.Unusable;
        }

        // A terminal sends Ctrl-C to all its processes; whoever started us ends us, and must not take it for a file that brought us down.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        try
        {
            using var input = Console.OpenStandardInput();
            using var output = Console.OpenStandardOutput();
            using var host = new WorkerHost(new BufferedStream(input, 1 << 16), output, args[0]);
            host.Run(() => Environment.Exit(ExitCode.Cancelled));
            return ExitCode.Done;
        }
        catch (IOException)
        {
            // Nobody listens any more.
            return ExitCode.Cancelled;
        }
    }
}
