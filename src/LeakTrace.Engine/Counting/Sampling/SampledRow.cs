namespace LeakTrace.Engine.Counting.Sampling;

/// <summary>A row that was drawn.</summary>
/// <param name="Stratum">0-based stratum.</param>
/// <param name="Row">Index into the rows that were drawn from.</param>
public readonly record struct SampledRow(int Stratum, int Row);
