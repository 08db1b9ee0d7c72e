namespace LeakTrace.Engine.Linking;

/// <summary>One summand of the evidence for a pair.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Field">Name of the field; empty where the term is of the whole pair.</param>
/// <param name="Level">Level that the field has; of disagreements, their number; of a dependence, the name of the other field.</param>
/// <param name="Bits">What it adds to the match weight.</param>
public sealed record PairTerm(PairTermKind Kind, string Field, string Level, double Bits);
