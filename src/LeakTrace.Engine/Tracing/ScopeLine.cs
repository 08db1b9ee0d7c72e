namespace LeakTrace.Engine.Tracing;

/// <summary>
/// Line of the tables <c>sources_by_scope</c> and <c>accounts_by_scope</c>: a holder's part in one delivery edge or one month of recording. The
/// last line of a scope is <c>elsewhere</c>. Fields as in <see cref="SourceLine"/>.
/// </summary>
/// <param name="Scope"><c>edge</c> or <c>month</c>.</param>
/// <param name="Key">Seller→buyer, or the month in which the records were written.</param>
/// <param name="Holder">Source or account, verbatim.</param>
/// <param name="Kind"><c>register</c>, <c>account</c> or <c>elsewhere</c>.</param>
/// <param name="MatchedPeople">People of the scope whom the holder had in time; of elsewhere, all who were found.</param>
/// <param name="ExplainedPeople">Sum of its shares under the scope's fit.</param>
/// <param name="LeakRate">λ = 1 − e^(−θ).</param>
/// <param name="LeakRateLow">Lower end of the 95 % interval.</param>
/// <param name="LeakRateHigh">Upper end of the 95 % interval.</param>
/// <param name="LogLikelihoodRatioBits">Having leaked at some rate, integrated over, against having leaked nothing; zero at least.</param>
/// <param name="Needed">Whether the scope cannot well be explained without it.</param>
public sealed record ScopeLine(
    string Scope, string Key, string Holder, string Kind, double MatchedPeople, double ExplainedPeople, double LeakRate, double LeakRateLow,
    double LeakRateHigh, double LogLikelihoodRatioBits, bool Needed);
