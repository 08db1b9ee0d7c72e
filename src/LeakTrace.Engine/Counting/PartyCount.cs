namespace LeakTrace.Engine.Counting;

/// <summary>What a party sold of its own, and what all its acts come to under 第十一条.</summary>
static class PartyCount
{
    /// <summary>
    /// What a seller sold, once for each recipient, that no other party had delivered to it: what duty or service may have given
    /// (第五条第一款第八项). Information that came over an edge was not obtained in duty.
    /// </summary>
    /// <param name="counted">The rows.</param>
    /// <param name="deliveries">Edges.</param>
    /// <param name="edges">Their counts.</param>
    /// <param name="seller">The party.</param>
    /// <param name="only">One edge, or -1 for all of the seller's.</param>
    public static PartyShare Own(CountedRows counted, DeliveryPlan deliveries, ScopeCount[] edges, string seller, int only)
    {
        var own = PartyShare.Empty();
        for (var e = 0; e < edges.Length; e++)
        {
            if (deliveries.Edges[e].Seller == seller && (only < 0 || e == only))
            {
                foreach (var (cluster, row) in edges[e].People)
                {
                    if (!HasReceived(deliveries, edges, seller, cluster))
                    {
                        own.Add(counted, row);
                    }
                }
            }
        }

        return own;
    }

    /// <summary>
    /// Obtained and then sold is not counted twice (第一款); sold to several adds up, once for each recipient (第二款).
    /// </summary>
    public static PartyShare Accumulated(CountedRows counted, DeliveryPlan deliveries, ScopeCount[] edges, string party)
    {
        var sum = PartyShare.Empty();
        var obtained = new HashSet<int>();
        for (var e = 0; e < edges.Length; e++)
        {
            var (seller, buyer) = deliveries.Edges[e];
            if (seller != party && buyer != party)
            {
                continue;
            }

            foreach (var (cluster, row) in edges[e].People)
            {
                if (seller == party || (!HasSold(deliveries, edges, party, cluster) && obtained.Add(cluster)))
                {
                    sum.Add(counted, row);
                }
            }
        }

        return sum;
    }

    static bool HasReceived(DeliveryPlan deliveries, ScopeCount[] edges, string party, int cluster)
    {
        for (var e = 0; e < edges.Length; e++)
        {
            if (deliveries.Edges[e].Buyer == party && edges[e].Has(cluster))
            {
                return true;
            }
        }

        return false;
    }

    static bool HasSold(DeliveryPlan deliveries, ScopeCount[] edges, string party, int cluster)
    {
        for (var e = 0; e < edges.Length; e++)
        {
            if (deliveries.Edges[e].Seller == party && edges[e].Has(cluster))
            {
                return true;
            }
        }

        return false;
    }
}
