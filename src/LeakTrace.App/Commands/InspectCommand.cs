using System.CommandLine;
using LeakTrace.App.Terminal;
using LeakTrace.Cases;
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
        var caseOption = new Option<string?>("--case")
        {
            Description = "Case whose case.json applies, so that what it says of columns can be tried. Default: the folder inspected, where it is a case.",
            HelpName = "DIR",
        };
        var command = new Command("inspect", "Show encoding, sheets, tables, header rows and columns of a file, or of all files in an archive or folder, as they are understood; samples are masked.")
        {
            file, folder, json, caseOption,
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

            var inspected = parsed.GetValue(caseOption) is { } named ? CaseFolder.Open(named) : IsCase(path) ? CaseFolder.Open(path) : null;
            var files = FilesOf(path, FolderOf(parsed.GetValue(folder)), inspected).ToList();
            var overrides = inspected is null ? [] : CaseImport.OverridesOf(CaseSettings.Of(inspected));
            var settings = reading.Open(parsed) with { Threads = Environment.ProcessorCount, Overrides = overrides };
            return Task.Run(() => Execute(path, files, parsed.GetValue(json), settings, output, cancellation), cancellation);
        });
        return command;
    }

    static int Execute(
        string path, IReadOnlyList<CaseInput> files, bool asJson, ImportSettings settings, TextWriter output, CancellationToken cancellation)
    {
        using var workers = settings.Workers;
        var inspections = new List<FileInspection>();
        foreach (var file in files)
        {
            var found = FileInspection.Inspect(file.Path, file.File, file.Folder, settings, cancellation);
            inspections.AddRange(found);
            foreach (var inspection in asJson ? [] : found)
            {
                InspectionText.Write(inspection, output);
                output.WriteLine();
            }
        }

        if (inspections.Count == 0)
        {
            throw new InputException($"{path}: no file lies in this folder. Give a file, or a folder that has some.");
        }

        if (asJson)
        {
            InspectionJson.Write(inspections, output);
        }

        return inspections.Any(inspection => inspection.File.Problems.Any(p => p.Severity == Severity.Error)) ? ExitCode.DoneWithErrors : ExitCode.Done;
    }

    static bool IsCase(string path) =>
        File.Exists(Path.Combine(path, "case.json")) && (Directory.Exists(Path.Combine(path, "seized")) || Directory.Exists(Path.Combine(path, "calls")));

    // A folder stands for every file below it; what lies in the case has the name and the place that it has there.
    static IEnumerable<CaseInput> FilesOf(string path, InputFolder folder, CaseFolder? inCase)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var below = inCase?.Inputs.Where(input => input.Path == full || full == inCase.Root || input.Path.StartsWith(full + Path.DirectorySeparatorChar, StringComparison.Ordinal)).ToList();
        if (below is { Count: > 0 })
        {
            return below;
        }

        return File.Exists(path)
            ? [new CaseInput(Path.GetFileName(path), path, folder)]
            : Directory.EnumerateFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.System })
                .Select(file => new CaseInput(Path.GetRelativePath(path, file).Replace('\\', '/'), file, folder))
                .OrderBy(file => file.File, StringComparer.Ordinal);
    }

    static InputFolder FolderOf(string? name) => name switch
    {
        "registry" => InputFolder.Registry,
        "access-log" => InputFolder.AccessLog,
        "calls" => InputFolder.Calls,
        _ => InputFolder.Seized,
    };
}
