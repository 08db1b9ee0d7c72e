namespace LeakTrace.Engine.Linking;

/// <summary>Which pairs would be compared.</summary>
/// <param name="Rules">Blocking rules with exact costs; empty where all pairs are compared.</param>
/// <param name="AllPairs">Pairs of the two sides.</param>
/// <param name="Budget">Pairs that the plan may cost.</param>
public sealed record LinkPlan(IReadOnlyList<RuleCost> Rules, double AllPairs, double Budget);
