namespace LeakTrace.Engine.Tracing;

/// <summary>How seized rows were linked to registry records.</summary>
/// <param name="SeizedRows">Rows that carry a record.</param>
/// <param name="RegistryRecords">Registry records.</param>
/// <param name="CandidatePairs">Distinct pairs compared.</param>
/// <param name="Prior">Probability that a random pair of row and record is a match.</param>
/// <param name="Iterations">Steps of the EM algorithm.</param>
/// <param name="Estimated">False where there were too few pairs and the documented starting values were used.</param>
/// <param name="MatchBits">Weight from which a pair is a match.</param>
/// <param name="ReviewBits">Weight from which a pair is for review.</param>
/// <param name="Levels">Every level of every field.</param>
/// <param name="Rules">Blocking rules.</param>
public sealed record LinkageSummary(
    long SeizedRows, long RegistryRecords, long CandidatePairs, double Prior, int Iterations, bool Estimated,
    double MatchBits, double ReviewBits, IReadOnlyList<LevelLine> Levels, IReadOnlyList<RuleLine> Rules);
