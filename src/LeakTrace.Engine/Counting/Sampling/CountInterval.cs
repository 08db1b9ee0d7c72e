namespace LeakTrace.Engine.Counting.Sampling;

/// <summary>An interval for a number of records.</summary>
/// <param name="Low">Least number.</param>
/// <param name="High">Greatest number.</param>
public readonly record struct CountInterval(long Low, long High);
