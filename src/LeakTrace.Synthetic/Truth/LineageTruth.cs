namespace LeakTrace.Synthetic.Truth;

/// <summary>One file was made from another, directly or over files that were not found.</summary>
/// <param name="From">The earlier file.</param>
/// <param name="To">The later one.</param>
/// <param name="People">People in both.</param>
sealed record LineageTruth(string From, string To, int People);
