namespace LeakTrace.Engine.Counting;

/// <summary>One threshold of a policy.</summary>
/// <param name="Name">Name, such as 五.</param>
/// <param name="Article">Where it stands, such as 第五条第一款第五项.</param>
/// <param name="Text">Its words.</param>
/// <param name="Measure">What is held against the threshold.</param>
/// <param name="Threshold">From here on it is reached.</param>
public sealed record PolicyTier(string Name, string Article, string Text, TierMeasure Measure, double Threshold);
