using System.CommandLine;
using LeakTrace.App.Commands;
using LeakTrace.Engine.Records;

namespace LeakTrace.App;

/// <summary>The command line: parses, runs a command, and turns what went wrong into a message and an exit code.</summary>
static class CommandLine
{
    // After Ctrl-C: what was read is still saved, worker processes end and take their files with them.
    static readonly TimeSpan _longestStop = TimeSpan.FromSeconds(30);

    /// <summary>Runs a call; returns its exit code.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        var root = new RootCommand(
            "LeakTrace matches seized lists against source systems: which source and account they came from, and how many valid records were sold.");
        foreach (var command in Commands(args.Length > 0 ? args[0] : "", output, errors))
        {
            root.Add(command);
        }

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await errors.WriteLineAsync("leaktrace: " + error.Message);
            }

            await errors.WriteLineAsync($"Try 'leaktrace {Path(parsed.CommandResult.Command)}--help'.");
            return ExitCode.Unusable;
        }

        return await InvokeAsync(parsed, output, errors);
    }

    /// <summary>The command that is called, where it is one; else all, for help and advice. Making those that are not called takes longer than small work.</summary>
    static List<Command> Commands(string called, TextWriter output, TextWriter errors)
    {
        List<(string Name, Func<Command> Create)> all =
        [
            (TraceCommand.Name, () => TraceCommand.Create(output, errors)),
            (ImportCommand.Name, () => ImportCommand.Create(output, errors)),
            ("inspect", () => InspectCommand.Create(output)),
            ("link", () => LinkCommand.CreateLink(output, errors)),
            ("dedupe", () => LinkCommand.CreateDedupe(output, errors)),
            ("explain", () => ExplainCommand.Create(output)),
            ("sample", () => SampleCommand.Create(output)),
            ("verify", () => VerifyCommand.Create(output)),
            ("generate", () => GenerateCommand.Create(output)),
        ];
        var wanted = all.FindAll(command => command.Name == called);
        return (wanted.Count > 0 ? wanted : all).ConvertAll(command => command.Create());
    }

    static async Task<int> InvokeAsync(ParseResult parsed, TextWriter output, TextWriter errors)
    {
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                Output = output,
                Error = errors,
                ProcessTerminationTimeout = _longestStop,
            });
        }
        catch (InputException e)
        {
            await errors.WriteLineAsync("leaktrace: " + e.Message);
            return ExitCode.Unusable;
        }
        catch (OperationCanceledException)
        {
            await errors.WriteLineAsync(parsed.CommandResult.Command.Name is TraceCommand.Name or ImportCommand.Name
                ? "leaktrace: stopped. What was imported is kept; run the same command again to continue."
                : "leaktrace: stopped before the end. Run the same command again.");
            return ExitCode.Cancelled;
        }
#pragma warning disable CA1031 // The last resort: whatever it is, it is ours, and its message might quote a cell.
        catch (Exception e)
#pragma warning restore CA1031
        {
            await errors.WriteLineAsync($"leaktrace: a defect of LeakTrace {AppVersion.Text}: {e.GetType().FullName}. Please report it with these lines:");
            await errors.WriteLineAsync(e.StackTrace);
            for (var inner = e.InnerException; inner is not null; inner = inner.InnerException)
            {
                await errors.WriteLineAsync($"because of {inner.GetType().FullName}:");
                await errors.WriteLineAsync(inner.StackTrace);
            }

            return ExitCode.Defect;
        }
    }

    static string Path(Command command) => command is RootCommand ? "" : command.Name + " ";
}
