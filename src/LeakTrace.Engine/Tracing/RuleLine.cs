namespace LeakTrace.Engine.Tracing;

/// <summary>One blocking rule as it ran.</summary>
/// <param name="Rule">Name, such as <c>phone 3-4 | 4</c>.</param>
/// <param name="Pairs">Candidate pairs that it found, pairs found by other rules included.</param>
/// <param name="Skipped">Pairs of keys too frequent to compare, left out to keep the budget.</param>
public sealed record RuleLine(string Rule, long Pairs, long Skipped);
