namespace LeakTrace.Engine.Counting;

/// <summary>Deliveries of one edge and the payments that settle them: all between one payment and the next.</summary>
/// <param name="Deliveries">Days with rows that count, in order of time.</param>
/// <param name="Payments">Numbers and amounts of the payments, in order of time: the first settles, others follow without a delivery between.</param>
public sealed record Settlement(
    IReadOnlyList<(long SentAt, long Rows)> Deliveries, IReadOnlyList<(int Payment, decimal Amount)> Payments)
{
    /// <summary>Rows delivered.</summary>
    public long Rows
    {
        get
        {
            long rows = 0;
            foreach (var delivery in Deliveries)
            {
                rows += delivery.Rows;
            }

            return rows;
        }
    }

    /// <summary>Everything paid.</summary>
    public decimal Amount
    {
        get
        {
            decimal amount = 0;
            foreach (var payment in Payments)
            {
                amount += payment.Amount;
            }

            return amount;
        }
    }

    /// <summary>
    /// Settlements of an edge. A payment without a delivery since the last one belongs to that one's settlement (paid in parts), or, before
    /// any delivery, to the first. Where no delivery has a time, everything is one settlement.
    /// </summary>
    /// <param name="deliveries">Delivery times, long.MaxValue where unknown, with rows that count.</param>
    /// <param name="payments">Numbers, times (long.MinValue where unknown) and amounts.</param>
    /// <param name="isInAdvance">Whether a payment settles what comes after it instead of what came before.</param>
    public static List<Settlement> Of(
        IReadOnlyList<(long SentAt, long Rows)> deliveries, IReadOnlyList<(int Payment, long PaidAt, decimal Amount)> payments, bool isInAdvance)
    {
        var days = Days(deliveries);
        var money = new List<(int Payment, long PaidAt, decimal Amount)>(payments);
        money.Sort((a, b) => a.PaidAt != b.PaidAt ? a.PaidAt.CompareTo(b.PaidAt) : a.Payment.CompareTo(b.Payment));
        var isTimed = days.Count > 0 && days[^1].SentAt != long.MinValue && money.Count > 0 && money[^1].PaidAt != long.MinValue;
        if (!isTimed)
        {
            return money.Count == 0 ? [] : [new Settlement(days, money.ConvertAll(payment => (payment.Payment, payment.Amount)))];
        }

        var settlements = new List<Settlement>();
        var next = 0;
        for (var i = 0; i < money.Count; i++)
        {
            var end = isInAdvance ? (i + 1 < money.Count ? money[i + 1].PaidAt : long.MaxValue) : money[i].PaidAt;
            var covered = new List<(long, long)>();
            while (next < days.Count && (isInAdvance ? days[next].SentAt < end : days[next].SentAt <= end))
            {
                covered.Add(days[next++]);
            }

            var payment = (money[i].Payment, money[i].Amount);
            if (covered.Count == 0 && settlements.Count > 0)
            {
                settlements[^1] = settlements[^1] with { Payments = [.. settlements[^1].Payments, payment] };
            }
            else if (settlements.Count == 1 && settlements[0].Deliveries.Count == 0)
            {
                settlements[0] = new Settlement(covered, [.. settlements[0].Payments, payment]);
            }
            else
            {
                settlements.Add(new Settlement(covered, [payment]));
            }
        }

        return settlements;
    }

    /// <summary>Deliveries summed by day, at the time of the day's last; those of unknown time come first.</summary>
    static List<(long SentAt, long Rows)> Days(IReadOnlyList<(long SentAt, long Rows)> deliveries)
    {
        const long Day = 86_400;
        var sorted = new List<(long SentAt, long Rows)>();
        foreach (var (sentAt, rows) in deliveries)
        {
            if (rows > 0)
            {
                sorted.Add((sentAt == long.MaxValue ? long.MinValue : sentAt, rows));
            }
        }

        sorted.Sort();
        var days = new List<(long SentAt, long Rows)>();
        foreach (var (sentAt, rows) in sorted)
        {
            if (days.Count > 0 && (days[^1].SentAt == sentAt || (sentAt != long.MinValue && days[^1].SentAt != long.MinValue && days[^1].SentAt / Day == sentAt / Day)))
            {
                days[^1] = (sentAt, days[^1].Rows + rows);
            }
            else
            {
                days.Add((sentAt, rows));
            }
        }

        return days;
    }
}
