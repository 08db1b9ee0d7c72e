using System.CommandLine;
using LeakTrace.App.Terminal;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest;

namespace LeakTrace.App.Commands;

/// <summary><c>leaktrace inspect FILE</c>: what the engine makes of one file.</summary>
static class InspectCommand
{
    /// <summary>The command.</summary>
    public static Command Create(TextWriter output)
    {
        var file = new Argument<string>("FILE") { Description = "A table in any format that is read." };
        var json = new Option<bool>("--json") { Description = "Write JSON instead of a table." };
        var folder = new Option<string>("--as")
        {
            Description = "Read it as a file of seized, registry, access-log or calls: that decides how columns are understood.",
            HelpName = "FOLDER",
            DefaultValueFactory = _ => "seized",
        };
        folder.AcceptOnlyFromAmong("seized", "registry", "access-log", "calls");
        var command = new Command("inspect", "Show encoding, sheets, header row and columns of a file as they are understood; samples are masked.")
        {
            file, folder, json,
        };
        var reading = new ReadingOptions();
        reading.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            var path = parsed.GetRequiredValue(file);
            if (!File.Exists(path))
            {
                throw new InputException($"{path}: there is no such file.");
            }

            var settings = reading.Open(parsed) with { Threads = Environment.ProcessorCount };
            using var workers = settings.Workers;
            var inspection = FileInspection.Inspect(path, Path.GetFileName(path), FolderOf(parsed.GetValue(folder)), settings, cancellation);
            if (parsed.GetValue(json))
            {
                InspectionText.WriteJson(inspection, output);
            }
            else
            {
                InspectionText.Write(inspection, output);
            }

            return Task.FromResult(inspection.File.Problems.Any(p => p.Severity == Severity.Error) ? ExitCode.DoneWithErrors : ExitCode.Done);
        });
        return command;
    }

    static InputFolder FolderOf(string? name) => name switch
    {
        "registry" => InputFolder.Registry,
        "access-log" => InputFolder.AccessLog,
        "calls" => InputFolder.Calls,
        _ => InputFolder.Seized,
    };
}
