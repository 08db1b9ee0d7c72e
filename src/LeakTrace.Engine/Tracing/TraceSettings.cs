namespace LeakTrace.Engine.Tracing;

/// <summary>Settings that the result depends on; printed in the report.</summary>
public sealed record TraceSettings
{
    /// <summary>Seed of every sample that is drawn.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Probability from which a pair is a match.</summary>
    public double MatchProbability { get; init; } = 0.5;

    /// <summary>Probability from which a pair below the match threshold is for clerical review.</summary>
    public double ReviewProbability { get; init; } = 0.05;

    /// <summary>Bits of evidence that a source or account must have to be needed.</summary>
    public double NeededBits { get; init; } = 20;

    /// <summary>Share of the people of the seizure or of one edge that it must explain to be needed.</summary>
    public double NeededShare { get; init; } = 0.10;

    /// <summary>Candidate pairs that one blocking rule may bring, per seized row.</summary>
    public int PairsPerRow { get; init; } = 200;
}
