namespace LeakTrace.Engine.Counting.Sampling;

/// <summary>What a stratum's sample says of its true records.</summary>
/// <param name="Stratum">The stratum.</param>
/// <param name="Answers">What was found.</param>
/// <param name="Share">Share of true ones among those verified; NaN where none was.</param>
/// <param name="Interval">Exact interval for the stratum's true records, from those verified.</param>
public sealed record StratumEstimate(SampleStratum Stratum, StratumAnswers Answers, double Share, CountInterval Interval);
