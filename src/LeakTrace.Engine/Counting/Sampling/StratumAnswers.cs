namespace LeakTrace.Engine.Counting.Sampling;

/// <summary>What verification found of the records drawn from a stratum.</summary>
/// <param name="True">Records that are true.</param>
/// <param name="False">Records that are not.</param>
/// <param name="Unknown">Records that could not be verified.</param>
public readonly record struct StratumAnswers(int True, int False, int Unknown);
