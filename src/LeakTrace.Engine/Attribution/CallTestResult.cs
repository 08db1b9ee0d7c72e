namespace LeakTrace.Engine.Attribution;

/// <summary>Whether calls follow admissions.</summary>
/// <param name="PValue">One-sided; at least one by the number of permutations plus one. NaN where too few people were called.</param>
/// <param name="OrderCorrelation">Spearman's rank correlation of first admission and first call; NaN for fewer than three people.</param>
/// <param name="SoonAfter">Calls within three days after an admission.</param>
/// <param name="SoonAfterExpected">Mean of that over the permutations.</param>
public sealed record CallTestResult(double PValue, double OrderCorrelation, long SoonAfter, double SoonAfterExpected)
{
    /// <summary>Of a source that too few people of were called.</summary>
    public static CallTestResult None { get; } = new(double.NaN, double.NaN, 0, double.NaN);
}
