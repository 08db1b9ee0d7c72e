using System.CommandLine;
using LeakTrace.App.Terminal;
using LeakTrace.Cases;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Tracing;
using LeakTrace.Reports;
using LeakTrace.Reports.Tables;

namespace LeakTrace.App.Commands;

/// <summary><c>leaktrace trace CASE</c>: import what is new, match, attribute, count, report.</summary>
static class TraceCommand
{
    /// <summary>The command.</summary>
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var caseArgument = CaseOptions.Case();
        var store = CaseOptions.Store();
        var threads = CaseOptions.Threads();
        var outOption = new Option<string?>("--out") { Description = "Folder for tables and reports. Default: CASE/out.", HelpName = "DIR" };
        var seed = new Option<ulong>("--seed")
        {
            Description = "Seed of every sample that is drawn.",
            HelpName = "N",
            DefaultValueFactory = _ => 1,
        };
        var language = new Option<string>("--language")
        {
            Description = "Language of the report: zh or en.",
            HelpName = "zh|en",
            DefaultValueFactory = _ => "zh",
        };
        language.AcceptOnlyFromAmong("zh", "en");
        var command = new Command("trace", "Do everything: import what is new, match, attribute, count, report.")
        {
            caseArgument, outOption, store, threads, seed, language,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var folder = CaseFolder.Open(parsed.GetRequiredValue(caseArgument));
            var directory = parsed.GetValue(outOption) ?? Path.Combine(folder.Root, "out");
            var settings = new TraceSettings { Seed = parsed.GetValue(seed) };
            var run = new Run(folder, parsed.GetValue(store), directory, parsed.GetValue(threads), settings, parsed.GetValue(language)!);
            return Task.Run(() => Execute(run, output, errors, cancellation), cancellation);
        });
        return command;
    }

    static int Execute(Run run, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        using var progress = TraceProgress.On(errors);
        OutputFolder.Prepare(run.Directory);
        using var store = CaseStore.Open(run.StorePath ?? run.Folder.DefaultStorePath);
        var input = CaseImport.Run(run.Folder, store, run.Settings, run.Threads, progress, cancellation, out var saved);
        TraceResult result;
        try
        {
            result = CaseTrace.Run(input, progress, run.Threads, cancellation);
        }
        finally
        {
            saved.GetAwaiter().GetResult();
        }

        progress.Stage(TraceStage.Report);
        var language = run.Language == "en" ? ReportLanguage.English : ReportLanguage.Chinese;
        Together(
            run.Threads,
            () => JsonReport.Write(result, AppVersion.Text, Path.Combine(run.Directory, "report.json")),
            () => TableWriter.WriteAll(result, run.Directory),
            () =>
            {
                store.Results.Save(result);
                store.Audit.Append("trace", $"leaktrace {AppVersion.Text}, seed {run.Settings.Seed}", TimeProvider.System);
            },
            () => HtmlReport.Write(result, language, CaseName(run.Folder), AppVersion.Text, Path.Combine(run.Directory, "report.html")));
        progress.Dispose();
        TraceSummary.Write(result, run.Directory, output);
        return result.Problems.Any(problem => problem.Severity == Severity.Error) ? ExitCode.DoneWithErrors : ExitCode.Done;
    }

    /// <summary>Does what does not depend on each other at once, where there are threads for it.</summary>
    static void Together(int threads, params Action[] works)
    {
        if (threads == 1)
        {
            Array.ForEach(works, work => work());
            return;
        }

        Task.WhenAll(Array.ConvertAll(works, Task.Run)).GetAwaiter().GetResult();
    }

    static string CaseName(CaseFolder folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder.Root)));

    sealed record Run(CaseFolder Folder, string? StorePath, string Directory, int Threads, TraceSettings Settings, string Language);
}
