using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Tracing;

/// <summary>Line of the table <c>thresholds</c>: what one scope comes to under one tier of the policy. It computes; it decides nothing.</summary>
/// <param name="Scope"><c>all</c>, <c>edge</c>, <c>seller</c>, <c>buyer</c> or <c>party</c>.</param>
/// <param name="Key">Which.</param>
/// <param name="Tier">Tier of the policy, such as 五.</param>
/// <param name="Count">Records, yuan, or the proportional sum; NaN where the case does not say (no payments, no profit).</param>
/// <param name="Threshold">From here on the tier is reached.</param>
/// <param name="InsiderThreshold">The half for what duty or service gave; NaN where it cannot apply to the scope or the role.</param>
/// <param name="SevereThreshold">The tenfold; NaN where the tier has none.</param>
/// <param name="InsiderSevereThreshold">The tenfold of the half; NaN as above.</param>
/// <param name="Reached">Whether the tier is reached, by the half too where the role is that of an insider.</param>
public sealed record ThresholdLine(
    string Scope, string Key, string Tier, double Count, double Threshold, double InsiderThreshold, double SevereThreshold,
    double InsiderSevereThreshold, bool Reached)
{
    /// <summary>Whether the tenfold is reached.</summary>
    public bool SevereReached { get; init; }

    /// <summary>Whether the half is reached by what no other party had delivered; null where it cannot apply.</summary>
    public bool? InsiderReached { get; init; }

    /// <summary>The same for the tenfold of the half.</summary>
    public bool? InsiderSevereReached { get; init; }

    /// <summary>Role of the party.</summary>
    public PartyRole Role { get; init; }

    /// <summary>Article of the tier.</summary>
    public string Article { get; init; } = "";

    /// <summary>What is counted: <c>records</c>, <c>yuan</c> or <c>share</c>.</summary>
    public string Unit { get; init; } = "records";

    /// <summary>Lower figure of the count.</summary>
    public double CountLow { get; init; }

    /// <summary>Upper figure of the count.</summary>
    public double CountHigh { get; init; }

    /// <summary>The part of the count that no other party had delivered, which the half is held against; NaN where it cannot apply.</summary>
    public double InsiderCount { get; init; } = double.NaN;

    /// <summary>Obtained or sold, once for each recipient; NaN but for parties. The tier is reached by this or by the count.</summary>
    public double Accumulated { get; init; } = double.NaN;

    /// <summary>Physical rows behind it: those of <c>rows</c> whose tiers name this one, valid and repeated; 0 where it does not count records.</summary>
    public long Rows { get; init; }

    /// <summary>Whether another key, or one of the bounds, gives another answer.</summary>
    public bool DependsOnKey { get; init; }

    /// <summary>Stable code of what else must be known, such as <c>role-unknown</c>; empty where nothing must.</summary>
    public string Note { get; init; } = "";
}
