namespace LeakTrace.Engine.Tracing;

/// <summary>The evidence about one source or account, with what would change it; for <c>explain</c>.</summary>
public sealed record HolderEvidence
{
    /// <summary>Whether it is an account; else a source.</summary>
    public bool IsAccount { get; init; }

    /// <summary>Name, verbatim.</summary>
    public string Name { get; init; } = "";

    /// <summary>Rank from 1.</summary>
    public int Rank { get; init; }

    /// <summary>How many are ranked.</summary>
    public int Ranked { get; init; }

    /// <summary>Source of most of an account's records.</summary>
    public string Source { get; init; } = "";

    /// <summary>Records that it holds, read or wrote.</summary>
    public long Records { get; init; }

    /// <summary>Seized people among them.</summary>
    public double MatchedPeople { get; init; }

    /// <summary>Those that it held before the delivery.</summary>
    public double InTime { get; init; }

    /// <summary>Seized among an account's reads if reading and sale were independent; NaN of a source.</summary>
    public double ExpectedByChance { get; init; }

    /// <summary>Seized people whom no other of its kind held in time.</summary>
    public int Exclusive { get; init; }

    /// <summary>Seized people whom no other with evidence of its own held in time.</summary>
    public int Distinct { get; init; }

    /// <summary>Sum of its shares under the fit.</summary>
    public double ExplainedPeople { get; init; }

    /// <summary>Leak rate with its 95 % interval.</summary>
    public double LeakRate { get; init; }

    /// <summary>Lower end.</summary>
    public double LeakRateLow { get; init; }

    /// <summary>Upper end.</summary>
    public double LeakRateHigh { get; init; }

    /// <summary>Evidence that it leaked at some rate against that it leaked nothing.</summary>
    public double Bits { get; init; }

    /// <summary>Whether the seizure cannot well be explained without it.</summary>
    public bool Needed { get; init; }

    /// <summary>One-sided mid-p of an account's reading having nothing to do with the sale; NaN of a source.</summary>
    public double ReadingPValue { get; init; } = double.NaN;

    /// <summary>Deliveries before which, within a day, an account read several times what it reads on a day.</summary>
    public int Bursts { get; init; }

    /// <summary>Whether devices or hours say that several people use the account.</summary>
    public bool SharedLogin { get; init; }

    /// <summary>Seized people planted in its copy.</summary>
    public double Canaries { get; init; }

    /// <summary>Its part in each edge and month.</summary>
    public IReadOnlyList<ScopeLine> Scopes { get; init; } = [];

    /// <summary>Whom it cannot be told from: others that held the same, and sources of which it held most; joined by <c>; </c>.</summary>
    public string NotToldFrom { get; init; } = "";

    /// <summary>Seized people whom it held in time and who are left to those sources as a whole.</summary>
    public double LeftOpen { get; init; }

    /// <summary>Median hours from read to delivery; NaN where unknown.</summary>
    public double MedianLagHours { get; init; }

    /// <summary>Found people of the seizure, of whom it must explain a share to be needed.</summary>
    public double FoundPeople { get; init; }

    /// <summary>Rows of such people with the records that they match; some of them, spread over the files.</summary>
    public IReadOnlyList<string> Discriminating { get; init; } = [];

    /// <summary>Whether calls follow the admissions of a source; null where there are no call records.</summary>
    public CallLine? Calls { get; init; }

    /// <summary>Who is the next candidate among those that held its seized people, too; empty where none did.</summary>
    public string NextName { get; init; } = "";

    /// <summary>How many of its seized people that one held, too.</summary>
    public int NextHeld { get; init; }

    /// <summary>Bits of that one.</summary>
    public double NextBits { get; init; }

    /// <summary>Bits and share from which a holder is needed.</summary>
    public double NeededBits { get; init; }

    /// <summary>Share of the found people from which a holder is needed.</summary>
    public double NeededShare { get; init; }
}
