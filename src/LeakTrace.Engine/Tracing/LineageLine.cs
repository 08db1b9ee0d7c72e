namespace LeakTrace.Engine.Tracing;

/// <summary>Line of the table <c>lineage</c>: a seized file was made from another, directly as far as the seized files show.</summary>
/// <param name="FromFile">The earlier file.</param>
/// <param name="ToFile">The later one.</param>
/// <param name="SharedPeople">People in both.</param>
/// <param name="Containment">Share of the later file's people that the earlier one has.</param>
/// <param name="SameOrder">Whether nearly all of the shared people stand in the same order in both.</param>
/// <param name="SentFirst">Whether the earlier file was sent first; null where no delivery times tell.</param>
/// <param name="ForwardedShare">Share of the earlier file's people that the later one has.</param>
/// <param name="DirectionBy">What the direction rests on: delivery, parties, or open where either may have been made from the other.</param>
public sealed record LineageLine(
    string FromFile, string ToFile, int SharedPeople, double Containment, bool SameOrder, bool? SentFirst, double ForwardedShare,
    string DirectionBy);
