namespace LeakTrace.Engine.Linking;

/// <summary>What linking found.</summary>
/// <param name="Pairs">Pairs of probability 0.01 and more, by left record, the best first.</param>
/// <param name="Clusters">Within one table, the cluster of each record, named by its smallest record; of two tables, empty.</param>
/// <param name="JoinedBy">Within one table, the probability of the link that joined each record to its cluster; 1 for the first of a cluster.</param>
/// <param name="Report">How it was found.</param>
/// <param name="Explain">Why two records, from 0, have their weight.</param>
public sealed record LinkResult(
    IReadOnlyList<LinkedPair> Pairs, int[] Clusters, double[] JoinedBy, LinkReport Report, Func<int, int, PairExplanation> Explain);
