namespace LeakTrace.Engine.Tracing;

/// <summary>Line of the table <c>threshold_keys</c>: a count of records under another key, held against the same tier.</summary>
/// <param name="Scope">Scope.</param>
/// <param name="Key">Which.</param>
/// <param name="Tier">Tier of the policy.</param>
/// <param name="CountedBy">
/// <c>linkage</c>, <c>low</c>, <c>high</c>, <c>without_phone_only</c>, <c>phone</c>, <c>id</c>, <c>name_phone</c> or <c>row</c>.
/// </param>
/// <param name="Count">Records under that key.</param>
/// <param name="Covered">Share of the rows that have the key; a count by a key that many rows lack says little.</param>
/// <param name="Reached">Whether the threshold is reached.</param>
/// <param name="SevereReached">Whether the tenfold is reached.</param>
/// <param name="InsiderReached">Whether the half would be reached; null where it cannot apply.</param>
/// <param name="InsiderSevereReached">Whether the tenfold of the half would be reached; null where it cannot apply.</param>
/// <param name="Differs">Whether any of these answers differs from that by linkage.</param>
public sealed record ThresholdKeyLine(
    string Scope, string Key, string Tier, string CountedBy, long Count, double Covered, bool Reached, bool SevereReached,
    bool? InsiderReached, bool? InsiderSevereReached, bool Differs);
