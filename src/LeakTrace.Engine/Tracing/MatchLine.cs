using LeakTrace.Engine.Scoring;

namespace LeakTrace.Engine.Tracing;

/// <summary>Line of the table <c>matches</c>: a seized row and a registry record with probability of 0.01 or more.</summary>
/// <param name="File">Path below seized/.</param>
/// <param name="Sheet">Sheet, empty where the format has none.</param>
/// <param name="Row">1-based row.</param>
/// <param name="Source">Source of the record.</param>
/// <param name="Record">Record number, verbatim.</param>
/// <param name="Probability">Match probability, 0 to 1.</param>
/// <param name="WeightBits">Match weight with source evidence, unrounded.</param>
/// <param name="Class">Match, review or non-match.</param>
/// <param name="Evidence">Fields with level and bits, such as <c>phone=exact +24.1; name=toneless-pinyin +6.0</c>; no personal data.</param>
public sealed record MatchLine(
    string File, string Sheet, int Row, string Source, string Record, double Probability, double WeightBits,
    MatchClass Class, string Evidence)
{
    /// <summary>The terms of the evidence, such as <c>phone=exact +24.1</c>, in its order.</summary>
    public string[] Terms() => Evidence.Split(EvidenceText.Separator);
}
