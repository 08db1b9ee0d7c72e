using System.CommandLine;
using LeakTrace.App.Terminal;
using LeakTrace.Cases;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Tracing;
using LeakTrace.Ingest;
using LeakTrace.Reports;
using LeakTrace.Reports.Tables;
using LeakTrace.Reports.Workbooks;

namespace LeakTrace.App.Commands;

/// <summary><c>leaktrace trace CASE</c>: import what is new, match, attribute, count, report.</summary>
static class TraceCommand
{
    /// <summary>Its name.</summary>
    public const string Name = "trace";

    const long SpaceWithoutCollection = 200 << 20;

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
        var language = CaseOptions.Language("Language of the report: zh or en.", "zh");
        var policy = new Option<string?>("--policy")
        {
            Description = "Another counting rule, as a JSON file. Default: that of case.json, else cn-2017-10.",
            HelpName = "FILE",
        };
        var unmask = CaseOptions.Unmask("Show names, phones, identity numbers and addresses in report.xlsx as they are; the reason goes into the audit log.");
        var command = new Command(Name, "Do everything: import what is new, match, attribute, count, report.")
        {
            caseArgument, outOption, store, threads, seed, language, policy, unmask,
        };
        var reading = new ReadingOptions();
        reading.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            var folder = CaseFolder.Open(parsed.GetRequiredValue(caseArgument));
            var directory = parsed.GetValue(outOption) ?? Path.Combine(folder.Root, "out");
            var settings = new TraceSettings { Seed = parsed.GetValue(seed) };
            var run = new Run(folder, parsed.GetValue(store), directory, parsed.GetValue(threads), settings, parsed.GetValue(language)!,
                parsed.GetValue(policy), parsed.GetValue(unmask));
            return Task.Run(() => Execute(run, reading.Open(parsed), output, errors, cancellation), cancellation);
        });
        return command;
    }

    static int Execute(Run run, ImportSettings reading, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        using var workers = reading.Workers;
        using var progress = TraceProgress.On(errors);
        OutputFolder.Prepare(run.Directory);
        using var store = CaseStore.Open(run.StorePath ?? run.Folder.DefaultStorePath);
        var input = CaseImport.Run(run.Folder, store, run.Settings, reading, run.Threads, progress, cancellation, out var saved, run.PolicyPath);
        HoldCollections();
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
        var language = CaseOptions.LanguageOf(run.Language);
        Together(
            run.Threads,
            () => WriteStoreAndWorkbook(run, input, result, store, language),
            () => JsonReport.Write(result, AppVersion.Text, Path.Combine(run.Directory, "report.json")),
            () => TableWriter.WriteAll(result, run.Directory),
            () => HtmlReport.Write(result, language, run.Folder.Name, AppVersion.Text, Path.Combine(run.Directory, "report.html")));
        store.Audit.Append(
            "trace", TraceRecord.OfTrace($"leaktrace {AppVersion.Text}, seed {run.Settings.Seed}", store, run.Folder, run.Directory), TimeProvider.System);
        progress.Dispose();
        TraceSummary.Write(result, run.Directory, output);
        return result.Problems.Any(problem => problem.Severity == Severity.Error) ? ExitCode.DoneWithErrors : ExitCode.Done;
    }

    /// <summary>What a trace allocates lives to its end, and copying it in a collection stops every thread. Larger cases are collected as ever.</summary>
    static void HoldCollections()
    {
        try
        {
            GC.TryStartNoGCRegion(SpaceWithoutCollection, disallowFullBlockingGC: true);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentOutOfRangeException)
        {
            // Another trace of this process holds them, or the memory allowed is less than that.
        }
    }

    /// <summary>Does what does not depend on each other at once, where there are threads for it; the longest comes first.</summary>
    static void Together(int threads, params Action[] works)
    {
        if (threads == 1)
        {
            Array.ForEach(works, work => work());
            return;
        }

        Task.WhenAll(Array.ConvertAll(works, Task.Run)).GetAwaiter().GetResult();
    }

    /// <summary>The workbook comes behind the audit log: what shows personal data is never written without it.</summary>
    static void WriteStoreAndWorkbook(Run run, TraceInput input, TraceResult result, CaseStore store, ReportLanguage language)
    {
        store.Results.Save(result);
        if (run.UnmaskReason is { } reason)
        {
            store.Audit.Append("unmask", $"report.xlsx: {reason}", TimeProvider.System);
        }

        var settings = new WorkbookSettings(language, run.Folder.Name, AppVersion.Text, run.UnmaskReason);
        WorkbookReport.Write(result, input.Files, settings, Path.Combine(run.Directory, "report.xlsx"));
    }

    sealed record Run(
        CaseFolder Folder, string? StorePath, string Directory, int Threads, TraceSettings Settings, string Language, string? PolicyPath,
        string? UnmaskReason);
}
