using LeakTrace.Engine.Blocking;
using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Scoring;

/// <summary>
/// Finds and compares the candidate pairs between a smaller, indexed side and the tables of a larger one, which stream past the index.
/// </summary>
/// <param name="Pairs">Pairs worth scoring.</param>
/// <param name="Histogram">Patterns of all candidate pairs.</param>
/// <param name="RulePairs">Pairs that each blocking rule brought, by <see cref="BlockingRule"/>.</param>
/// <param name="RuleSkipped">Pairs that each rule left out.</param>
public sealed record PairScan(CandidatePairs Pairs, PatternHistogram Histogram, long[] RulePairs, long[] RuleSkipped)
{
    /// <summary>Pairs this far below even odds under the starting values are counted, and not kept.</summary>
    const double HopelessBits = -14;

    /// <summary>Scans.</summary>
    /// <param name="left">Indexed side, with its name rarities set.</param>
    /// <param name="right">Other side; the table <paramref name="left"/> itself finds the pairs within it, each once.</param>
    /// <param name="places">Levels of institutions.</param>
    /// <param name="model">Starting values.</param>
    /// <param name="budgetPerRule">Most pairs that one rule may bring.</param>
    /// <param name="parallel">Degree of parallelism and cancellation; the result does not depend on it.</param>
    public static PairScan Run(
        PersonColumns left, IReadOnlyList<PersonColumns> right, PlaceLevels places, MatchModel model, long budgetPerRule, ParallelOptions parallel) =>
        Run(KeyIndex.Build(left), left, right, places, model, budgetPerRule, parallel);

    /// <summary>Scans with an index that was built before.</summary>
    internal static PairScan Run(
        KeyIndex index, PersonColumns left, IReadOnlyList<PersonColumns> right, PlaceLevels places, MatchModel model, long budgetPerRule,
        ParallelOptions parallel)
    {
        var hits = new KeyHits[right.Count];
        var occurrences = new int[index.Keys.Length];
        Parallel.For(0, right.Count, parallel, () => new int[index.Keys.Length], (t, _, counts) =>
        {
            hits[t] = KeyHits.Of(index, right[t], counts);
            return counts;
        }, counts =>
        {
            lock (occurrences)
            {
                for (var k = 0; k < counts.Length; k++)
                {
                    occurrences[k] += counts[k];
                }
            }
        });
        var plan = BlockingPlan.Make(index, occurrences, budgetPerRule);
        var starts = TableNumbering.StartsOf(right);
        var found = new FoundPairs[right.Count];
        Parallel.For(0, right.Count, parallel, () => new int[left.Count], (t, _, stamps) =>
        {
            var comparer = new TableComparison(left, right[t], places, model, HopelessBits, starts[t]);
            found[t] = comparer.Run(index, plan, hits[t], stamps);
            return stamps;
        }, _ => { });
        return Gather(found, plan);
    }

    static PairScan Gather(FoundPairs[] found, BlockingPlan plan)
    {
        var total = 0;
        var histogram = new PatternHistogram();
        foreach (var part in found)
        {
            total += part.Count;
            histogram.Add(part.Histogram);
        }

        var pairs = new CandidatePairs(new int[total], new int[total], new ulong[total]);
        var at = 0;
        foreach (var part in found)
        {
            part.CopyTo(pairs, at);
            at += part.Count;
        }

        return new PairScan(pairs, histogram, plan.Pairs, plan.Skipped);
    }
}
