namespace LeakTrace.Engine.Counting.Sampling;

/// <summary>The true records of a population by a stratified sample.</summary>
/// <param name="Strata">Each stratum by itself.</param>
/// <param name="Population">Records.</param>
/// <param name="Total">True records, the expansion estimate Σ N·x/n over the strata; NaN where a stratum has no verified record.</param>
/// <param name="Interval">Interval for the true records, those not verified left out.</param>
/// <param name="WithUnknown">The widest interval: those not verified taken as untrue below, as true above.</param>
public sealed record SampleEstimate(
    IReadOnlyList<StratumEstimate> Strata, long Population, double Total, CountInterval Interval, CountInterval WithUnknown)
{
    /// <summary>Estimates.</summary>
    /// <param name="strata">Strata as they were drawn.</param>
    /// <param name="answers">What was found in each.</param>
    /// <param name="confidence">Such as 0.95.</param>
    public static SampleEstimate Of(IReadOnlyList<SampleStratum> strata, IReadOnlyList<StratumAnswers> answers, double confidence = 0.95)
    {
        var estimates = new List<StratumEstimate>();
        var verified = new List<SampleCount>();
        var pessimistic = new List<SampleCount>();
        var optimistic = new List<SampleCount>();
        long population = 0;
        double total = 0;
        for (var s = 0; s < strata.Count; s++)
        {
            var (right, wrong, unknown) = answers[s];
            var records = strata[s].Population;
            verified.Add(new SampleCount(records, right + wrong, right));
            pessimistic.Add(new SampleCount(records, right + wrong + unknown, right));
            optimistic.Add(new SampleCount(records, right + wrong + unknown, right + unknown));
            var share = right + wrong == 0 ? double.NaN : (double)right / (right + wrong);
            estimates.Add(new StratumEstimate(strata[s], answers[s], share, StratumInterval.Of(verified[s], confidence)));
            population += records;
            total += share * records;
        }

        var widest = new CountInterval(TotalInterval.Of(pessimistic, confidence).Low, TotalInterval.Of(optimistic, confidence).High);
        return new SampleEstimate(estimates, population, total, TotalInterval.Of(verified, confidence), widest);
    }
}
