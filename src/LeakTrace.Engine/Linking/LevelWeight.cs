namespace LeakTrace.Engine.Linking;

/// <summary>A comparison level and what it is worth.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Level">Name of the level.</param>
/// <param name="M">Probability among matches.</param>
/// <param name="U">Probability among non-matches.</param>
/// <param name="WeightBits">log2 of m over u.</param>
public sealed record LevelWeight(string Field, string Level, double M, double U, double WeightBits);
