namespace LeakTrace.Synthetic.Seized;

/// <summary>
/// What was paid: so much for each valid row of a file, rounded down or for two deliveries at once now and then.
/// </summary>
static class Money
{
    public static List<Payment> Of(
        long seed, IReadOnlyList<(SeizedFile File, int Valid)> delivered, Func<SeizedFile, decimal> price)
    {
        var payments = new List<Payment>();
        var number = 0;
        var edges = delivered.GroupBy(delivery => delivery.File.Edge);
        foreach (var edge in edges.OrderBy(edge => edge.Key, StringComparer.Ordinal))
        {
            Settle([.. edge], new Chance(seed, Topic.Payment, number++));
        }

        return
        [
            .. payments.OrderBy(payment => payment.PaidAt).ThenBy(payment => payment.Payee, StringComparer.Ordinal),
        ];

        void Settle(List<(SeizedFile File, int Valid)> edge, Chance chance)
        {
            var owed = 0m;
            var days = edge.GroupBy(delivery => delivery.File.SentAt.Date).OrderBy(day => day.Key).ToList();
            for (var i = 0; i < days.Count; i++)
            {
                var last = days[i].MaxBy(delivery => delivery.File.SentAt).File;
                owed += days[i].Sum(delivery => delivery.Valid * price(delivery.File));
                var isPutOff = chance.Happens(0.1) && i < days.Count - 1;
                if (owed > 0 && !isPutOff)
                {
                    var amount = chance.Happens(0.1) ? Math.Floor(owed / 10) * 10 : owed;
                    var paidAt = last.SentAt.AddHours(chance.Between(2, 70));
                    payments.Add(new Payment(paidAt, last.Buyer, last.Seller, amount));
                    owed = 0;
                }
            }
        }
    }
}
