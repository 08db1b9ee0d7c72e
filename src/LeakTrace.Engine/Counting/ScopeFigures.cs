namespace LeakTrace.Engine.Counting;

/// <summary>What thresholds need to know of one scope.</summary>
/// <param name="Scope"><c>all</c>, <c>edge</c>, <c>seller</c>, <c>buyer</c> or <c>party</c>.</param>
/// <param name="Key">Which.</param>
/// <param name="Seller">Who sold or provided; empty where the scope is one of acquiring, or of nobody.</param>
/// <param name="Buyer">Who acquired; empty where the scope is one of selling, or of nobody.</param>
/// <param name="Tiers">Counts by record tier, as the policy orders them.</param>
/// <param name="ValidByGravest">Records by the gravest tier that they may belong to.</param>
/// <param name="HighByGravest">Upper figures of the same.</param>
/// <param name="LowByLightest">Lower figures by tier where whatever is unsettled is taken lightly.</param>
/// <param name="Own">Sold without having come from another party: what duty or service may have given; null in scopes of acquiring.</param>
/// <param name="Accumulated">
/// What was sold, once for each recipient, with what was obtained and not sold (第十一条第一款、第二款); null but for parties.
/// </param>
public sealed record ScopeFigures(
    string Scope, string Key, string Seller, string Buyer, IReadOnlyList<TierCount> Tiers, long[] ValidByGravest, long[] HighByGravest,
    long[] LowByLightest, PartyShare? Own, PartyShare? Accumulated)
{
    /// <summary>Figures of a tally.</summary>
    internal static ScopeFigures Of(
        string scope, string key, string seller, string buyer, Tally tally, int tiers, PartyShare? own = null, PartyShare? accumulated = null)
    {
        var counts = new TierCount[tiers];
        for (var tier = 0; tier < tiers; tier++)
        {
            var count = tally.OfTier(tier);
            counts[tier] = new TierCount(
                count.Rows, count.Valid, count.Low, count.High, count.Valid - count.PhoneOnly, count.ByPhone, count.ById, count.ByNamePhone,
                count.ByRow, [count.Covered(0), count.Covered(1), count.Covered(2), count.Covered(3)]);
        }

        return new ScopeFigures(
            scope, key, seller, buyer, counts, tally.ValidByGravest, tally.HighByGravest, tally.LowByLightest, own, accumulated);
    }
}
