using LeakTrace.Engine.Scoring;

namespace LeakTrace.Engine.Linking;

/// <summary>A pair of records that may be the same.</summary>
/// <param name="Left">Left record, from 0.</param>
/// <param name="Right">Right record, from 0.</param>
/// <param name="Probability">Probability that they match.</param>
/// <param name="WeightBits">Match weight in bits, prior included, without what competing candidates take away.</param>
/// <param name="Class">Match from probability one half, review from a tenth, else non-match.</param>
public sealed record LinkedPair(int Left, int Right, double Probability, double WeightBits, MatchClass Class);
