using LeakTrace.Synthetic.Files;
using LeakTrace.Synthetic.Seized;

namespace LeakTrace.Synthetic.Maternity;

/// <summary>What was paid: so much for each valid row, less than promised or for two months at once now and then.</summary>
static class Money
{
    public static List<Payment> Of(MaternityOptions options, IReadOnlyList<(SeizedFile File, int Valid)> delivered)
    {
        var change = Register.Start.AddMonths((int)Math.Round(options.Months * options.FirstPriceShare) + 1);
        var payments = new List<Payment>();
        foreach (var edge in delivered.GroupBy(delivery => delivery.File.Edge).OrderBy(edge => edge.Key, StringComparer.Ordinal))
        {
            var chance = new Chance(options.Seed, Topic.Payment, edge.Key[0]);
            var owed = 0m;
            var settlements = edge.GroupBy(delivery => delivery.File.SentAt.Date).OrderBy(day => day.Key).ToList();
            for (var i = 0; i < settlements.Count; i++)
            {
                var last = settlements[i].MaxBy(delivery => delivery.File.SentAt).File;
                var price = last.SentAt < change ? options.FirstPrice : options.LaterPrice;
                owed += settlements[i].Sum(delivery => delivery.Valid) * price * (last.Seller == "L" ? (decimal)options.PassedOnShare : 1);
                if (owed == 0 || (chance.Happens(0.1) && i < settlements.Count - 1))
                {
                    continue;
                }

                var amount = chance.Happens(0.1) ? Math.Floor(owed / 10) * 10 : owed;
                payments.Add(new Payment(last.SentAt.AddHours(chance.Between(2, 70)), last.Buyer, last.Seller, amount));
                owed = 0;
            }
        }

        return [.. payments.OrderBy(payment => payment.PaidAt)];
    }
}
