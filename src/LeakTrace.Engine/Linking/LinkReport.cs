namespace LeakTrace.Engine.Linking;

/// <summary>How a linkage went: for its user to judge it without truth.</summary>
/// <param name="Rules">Blocking rules with their costs; empty where all pairs were compared.</param>
/// <param name="Compared">Pairs compared.</param>
/// <param name="AllPairs">Pairs of the two sides.</param>
/// <param name="ExpectedMatches">Matches among the compared pairs, as estimated.</param>
/// <param name="Prior">Probability that a random pair matches.</param>
/// <param name="Steps">Steps of estimation.</param>
/// <param name="Settled">Whether estimation settled.</param>
/// <param name="Completeness">Estimated share of the matches that blocking found.</param>
/// <param name="OneToOneLeft">Whether a left record matches one right record at most, as inferred.</param>
/// <param name="OneToOneRight">Whether a right record matches one left record at most, as inferred.</param>
/// <param name="Weights">The levels of all fields with their weights.</param>
/// <param name="Dependent">Pairs of fields that repeat each other among strangers.</param>
public sealed record LinkReport(
    IReadOnlyList<RuleCost> Rules, long Compared, double AllPairs, double ExpectedMatches, double Prior, int Steps, bool Settled,
    PairCompleteness Completeness, bool OneToOneLeft, bool OneToOneRight, IReadOnlyList<LevelWeight> Weights,
    IReadOnlyList<DependentFields> Dependent);
