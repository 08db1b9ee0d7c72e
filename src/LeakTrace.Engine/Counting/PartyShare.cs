namespace LeakTrace.Engine.Counting;

/// <summary>Counts of some of a scope's people by tier.</summary>
/// <param name="ByTier">People whose information may belong to each record tier.</param>
/// <param name="ByGravest">People by the gravest tier of their information.</param>
public sealed record PartyShare(long[] ByTier, long[] ByGravest)
{
    /// <summary>Nobody yet.</summary>
    public static PartyShare Empty() => new(new long[CountingPolicy.MostRecordTiers], new long[CountingPolicy.MostRecordTiers]);

    /// <summary>Adds one person's information, as a row has it.</summary>
    public void Add(CountedRows counted, int row)
    {
        var tiers = counted.TiersOf(row);
        for (var tier = 0; tiers >> tier != 0; tier++)
        {
            ByTier[tier] += tiers >> tier & 1;
        }

        ByGravest[counted.GravestOf(row)]++;
    }
}
