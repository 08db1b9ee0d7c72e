namespace LeakTrace.Engine.Linking;

/// <summary>A blocking rule and what it costs.</summary>
/// <param name="Rule">Fields and keys.</param>
/// <param name="Cost">Pairs that share a key, counted exactly.</param>
/// <param name="LeftOut">Pairs of the commonest keys that are left out to stay within the budget.</param>
public sealed record RuleCost(string Rule, double Cost, double LeftOut);
