using System.Globalization;
using LeakTrace.Engine.Tracing;

namespace LeakTrace.Engine.Counting;

/// <summary>Writes the table <c>prices</c>.</summary>
static class PriceLines
{
    /// <summary>Lines of one edge and file of payments.</summary>
    public static List<PriceLine> Write(string payer, string payee, string source, List<Settlement> settlements, PriceTiers prices)
    {
        var lines = new List<PriceLine>();
        for (var t = 0; t < prices.Tiers.Count; t++)
        {
            var tier = prices.Tiers[t];
            var isLast = t + 1 == prices.Tiers.Count;
            var (nextSettlement, nextDelivery) = isLast ? (settlements.Count, 0) : (prices.Tiers[t + 1].FirstSettlement, prices.Tiers[t + 1].FirstDelivery);
            long rows = 0;
            decimal paid = 0, owed = 0;
            var payments = 0;
            for (var s = tier.FirstSettlement; s < settlements.Count && s <= nextSettlement; s++)
            {
                // What is settled together with the next price belongs to that one's payments.
                var isSettledHere = s < nextSettlement;
                payments += isSettledHere ? settlements[s].Payments.Count : 0;
                paid += isSettledHere ? settlements[s].Amount : 0;
                for (var d = 0; d < settlements[s].Deliveries.Count; d++)
                {
                    var isAtPrice = (s > tier.FirstSettlement || d >= tier.FirstDelivery) && (s < nextSettlement || d < nextDelivery);
                    rows += isAtPrice ? settlements[s].Deliveries[d].Rows : 0;
                    owed += isSettledHere ? settlements[s].Deliveries[d].Rows * prices.PriceOf(s, d) : 0;
                }
            }

            var since = Since(settlements, tier);
            lines.Add(new PriceLine(
                payer, payee, source, tier.Price, tier.Estimate, tier.Low, tier.High, since, since.Length > 7 ? since[..7] : "", payments, rows,
                paid, owed, paid - owed)
            {
                MonthEarliest = MonthOf(tier.Earliest),
                MonthLatest = MonthOf(tier.Latest),
            });
        }

        return lines;
    }

    static string Since(List<Settlement> settlements, PriceTier tier)
    {
        for (var s = tier.FirstSettlement; s < settlements.Count; s++)
        {
            var first = s == tier.FirstSettlement ? tier.FirstDelivery : 0;
            if (first < settlements[s].Deliveries.Count)
            {
                return DayOf(settlements[s].Deliveries[first].SentAt);
            }
        }

        return "";
    }

    static string MonthOf(long sentAt) => DayOf(sentAt) is { Length: > 7 } day ? day[..7] : "";

    static string DayOf(long sentAt) =>
        sentAt < 0 ? "" : DateOnly.FromDayNumber((int)(sentAt / 86_400)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
