namespace LeakTrace.Engine.Tracing;

/// <summary>One comparison level of one field, for explaining the scores.</summary>
/// <param name="Field">Field, such as <c>phone</c>.</param>
/// <param name="Level">Level, such as <c>one-digit</c>.</param>
/// <param name="M">Probability of the level among matches.</param>
/// <param name="U">Probability of the level among non-matches.</param>
/// <param name="WeightBits">log2(m / u).</param>
/// <param name="Matched">Pairs at this level in the class match.</param>
public sealed record LevelLine(string Field, string Level, double M, double U, double WeightBits, long Matched);
