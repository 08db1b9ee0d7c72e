namespace LeakTrace.Engine.Tracing;

/// <summary>Line of the table <c>sources</c>. The last line is <c>elsewhere</c>, without rank.</summary>
/// <param name="Rank">From 1; 0 for elsewhere.</param>
/// <param name="Source">Name, verbatim.</param>
/// <param name="Kind"><c>register</c> or <c>elsewhere</c>.</param>
/// <param name="RegistryRecords">Records of the source.</param>
/// <param name="MatchedRecords">Those matched by a counted row.</param>
/// <param name="MatchedPeople">Seized people whom the source holds.</param>
/// <param name="ShareOfSeized">Matched people by all seized people.</param>
/// <param name="ShareOfRegistry">Matched records by the source's records.</param>
/// <param name="Lift">Share of registry against that of all sources together.</param>
/// <param name="ExclusivePeople">Matched people whom no other source holds.</param>
/// <param name="ExplainedPeople">Sum of the source's shares under the fit.</param>
/// <param name="LeakRate">λ = 1 − e^(−θ).</param>
/// <param name="LeakRateLow">Lower end of the 95 % interval.</param>
/// <param name="LeakRateHigh">Upper end of the 95 % interval.</param>
/// <param name="LogLikelihoodRatioBits">Having leaked at some rate, integrated over, against having leaked nothing; zero at least.</param>
/// <param name="Needed">Whether the seizure cannot well be explained without it.</param>
/// <param name="GuiltProbability">Papadimitriou and Garcia-Molina (2011), for reference.</param>
/// <param name="Canaries">Seized people planted in its copy.</param>
public sealed record SourceLine(
    int Rank, string Source, string Kind, long RegistryRecords, long MatchedRecords, double MatchedPeople,
    double ShareOfSeized, double ShareOfRegistry, double Lift, double ExclusivePeople, double ExplainedPeople,
    double LeakRate, double LeakRateLow, double LeakRateHigh, double LogLikelihoodRatioBits, bool Needed,
    double GuiltProbability, double Canaries = 0)
{
    /// <summary>Sources that held the same or nearly the same people, joined by <c>; </c>; elsewhere where they held all.</summary>
    public string NotToldFrom { get; init; } = "";
}
