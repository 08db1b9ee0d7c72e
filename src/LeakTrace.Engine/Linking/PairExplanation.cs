namespace LeakTrace.Engine.Linking;

/// <summary>Why two records have their weight.</summary>
/// <param name="Left">Left record, from 0.</param>
/// <param name="Right">Right record, from 0.</param>
/// <param name="Terms">Summands in their order, the prior first.</param>
/// <param name="WeightBits">Their sum, the match weight in bits.</param>
/// <param name="Alone">Probability that follows from the weight alone.</param>
/// <param name="Probability">Probability after competition with other candidates; null where the pair was not among those compared or not probable enough to be listed.</param>
public sealed record PairExplanation(int Left, int Right, IReadOnlyList<PairTerm> Terms, double WeightBits, double Alone, double? Probability);
