using System.CommandLine;
using System.Globalization;
using LeakTrace.Cases;
using LeakTrace.Engine.Counting.Sampling;
using LeakTrace.Engine.Records;
using LeakTrace.Reports;
using LeakTrace.Reports.Sampling;

namespace LeakTrace.App.Commands;

/// <summary><c>leaktrace sample CASE</c>: a random sample for verification, and what it says once verified.</summary>
static class SampleCommand
{
    const double WidestPrecision = 0.5;

    /// <summary>The command.</summary>
    public static Command Create(TextWriter output)
    {
        var caseArgument = CaseOptions.Case();
        var store = CaseOptions.Store();
        var outOption = new Option<string?>("--out") { Description = "Folder for the form and the result. Default: CASE/out.", HelpName = "DIR" };
        var size = new Option<int?>("--size") { Description = "Records to draw from those that count, stratified by seller and file.", HelpName = "N" };
        var seed = new Option<ulong>("--seed") { Description = "Seed of the draw; the same seed draws the same records.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var results = new Option<string?>("--results") { Description = "The form, filled in: estimate the true records.", HelpName = "FORM.xlsx" };
        var precision = new Option<double?>("--precision")
        {
            Description = "Say how many records an interval takes that reaches no further to either side, such as 0.02.",
            HelpName = "P",
        };
        var language = CaseOptions.Language("Language of form and result: zh or en.", "zh");
        var unmask = CaseOptions.Unmask("Show names, phones, identity numbers and addresses in the form as they are; the reason goes into the audit log.");
        var command = new Command("sample", "Draw a stratified random sample for verification, or estimate the true records from its results.")
        {
            caseArgument, outOption, store, size, seed, results, precision, language, unmask,
        };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetResult(results) is not null && (parsed.GetResult(size) is not null || parsed.GetResult(unmask) is not null))
            {
                parsed.AddError("--results takes size and seed from the form: leave --size and --unmask out.");
            }
            else if (parsed.GetResult(results) is null && parsed.GetResult(size) is null && parsed.GetResult(precision) is null)
            {
                parsed.AddError("Give --size N to draw a sample, --results FORM.xlsx to read one back, or --precision P to learn how many records it takes.");
            }
        });
        size.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && (!int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n < 1))
            {
                result.AddError("--size takes a whole number from 1.");
            }
        });
        precision.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !(double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var p) && p is > 0 and < WidestPrecision))
            {
                result.AddError("--precision takes a share between 0 and 0.5, such as 0.02.");
            }
        });
        command.SetAction(parsed =>
        {
            var folder = CaseFolder.Open(parsed.GetRequiredValue(caseArgument));
            var path = parsed.GetValue(store) ?? folder.DefaultStorePath;
            var directory = parsed.GetValue(outOption) ?? Path.Combine(folder.Root, "out");
            var request = new SampleRequest(
                folder, path, directory, CaseOptions.LanguageOf(parsed.GetValue(language)), parsed.GetValue(size) ?? 0, parsed.GetValue(seed),
                parsed.GetValue(precision), parsed.GetValue(unmask));
            return parsed.GetValue(results) is { } form ? Estimate(request, form, output) : Draw(request, output);
        });
        return command;
    }

    static int Draw(SampleRequest request, TextWriter output)
    {
        using var store = request.UnmaskReason is null ? CaseStore.OpenToRead(request.StorePath) : CaseStore.OpenExisting(request.StorePath);
        var sample = CaseSample.Of(request.Folder, store);
        if (request.Precision is { } precision)
        {
            SampleReport.WriteSizes(sample.Population, share: null, precision, request.Language, output);
        }

        if (request.Size == 0)
        {
            return ExitCode.Done;
        }

        OutputFolder.Prepare(request.Directory);
        var drawn = sample.Draw(request.Size, request.Seed);
        if (request.UnmaskReason is { } reason)
        {
            store.Audit.Append("unmask", $"sample-form.xlsx: {reason}", TimeProvider.System);
        }

        var settings = Settings(request, request.Size, request.Seed, sample.Frame);
        var path = Path.Combine(request.Directory, "sample-form.xlsx");
        SampleForm.Write(drawn, sample.FormRows(drawn, request.UnmaskReason is not null), settings, path);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Sample: {drawn.Rows.Count:N0} of {sample.Population:N0} records in {drawn.Strata.Count} strata, seed {request.Seed}."));
        output.WriteLine($"Form: {path}");
        return ExitCode.Done;
    }

    static int Estimate(SampleRequest request, string formPath, TextWriter output)
    {
        using var store = CaseStore.OpenToRead(request.StorePath);
        var sample = CaseSample.Of(request.Folder, store);
        var form = FilledForm.Read(formPath);
        if (form.Frame != sample.Frame)
        {
            throw new InputException(
                $"{formPath}: this form was drawn from other records than the last trace counts (hash {form.Frame}, now {sample.Frame}). Trace the inputs that it was drawn from again, or draw a new sample.");
        }

        var drawn = sample.Draw(form.Size, form.Seed);
        var estimate = SampleEstimate.Of(drawn.Strata, form.Answers(drawn, sample.LocationOf));
        OutputFolder.Prepare(request.Directory);
        var settings = Settings(request, form.Size, form.Seed, form.Frame);
        SampleReport.Write(estimate, settings, output);
        if (request.Precision is { } precision)
        {
            output.WriteLine();
            double? share = double.IsFinite(estimate.Total) ? estimate.Total / sample.Population : null;
            SampleReport.WriteSizes(sample.Population, share, precision, request.Language, output);
        }

        var path = Path.Combine(request.Directory, "sample-result.xlsx");
        SampleReport.WriteWorkbook(estimate, settings, path);
        output.WriteLine();
        output.WriteLine($"Result: {path}");
        return ExitCode.Done;
    }

    static FormSettings Settings(SampleRequest request, int size, ulong seed, string frame) =>
        new(request.Language, request.Folder.Name, AppVersion.Text, size, seed, frame, request.UnmaskReason);

    sealed record SampleRequest(
        CaseFolder Folder, string StorePath, string Directory, ReportLanguage Language, int Size, ulong Seed, double? Precision, string? UnmaskReason);
}
