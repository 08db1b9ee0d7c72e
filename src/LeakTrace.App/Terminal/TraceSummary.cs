using System.Globalization;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Tracing;

namespace LeakTrace.App.Terminal;

/// <summary>What a trace says on the terminal when it is done.</summary>
static class TraceSummary
{
    const int Shown = 5;

    /// <summary>Writes a dozen lines: counts, the first sources and accounts, problems, where the report is.</summary>
    public static void Write(TraceResult result, string directory, TextWriter output)
    {
        var all = result.Counts[0];
        var excluded = all.Total - all.Valid - all.Duplicate - all.ProbableDuplicate;
        Line(output, $"Seized: {all.Total:N0} rows in {result.Files.Count} files; {all.Valid:N0} valid, {all.Duplicate:N0} duplicate, {all.ProbableDuplicate:N0} probable duplicate, {excluded:N0} excluded.");
        Line(output, $"Registers: {result.Linkage.RegistryRecords:N0} records; {all.Corroborated:N0} valid rows match one.");
        if (result.Files.Count > 0)
        {
            Ranked(output, "Sources", result.Sources.Select(s => (s.Rank, s.Source, s.ExplainedPeople, s.LogLikelihoodRatioBits, s.Needed)));
            Ranked(output, "Accounts", result.Accounts.Select(a => (a.Rank, a.Account, a.ExplainedPeople, a.LogLikelihoodRatioBits, a.Needed)));
        }

        Calls(output, result);
        var errors = result.Problems.Where(problem => problem.Severity == Severity.Error).ToList();
        if (result.Problems.Count > 0)
        {
            Line(output, $"Problems: {result.Problems.Count}, errors among them: {errors.Count}; see {Path.Combine(directory, "tables", "problems.csv")}.");
        }

        foreach (var error in errors.Take(Shown))
        {
            Line(output, $"  {error.Message}");
        }

        Line(output, $"Report: {Path.Combine(directory, "report.html")}");
    }

    static void Ranked(TextWriter output, string title, IEnumerable<(int Rank, string Name, double Explained, double Bits, bool Needed)> lines)
    {
        var ranked = lines.Where(line => line.Rank > 0).ToList();
        if (ranked.Count == 0)
        {
            return;
        }

        var needed = ranked.Count(line => line.Needed);
        Line(output, $"{title}: {needed} of {ranked.Count} needed to explain the seizure{(needed == 0 ? " (none of these)" : "")}.");
        foreach (var line in ranked.Take(Math.Max(needed, 1)).Take(Shown))
        {
            Line(output, $"  {line.Rank}. {line.Name}: {line.Explained:N0} people explained, {line.Bits:N0} bits{(line.Needed ? ", needed" : "")}");
        }
    }

    static void Calls(TextWriter output, TraceResult result)
    {
        if (result.Calls.Count == 0)
        {
            return;
        }

        var following = result.Calls.Where(line => line.Follows).ToList();
        Line(output, $"Calls: {result.Calls[0].Calls:N0} calls; they follow the admissions of {following.Count} of {result.Calls.Count} sources.");
        foreach (var line in following.Take(Shown))
        {
            Line(output, $"  {line.Source}: {line.ToRegistered:N0} calls, {line.SoonAfter:N0} within three days where chance would bring {line.SoonAfterExpected:N0}; p = {line.PValue:0.0E+0}, {line.AdjustedPValue:0.0E+0} made good for {result.Calls.Count} sources");
        }
    }

    static void Line(TextWriter output, FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
