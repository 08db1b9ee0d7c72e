namespace LeakTrace.Engine.Attribution;

/// <summary>One file was made from another, directly as far as the seized files show.</summary>
/// <param name="From">The earlier file.</param>
/// <param name="To">The later one.</param>
/// <param name="Shared">People in both.</param>
/// <param name="IsSameOrder">Whether nearly all of them stand in the same order.</param>
/// <param name="Basis">What the direction rests on.</param>
public sealed record LineageEdge(int From, int To, int Shared, bool IsSameOrder, LineageBasis Basis);
