namespace LeakTrace.Engine.Attribution;

/// <summary>
/// When a holder is needed to explain the seizure: enough evidence, and enough of the found people of the whole seizure
/// or of one edge. Evidence alone
/// would name colleagues of the insider, who take over a part of what lost log entries leave.
/// </summary>
/// <param name="MinimumBits">Least log-likelihood ratio.</param>
/// <param name="MinimumShare">Least share of found people that the holder explains.</param>
public sealed record NeededRule(double MinimumBits = 20, double MinimumShare = 0.10)
{
    /// <summary>Whether a holder is needed.</summary>
    /// <param name="bits">Its log-likelihood ratio.</param>
    /// <param name="explained">People of the seizure that it explains.</param>
    /// <param name="found">People of the seizure found in any register.</param>
    /// <param name="explainedByEdge">People of each edge (seller to buyer) that it explains.</param>
    /// <param name="foundByEdge">People of each edge found in any register.</param>
    public bool Holds(
        double bits, double explained, double found, ReadOnlySpan<double> explainedByEdge = default, ReadOnlySpan<double> foundByEdge = default)
    {
        if (explainedByEdge.Length != foundByEdge.Length)
        {
            throw new ArgumentException("Each edge needs both numbers.", nameof(foundByEdge));
        }
        if (!(bits >= MinimumBits))
        {
            return false;
        }
        var enough = IsShare(explained, found);
        for (var edge = 0; edge < explainedByEdge.Length; edge++)
        {
            enough |= IsShare(explainedByEdge[edge], foundByEdge[edge]);
        }
        return enough;
    }

    bool IsShare(double explained, double found) => found > 0 && explained >= MinimumShare * found;
}
