using LeakTrace.Synthetic.Ledgers;

namespace LeakTrace.Benchmarks.Counting;

/// <summary>
/// The best that can be: told everything but the days of the changes (the prices, the law of the noise, which deliveries every payment is
/// for), it takes the months that are the most probable. Where the payment beside a change is missing, nothing tells which it is.
/// </summary>
static class LedgerOracle
{
    /// <summary>The most probable months of all changes together, as numbers of months.</summary>
    public static int[] Months(SyntheticLedger ledger, LedgerNoise kind, double noise)
    {
        var count = ledger.Deliveries.Count;
        var found = new List<(double Log, int[] Months)>();
        for (var first = 1; first < count; first++)
        {
            for (var second = ledger.Prices.Count > 2 ? first + 1 : count; second <= (ledger.Prices.Count > 2 ? count - 1 : count); second++)
            {
                var (a, b) = (first, second);
                var log = ledger.Payments.Index().Sum(payment => Math.Log(Density(
                    (double)payment.Item.Amount, Owed(ledger, ledger.Covered[payment.Index], a, b), kind, noise)));
                int[] months = second < count ? [MonthOf(ledger, a), MonthOf(ledger, b)] : [MonthOf(ledger, a)];
                found.Add((log, months));
            }
        }

        var best = found.Max(item => item.Log);
        return found.GroupBy(item => string.Join(',', item.Months)).MaxBy(months => months.Sum(item => Math.Exp(item.Log - best)))!.First().Months;
    }

    /// <summary>Months of the changes as they were.</summary>
    public static int[] Truth(SyntheticLedger ledger) => [.. ledger.Prices.Skip(1).Select(price => MonthOf(ledger, price.First))];

    static int MonthOf(SyntheticLedger ledger, int delivery)
    {
        var day = DateOnly.FromDayNumber((int)(ledger.Deliveries[delivery].SentAt / 86_400));
        return (12 * day.Year) + day.Month;
    }

    static double Owed(SyntheticLedger ledger, (int First, int Last) covered, int first, int second)
    {
        double owed = 0;
        for (var d = covered.First; d <= covered.Last; d++)
        {
            owed += ledger.Deliveries[d].Rows * (double)ledger.Prices[d < first ? 0 : d < second ? 1 : 2].Price;
        }

        return owed;
    }

    static double Density(double amount, double owed, LedgerNoise kind, double noise) => kind switch
    {
        LedgerNoise.Normal => Math.Exp(-0.5 * Math.Pow((amount - owed) / (noise * owed), 2)) / owed + double.Epsilon,
        LedgerNoise.Even => Math.Abs(amount - owed) <= noise * owed + 0.5 ? 1 / owed : double.Epsilon,
        _ => (noise * (amount >= 0.4 * owed - 50 && amount <= 1.6 * owed + 50 ? 1 / (1.2 * owed) : 0))
            + (1 - noise) * (((int[])[1, 10, 100]).Sum(step => Math.Abs(amount - owed) <= step / 2.0 ? 1.0 / step : 0) / 3) + double.Epsilon,
    };
}
