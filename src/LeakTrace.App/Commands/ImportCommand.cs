using System.CommandLine;
using System.Globalization;
using LeakTrace.App.Terminal;
using LeakTrace.Cases;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Tracing;
using LeakTrace.Ingest;

namespace LeakTrace.App.Commands;

/// <summary><c>leaktrace import CASE</c>: files into the case store.</summary>
static class ImportCommand
{
    /// <summary>Its name.</summary>
    public const string Name = "import";

    /// <summary>The command.</summary>
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var caseArgument = CaseOptions.Case();
        var store = CaseOptions.Store();
        var threads = CaseOptions.Threads();
        var command = new Command(Name, "Read the files of a case into its store; unchanged files are skipped.") { caseArgument, store, threads };
        var reading = new ReadingOptions();
        reading.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            var folder = CaseFolder.Open(parsed.GetRequiredValue(caseArgument));
            var path = parsed.GetValue(store) ?? folder.DefaultStorePath;
            var count = parsed.GetValue(threads);
            return Task.Run(() => Execute(folder, path, reading.Open(parsed), count, output, errors, cancellation), cancellation);
        });
        return command;
    }

    static int Execute(
        CaseFolder folder, string path, ImportSettings reading, int threads, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        using var workers = reading.Workers;
        using var progress = TraceProgress.On(errors);
        using var store = CaseStore.Open(path);
        var input = CaseImport.Run(folder, store, new TraceSettings(), reading, threads, progress, cancellation, out var saved);
        saved.GetAwaiter().GetResult();
        var entry = TraceRecord.OfImport(string.Create(CultureInfo.InvariantCulture, $"{input.Files.Count} files"), store);
        store.Audit.Append("import", entry, TimeProvider.System);
        progress.Dispose();
        var problems = input.Files.SelectMany(file => file.Problems).Concat(input.Problems).ToList();
        var rows = input.Files.Sum(file => file.Sheets.Sum(sheet => (long)sheet.Rows));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{input.Files.Count} files, {rows:N0} rows in {path}; {problems.Count} problems."));
        foreach (var problem in problems.Where(problem => problem.Severity == Severity.Error))
        {
            output.WriteLine("  " + problem.Message);
        }

        return problems.Any(problem => problem.Severity == Severity.Error) ? ExitCode.DoneWithErrors : ExitCode.Done;
    }
}
