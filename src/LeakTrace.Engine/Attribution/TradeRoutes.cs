namespace LeakTrace.Engine.Attribution;

/// <summary>Who may have got what a party received: over the deliveries of the whole case, step by step.</summary>
static class TradeRoutes
{
    /// <summary>For each party, those that are reached from it by selling on, itself excluded unless lists came back.</summary>
    public static Dictionary<string, HashSet<string>> Reached(IReadOnlyList<IReadOnlyList<FileDelivery>> deliveries)
    {
        var buyers = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var ofFile in deliveries)
        {
            foreach (var delivery in ofFile)
            {
                if (!buyers.TryGetValue(delivery.Seller, out var list))
                {
                    buyers[delivery.Seller] = list = new SortedSet<string>(StringComparer.Ordinal);
                }

                list.Add(delivery.Buyer);
            }
        }

        var reached = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var (party, _) in buyers)
        {
            var found = new HashSet<string>(StringComparer.Ordinal);
            var open = new Stack<string>([party]);
            while (open.TryPop(out var at))
            {
                if (!buyers.TryGetValue(at, out var next))
                {
                    continue;
                }

                foreach (var buyer in next)
                {
                    if (found.Add(buyer))
                    {
                        open.Push(buyer);
                    }
                }
            }

            reached[party] = found;
        }

        return reached;
    }
}
