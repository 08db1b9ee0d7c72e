namespace LeakTrace.Engine.Counting.Sampling;

/// <summary>What a sample of a stratum showed.</summary>
/// <param name="Population">Records of the stratum.</param>
/// <param name="Verified">Records drawn and verified, true or not.</param>
/// <param name="True">Those found true.</param>
public readonly record struct SampleCount(long Population, int Verified, int True);
