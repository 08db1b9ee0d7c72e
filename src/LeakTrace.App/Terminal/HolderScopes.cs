using System.Globalization;
using LeakTrace.Engine.Tracing;

namespace LeakTrace.App.Terminal;

/// <summary>A holder's part in the delivery edges and months, in words: where the evidence is, and when it begins and ends.</summary>
static class HolderScopes
{
    const int MostEdges = 5;

    // Less is chance.
    const double LeastBits = 3;

    public static IEnumerable<string> English(IReadOnlyList<ScopeLine> scopes)
    {
        var edges = Edges(scopes).ConvertAll(line => $"{line.Key} {People(line)} people, {Bits(line)} bits{(line.Needed ? ", needed" : "")}");
        if (edges.Count > 0)
        {
            yield return $"By delivery: {string.Join("; ", edges)}.";
        }

        if (Months(scopes) is { Count: > 0 } months)
        {
            var all = scopes.Count(line => line.Scope == "month");
            yield return $"By month of recording: evidence in {months.Count} of {all} months, from {months[0].Key} to {months[^1].Key}; most in {Most(months).Key} ({People(Most(months))} people, {Bits(Most(months))} bits).";
        }
    }

    public static IEnumerable<string> Chinese(IReadOnlyList<ScopeLine> scopes)
    {
        var edges = Edges(scopes).ConvertAll(line => $"{line.Key} {People(line)} 人，{Bits(line)} 比特{(line.Needed ? "，必需" : "")}");
        if (edges.Count > 0)
        {
            yield return $"按交付：{string.Join("；", edges)}。";
        }

        if (Months(scopes) is { Count: > 0 } months)
        {
            var all = scopes.Count(line => line.Scope == "month");
            yield return $"按登记月份：{all} 个月中有 {months.Count} 个月有证据，自 {months[0].Key} 至 {months[^1].Key}；最多的是 {Most(months).Key}（{People(Most(months))} 人，{Bits(Most(months))} 比特）。";
        }
    }

    static List<ScopeLine> Edges(IReadOnlyList<ScopeLine> scopes) =>
        [.. scopes.Where(line => line.Scope == "edge" && line.LogLikelihoodRatioBits >= LeastBits).OrderByDescending(line => line.ExplainedPeople).Take(MostEdges)];

    static List<ScopeLine> Months(IReadOnlyList<ScopeLine> scopes) =>
        [.. scopes.Where(line => line.Scope == "month" && line.LogLikelihoodRatioBits >= LeastBits).OrderBy(line => line.Key, StringComparer.Ordinal)];

    static ScopeLine Most(List<ScopeLine> months) => months.MaxBy(line => line.LogLikelihoodRatioBits)!;

    static string People(ScopeLine line) => line.ExplainedPeople.ToString("N0", CultureInfo.InvariantCulture);

    static string Bits(ScopeLine line) => line.LogLikelihoodRatioBits.ToString("0.#", CultureInfo.InvariantCulture);
}
