namespace LeakTrace.Benchmarks.Attribution;

/// <summary>What a simulated leak through accounts is made of. Shares are between 0 and 1.</summary>
sealed record LeakCaseOptions
{
    /// <summary>What the results call it.</summary>
    public required string Name { get; init; }

    /// <summary>Records of the largest source; the others fall like one over the root of their rank.</summary>
    public int LargestSource { get; init; } = 5000;

    /// <summary>Sources.</summary>
    public int Sources { get; init; } = 10;

    /// <summary>Ordinary accounts of each source.</summary>
    public int AccountsPerSource { get; init; } = 4;

    /// <summary>Insiders; the first is at head office and sells from three sources, each other from one.</summary>
    public int Insiders { get; init; } = 3;

    /// <summary>Whether two of the insiders work in one source.</summary>
    public bool TwoInOneSource { get; init; }

    /// <summary>Least share of a source's records that an insider sells.</summary>
    public double LeastSold { get; init; } = 0.05;

    /// <summary>Largest such share.</summary>
    public double MostSold { get; init; } = 0.15;

    /// <summary>Records that an insider reads for each that is sold.</summary>
    public double ReadsPerSale { get; init; } = 3;

    /// <summary>Share of an insider's reads that each of two colleagues reads, too.</summary>
    public double ColleagueShare { get; init; } = 0.35;

    /// <summary>Share of the sold records that these colleagues read beside it: their reading then follows the sale.</summary>
    public double ColleagueOfSoldShare { get; init; }

    /// <summary>Share of each source that its ordinary accounts read by themselves.</summary>
    public double OrdinaryShare { get; init; } = 0.1;

    /// <summary>Share of the sold records that the supervisor reads after the sale.</summary>
    public double SupervisorShare { get; init; } = 0.8;

    /// <summary>Whether the first two accounts of a source record it.</summary>
    public bool Recorders { get; init; }

    /// <summary>Share of log entries lost.</summary>
    public double LostLogShare { get; init; } = 0.25;

    /// <summary>Share of every source that is known elsewhere, too, and seized from there.</summary>
    public double BackgroundShare { get; init; } = 0.005;

    /// <summary>Deliveries, one a month.</summary>
    public int Months { get; init; } = 8;

    /// <summary>Share of the months in which an insider sells; the leak starts and stops.</summary>
    public double ActiveShare { get; init; } = 1;

    /// <summary>Whether the first seller's lists are passed on over the second's edge, whose people they dilute.</summary>
    public bool Forwarded { get; init; } = true;
}
