using System.Globalization;
using LeakTrace.Engine.Linking;
using LeakTrace.Engine.Scoring;
using LeakTrace.Reports;
using LeakTrace.Reports.Linking;

namespace LeakTrace.App.Linking;

/// <summary>Says how a linkage will go, or went.</summary>
static class PlanText
{
    /// <summary>Writes the plan: fields, rules with costs, what is left out.</summary>
    public static void Write(LinkPlan plan, IReadOnlyList<LinkField> fields, TextWriter output)
    {
        foreach (var field in fields)
        {
            output.WriteLine($"field  {field.Name}  ({ProfileReader.NameOf(field.Type)})");
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pairs  {plan.AllPairs:N0} in all, budget {plan.Budget:N0}"));
        if (plan.Rules.Count == 0)
        {
            output.WriteLine("rule   none: all pairs are compared, none is lost");
        }

        foreach (var rule in plan.Rules)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rule   {rule.Rule}  {rule.Cost:N0} pairs")
                + (rule.LeftOut > 0 ? string.Create(CultureInfo.InvariantCulture, $", {rule.LeftOut:N0} of the commonest keys left out") : ""));
        }
    }

    /// <summary>Writes what was found in a few lines.</summary>
    public static void WriteSummary(LinkResult result, bool isOneTable, TextWriter output)
    {
        var report = result.Report;
        var matches = result.Pairs.Count(pair => pair.Class == MatchClass.Match);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"leaktrace: {report.Compared:N0} of {report.AllPairs:N0} pairs compared, {matches:N0} of probability 0.5 and more; ")
            + FoundByBlocking(report.Completeness)
            + (report.Settled ? $"estimation settled in {report.Steps} steps." : $"estimation had not settled after {report.Steps} steps: look at the weights before relying on it."));
        if (isOneTable)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"leaktrace: {result.Clusters.Length:N0} records, {Clusters(result.Clusters):N0} clusters."));
        }
    }

    static string FoundByBlocking(PairCompleteness completeness) =>
        completeness.Low == 1 ? "" : double.IsNaN(completeness.Estimate) ? "how many matches blocking misses cannot be told; "
        : string.Create(CultureInfo.InvariantCulture,
            $"blocking is estimated to find {completeness.Estimate:P1} of the matches ({completeness.Low:P1} to {completeness.High:P1}); ");

    /// <summary>Number of clusters: each is named by one of its records.</summary>
    static int Clusters(int[] clusters) => clusters.Where((cluster, record) => cluster == record).Count();

    /// <summary>Writes what the levels are worth; those that no pair has are left out.</summary>
    public static void WriteWeights(LinkReport report, TextWriter output)
    {
        foreach (var weight in report.Weights.Where(weight => weight.M > 1e-5))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{weight.Field,-16} {weight.Level,-20} m {weight.M,8:F5}  u {weight.U,9:E2}  {weight.WeightBits,7:F2} bits"));
        }

        foreach (var pair in report.Dependent)
        {
            output.WriteLine(LinkPage.Dependence(pair, ReportLanguage.English));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"prior {report.Prior:E2}, ")
            + $"left records match {(report.OneToOneLeft ? "one record at most" : "any number")}, right ones {(report.OneToOneRight ? "one at most" : "any number")}");
    }

    /// <summary>Writes why a pair has its weight, term by term.</summary>
    public static void WritePair(PairExplanation pair, ReportLanguage language, TextWriter output)
    {
        foreach (var term in LinkPage.Told(pair))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{term.Bits,9:+0.00;-0.00;0.00}  {LinkPage.NameOf(term, language)}"));
        }

        output.WriteLine(LinkPage.Sum(pair, language));
    }

    /// <summary>A stage of linking, for the line that shows progress.</summary>
    public static string NameOf(LinkStage stage, double share) => stage switch
    {
        LinkStage.Plan => string.Create(CultureInfo.InvariantCulture, $"choosing what to compare: {share:P0}"),
        LinkStage.Compare => string.Create(CultureInfo.InvariantCulture, $"comparing: {share:P0}"),
        LinkStage.Estimate => "estimating weights",
        _ => "resolving",
    };
}
