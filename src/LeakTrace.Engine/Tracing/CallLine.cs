namespace LeakTrace.Engine.Tracing;

/// <summary>Line of the table <c>calls</c>: whether calls follow the admissions of a source.</summary>
/// <param name="Source">Name, verbatim.</param>
/// <param name="Calls">Outgoing calls of the case with a number and a time.</param>
/// <param name="ToRegistered">Those to a number that the source has.</param>
/// <param name="Expected">Those to be expected if calls to registered numbers went to all sources in proportion to their size.</param>
/// <param name="MedianLagHours">Median hours from the latest admission before a call to the call; NaN where none was before.</param>
/// <param name="OrderCorrelation">Rank correlation of admission time and time of the first call, over the tested people; NaN for fewer than three.</param>
/// <param name="PValue">Of the order and nearness of calls to admissions, admission times permuted within source and day-part; NaN where not testable.</param>
/// <param name="People">Numbers of the source that were called.</param>
/// <param name="TestedPeople">Those that no other source has: calls to the others say nothing about which source.</param>
/// <param name="SoonAfter">Calls to these within three days after an admission.</param>
/// <param name="SoonAfterExpected">Mean of that over the permutations.</param>
/// <param name="AdjustedPValue">The p value made good for the number of sources tested (Holm).</param>
public sealed record CallLine(
    string Source, long Calls, long ToRegistered, double Expected, double MedianLagHours, double OrderCorrelation, double PValue,
    long People, long TestedPeople, long SoonAfter, double SoonAfterExpected,
    double AdjustedPValue)
{
    /// <summary>Adjusted p value up to which calls are said to follow.</summary>
    public const double Clear = 0.001;

    /// <summary>Whether calls are said to follow: by the adjusted p value, never by the one of this source alone.</summary>
    public bool Follows => AdjustedPValue <= Clear;
}
