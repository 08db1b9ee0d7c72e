using LeakTrace.Engine.Records;
using LeakTrace.Engine.Tracing;

namespace LeakTrace.Engine.Counting;

/// <summary>Writes the table <c>parties</c>.</summary>
static class PartyLines
{
    /// <summary>One line for each party and file of payments, in ordinal order of the party.</summary>
    /// <param name="payments">All payments.</param>
    /// <param name="sources">Files of payments, the leading one first.</param>
    /// <param name="deliveries">Edges.</param>
    /// <param name="count">Counts of the case.</param>
    /// <param name="settled">Records of each seller that each file settles, and those that it leaves unpaid.</param>
    /// <param name="roles">Roles of parties.</param>
    public static List<PartyLine> Write(
        IReadOnlyList<Payment> payments, IReadOnlyList<string> sources, DeliveryPlan deliveries, CaseCount count,
        Dictionary<(string Seller, string Source), (long Paid, long Unpaid)> settled, IReadOnlyDictionary<string, PartyRole> roles)
    {
        var names = new SortedSet<string>(roles.Keys, StringComparer.Ordinal);
        foreach (var (seller, buyer) in deliveries.Edges)
        {
            names.Add(seller);
            names.Add(buyer);
        }

        foreach (var payment in payments)
        {
            names.Add(payment.Payer);
            names.Add(payment.Payee);
        }

        var lines = new List<PartyLine>();
        foreach (var name in names)
        {
            long sold = ValidOf(count, "seller", name), obtained = ValidOf(count, "buyer", name);
            var role = roles.TryGetValue(name, out var known) ? known : PartyRole.Unknown;
            foreach (var source in sources.Count == 0 ? [""] : sources)
            {
                var (received, passedOn) = MoneyOf(payments, source, name);
                if (source == ChatMoney.Source && sources.Count > 1 && received == 0 && passedOn == 0)
                {
                    // Beside files of payments, chats that say nothing of a party are no line.
                    continue;
                }

                var (paid, unpaid) = settled.GetValueOrDefault((name, source), (0, sold));
                lines.Add(new PartyLine(name, role, source, received, passedOn, received - passedOn, sold, obtained, paid, unpaid));
            }
        }

        return lines;
    }

    static (decimal Received, decimal PassedOn) MoneyOf(IReadOnlyList<Payment> payments, string source, string name)
    {
        decimal received = 0, passedOn = 0;
        foreach (var payment in payments)
        {
            if (payment.Source == source)
            {
                received += payment.Payee == name ? payment.Amount : 0;
                passedOn += payment.Payer == name ? payment.Amount : 0;
            }
        }

        return (received, passedOn);
    }

    static long ValidOf(CaseCount count, string scope, string key)
    {
        foreach (var line in count.Lines)
        {
            if (line.Scope == scope && line.Key == key)
            {
                return line.Valid;
            }
        }

        return 0;
    }
}
