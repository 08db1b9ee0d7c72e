namespace LeakTrace.Engine.Counting;

/// <summary>A rule that multiplies thresholds: the half for what duty or service gave, the tenfold of the graver degree.</summary>
/// <param name="Article">Where it stands.</param>
/// <param name="Text">Its words.</param>
/// <param name="Factor">What thresholds are multiplied by.</param>
/// <param name="Tiers">Names of the tiers that it holds for.</param>
public sealed record PolicyFactor(string Article, string Text, double Factor, IReadOnlyList<string> Tiers)
{
    /// <summary>Whether it holds for a tier.</summary>
    public bool AppliesTo(PolicyTier tier)
    {
        foreach (var name in Tiers)
        {
            if (name == tier.Name)
            {
                return true;
            }
        }

        return false;
    }
}
