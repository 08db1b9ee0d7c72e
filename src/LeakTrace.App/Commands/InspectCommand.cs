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
        var file = new Argument<string>("FILE") { Description = "A table in any format that is read, an archive of them, or a folder." };
        var json = new Option<bool>("--json") { Description = "Write JSON instead of a table." };
        var folder = new Option<string>("--as")
        {
            Description = "Read it as a file of seized, registry, access-log or calls: that decides how columns are understood.",
            HelpName = "FOLDER",
            DefaultValueFactory = _ => "seized",
        };
        folder.AcceptOnlyFromAmong("seized", "registry", "access-log", "calls");
        var command = new Command("inspect", "Show encoding, sheets, tables, header rows and columns of a file, or of all files in an archive or folder, as they are understood; samples are masked.")
        {
            file, folder, json,
        };
        var reading = new ReadingOptions();
        reading.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            var path = parsed.GetRequiredValue(file);
            if (!File.Exists(path) && !Directory.Exists(path))
            {
                throw new InputException($"{path}: there is no such file or folder.");
            }

            var settings = reading.Open(parsed) with { Threads = Environment.ProcessorCount };
            using var workers = settings.Workers;
            var inspections = new List<FileInspection>();
            foreach (var (from, name) in FilesOf(path))
            {
                var found = FileInspection.Inspect(from, name, FolderOf(parsed.GetValue(folder)), settings, cancellation);
                inspections.AddRange(found);
                foreach (var inspection in parsed.GetValue(json) ? [] : found)
                {
                    InspectionText.Write(inspection, output);
                    output.WriteLine();
                }
            }

            if (inspections.Count == 0)
            {
                throw new InputException($"{path}: no file lies in this folder. Give a file, or a folder that has some.");
            }

            if (parsed.GetValue(json))
            {
                InspectionText.WriteJson(inspections, output);
            }

            return Task.FromResult(
                inspections.Any(inspection => inspection.File.Problems.Any(p => p.Severity == Severity.Error)) ? ExitCode.DoneWithErrors : ExitCode.Done);
        });
        return command;
    }

    // A folder stands for every file below it.
    static IEnumerable<(string Path, string Name)> FilesOf(string path) => File.Exists(path)
        ? [(path, Path.GetFileName(path))]
        : Directory.EnumerateFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.System })
            .Select(file => (file, Path.GetRelativePath(path, file).Replace('\\', '/')))
            .OrderBy(file => file.Item2, StringComparer.Ordinal);

    static InputFolder FolderOf(string? name) => name switch
    {
        "registry" => InputFolder.Registry,
        "access-log" => InputFolder.AccessLog,
        "calls" => InputFolder.Calls,
        _ => InputFolder.Seized,
    };
}
