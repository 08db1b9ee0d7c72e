namespace LeakTrace.Synthetic.Ledgers;

/// <summary>Deliveries of one edge and the payments for them, with prices that change, and what is true of them.</summary>
/// <param name="Deliveries">When (seconds since 0001-01-01) how many valid records were delivered, in order of time.</param>
/// <param name="Payments">When how much was paid, in order of time.</param>
/// <param name="Prices">Prices in order of time, with the number of the first delivery at each.</param>
/// <param name="Covered">First and last delivery that each payment is for.</param>
public sealed record SyntheticLedger(
    IReadOnlyList<(long SentAt, long Rows)> Deliveries, IReadOnlyList<(long PaidAt, decimal Amount)> Payments,
    IReadOnlyList<(decimal Price, int First)> Prices, IReadOnlyList<(int First, int Last)> Covered)
{
    // Prices as people agree on them, one after another; the dearer is about half as much again.
    static readonly decimal[][] _prices =
        [[8, 5, 3], [10, 6, 4], [5, 3, 2], [4, 2.5m, 4], [6, 4, 6], [3, 2, 3], [12, 8, 5], [5, 8, 5], [4, 6, 4]];

    /// <summary>Makes a ledger: 24 to 48 deliveries, half-monthly or monthly; one change of price, now and then two.</summary>
    /// <param name="seed">The same seed makes the same ledger.</param>
    /// <param name="kind">How amounts are off.</param>
    /// <param name="noise">How much.</param>
    /// <param name="missing">Share of the payments that left no trace.</param>
    /// <param name="merged">Share of the deliveries that are paid with the next one.</param>
    /// <param name="mostChanges">Most changes of price, 0 for a single price.</param>
    public static SyntheticLedger Make(long seed, LedgerNoise kind, double noise, double missing, double merged, int mostChanges = 2)
    {
        var chance = new Chance(seed, Topic.Ledger, (long)kind);
        var count = chance.Between(24, 48);
        var isMonthly = chance.Happens(0.5);
        var deliveries = new List<(long SentAt, long Rows)>();
        var start = new DateTime(2019, 1, 1, 9, 0, 0, DateTimeKind.Unspecified);
        for (var i = 0; i < count; i++)
        {
            var day = isMonthly ? start.AddMonths(i) : start.AddMonths(i / 2).AddDays(i % 2 * 15);
            var sentAt = day.AddDays(chance.Below(5)) + chance.Within(TimeSpan.FromHours(10));
            deliveries.Add((sentAt.Ticks / TimeSpan.TicksPerSecond, (long)(300 * Math.Exp(2.3 * chance.Unit()))));
        }

        var prices = Steps(chance, deliveries, mostChanges);
        var payments = new List<(long, decimal)>();
        var covered = new List<(int, int)>();
        decimal owed = 0;
        var first = 0;
        for (var i = 0; i < count; i++)
        {
            var price = prices.Last(step => step.First <= i).Price;
            owed += deliveries[i].Rows * price;
            if (chance.Happens(merged) && i + 1 < count)
            {
                continue;
            }

            var amount = Blur(chance, kind, noise, owed);
            var paidAt = deliveries[i].SentAt + chance.Between(3_600, 200_000);
            owed = 0;
            if (!chance.Happens(missing))
            {
                payments.Add((paidAt, amount));
                covered.Add((first, i));
            }

            first = i + 1;
        }

        return new SyntheticLedger(deliveries, payments, prices, covered);
    }

    static List<(decimal Price, int First)> Steps(Chance chance, List<(long SentAt, long Rows)> deliveries, int mostChanges)
    {
        var prices = chance.Pick(_prices);
        var changes = Math.Min(mostChanges, chance.Happens(0.2) ? 2 : 1);
        var steps = new List<(decimal Price, int First)> { (prices[0], 0) };
        for (var c = 1; c <= changes; c++)
        {
            steps.Add((prices[c], (deliveries.Count * c / (changes + 1)) + chance.Between(-3, 3)));
        }

        return steps;
    }

    static decimal Blur(Chance chance, LedgerNoise kind, double noise, decimal owed)
    {
        var factor = kind switch
        {
            LedgerNoise.Normal => 1 + (noise * Normal(chance)),
            LedgerNoise.Even => 1 + (noise * ((2 * chance.Unit()) - 1)),
            _ => chance.Happens(noise) ? 0.4 + (1.2 * chance.Unit()) : 1,
        };
        var amount = owed * (decimal)Math.Max(0.2, factor);
        var step = kind == LedgerNoise.Gross ? (decimal)chance.Pick([1, 10, 100]) : 1;
        return Math.Max(step, Math.Round(amount / step) * step);
    }

    /// <summary>A standard normal number (Box &amp; Muller 1958).</summary>
    static double Normal(Chance chance) =>
        Math.Sqrt(-2 * Math.Log(1 - chance.Unit())) * Math.Cos(2 * Math.PI * chance.Unit());
}
