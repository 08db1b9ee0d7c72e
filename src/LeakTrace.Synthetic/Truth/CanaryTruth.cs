namespace LeakTrace.Synthetic.Truth;

/// <summary>A record of somebody who does not exist, planted in one source's copy.</summary>
sealed record CanaryTruth(string Record, string Source);
