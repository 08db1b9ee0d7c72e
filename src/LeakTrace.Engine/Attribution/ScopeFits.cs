using LeakTrace.Engine.Entities;
using LeakTrace.Engine.Tracing;

namespace LeakTrace.Engine.Attribution;

/// <summary>
/// The fit once for each edge and once for each month, for leaks start, stop and move. What a holder had and was not seized is counted over the months from which
/// the edge's people come.
/// </summary>
/// <param name="people">Seized people.</param>
/// <param name="holders">Holders of each person, elsewhere (0) first.</param>
/// <param name="heldByMonth">Records of each holder, by month.</param>
/// <param name="months">Months of the records.</param>
/// <param name="isBackground">Whether a holder is a background; only elsewhere of them is told of.</param>
/// <param name="names">Names of the holders.</param>
/// <param name="kind">What a holder is.</param>
/// <param name="needed">When a holder is needed.</param>
/// <param name="options">Options of the fits.</param>
sealed class ScopeFits(
    List<SeizedPerson> people, int[][] holders, double[][] heldByMonth, RecordMonths months, bool[] isBackground, IReadOnlyList<string> names,
    string kind, NeededRule needed, LeakRateOptions options)
{
    const double LeastExplained = 0.5;
    readonly List<ScopeLine> _lines = [];

    /// <summary>Lines by scope and key, best first, elsewhere last.</summary>
    public List<ScopeLine> Run(IReadOnlyList<string> edges)
    {
        var byEdge = new List<int>[edges.Count];
        var byMonth = new List<int>[months.Count];
        for (var p = 0; p < people.Count; p++)
        {
            (byMonth[months.Of(people[p].Records[0])] ??= []).Add(p);
            foreach (var edge in people[p].Edges)
            {
                (byEdge[edge] ??= []).Add(p);
            }
        }

        for (var edge = 0; edge < byEdge.Length; edge++)
        {
            Fit("edge", edges[edge], byEdge[edge]);
        }

        for (var month = 0; month < byMonth.Length; month++)
        {
            if (months.Labels.Count > 0 && months.Labels[month].Length > 0)
            {
                Fit("month", months.Labels[month], byMonth[month]);
            }
        }

        return _lines;
    }

    void Fit(string scope, string key, List<int>? seized)
    {
        if (seized is null)
        {
            return;
        }

        var builder = new HolderSetsBuilder();
        var unseized = new double[heldByMonth.Length];
        int first = months.Count, last = 0;
        foreach (var p in seized)
        {
            builder.Add(holders[p], people[p].Probability);
            first = Math.Min(first, months.Of(people[p].Records[0]));
            last = Math.Max(last, months.Of(people[p].Records[0]));
        }

        for (var holder = 0; holder < unseized.Length; holder++)
        {
            for (var month = first; month <= last; month++)
            {
                unseized[holder] += heldByMonth[holder][month];
            }
        }

        var matched = new double[unseized.Length];
        var found = 0.0;
        foreach (var p in seized)
        {
            found += people[p].Probability;
            foreach (var holder in holders[p])
            {
                matched[holder] += people[p].Probability;
            }
        }

        for (var holder = 0; holder < unseized.Length; holder++)
        {
            unseized[holder] = Math.Max(0, unseized[holder] - matched[holder]);
        }

        Write(scope, key, LeakRateModel.Fit(builder.Build(isBackground, unseized), options), matched, found);
    }

    void Write(string scope, string key, LeakRateFit fit, double[] matched, double found)
    {
        var lines = new List<ScopeLine>();
        var elsewhere = 0.0;
        for (var holder = 0; holder < matched.Length; holder++)
        {
            elsewhere += isBackground[holder] ? fit.ExplainedPeople[holder] : 0;
            if (!isBackground[holder] && fit.ExplainedPeople[holder] >= LeastExplained)
            {
                lines.Add(new ScopeLine(
                    scope, key, names[holder], kind, matched[holder], fit.ExplainedPeople[holder], fit.LeakRates[holder], fit.Low[holder],
                    fit.High[holder], fit.EvidenceBits[holder],
                    needed.Holds(fit.EvidenceBits[holder], fit.ExplainedPeople[holder], found)));
            }
        }

        lines.Sort((a, b) =>
            a.LogLikelihoodRatioBits != b.LogLikelihoodRatioBits ? b.LogLikelihoodRatioBits.CompareTo(a.LogLikelihoodRatioBits)
            : string.CompareOrdinal(a.Holder, b.Holder));
        _lines.AddRange(lines);
        _lines.Add(new ScopeLine(
            scope, key, "elsewhere", "elsewhere", found, elsewhere, fit.LeakRates[0], fit.Low[0], fit.High[0], double.NaN, false));
    }
}
