namespace LeakTrace.Engine.Linking;

/// <summary>Share of the matches that blocking found, estimated without truth.</summary>
/// <param name="Estimate">The estimate; 1 where all pairs were compared.</param>
/// <param name="Low">What the most pessimistic of the models says, twice its sampling error lower.</param>
/// <param name="High">What the most optimistic one says, twice its sampling error higher.</param>
public readonly record struct PairCompleteness(double Estimate, double Low, double High);
