namespace LeakTrace.Engine.Counting;

/// <summary>The cheapest sequence of prices over the settlements of an edge.</summary>
/// <param name="Cost">Misfits with the cost of changes.</param>
/// <param name="Steps">Prices in order of time, each with the settlement and the delivery in it that it begins with.</param>
sealed record PricePath(double Cost, List<(double Price, int Settlement, int Delivery)> Steps)
{
    /// <summary>Finds it by dynamic programming.</summary>
    /// <param name="settlements">Settlements in order of time, at least one.</param>
    /// <param name="prices">Candidate prices, at least one.</param>
    /// <param name="changeCost">Cost of a change of price.</param>
    /// <param name="misfit">Misfit of a settlement: price before, price from, delivery from which the latter holds.</param>
    public static PricePath Best(
        IReadOnlyList<Settlement> settlements, List<double> prices, double changeCost, Func<Settlement, double, double, int, double> misfit)
    {
        var costs = new double[settlements.Count, prices.Count];
        var from = new (int Price, int Delivery)[settlements.Count, prices.Count];
        for (var s = 0; s < settlements.Count; s++)
        {
            var cheapest = Cheapest(costs, s - 1, prices.Count);
            for (var p = 0; p < prices.Count; p++)
            {
                // A change with the settlement's first delivery comes from the cheapest price before; one within it must be tried from each.
                var whole = misfit(settlements[s], prices[p], prices[p], 0);
                var (best, origin) = ((s == 0 ? 0 : costs[s - 1, p]) + whole, (p, 0));
                if (s > 0 && costs[s - 1, cheapest] + changeCost + whole < best)
                {
                    (best, origin) = (costs[s - 1, cheapest] + changeCost + whole, (cheapest, 0));
                }

                for (var q = 0; q < prices.Count && settlements[s].Deliveries.Count > 1; q++)
                {
                    var before = (s == 0 ? 0 : costs[s - 1, q]) + changeCost;
                    for (var d = 1; q != p && before < best && d < settlements[s].Deliveries.Count; d++)
                    {
                        var cost = before + misfit(settlements[s], prices[q], prices[p], d);
                        (best, origin) = cost < best ? (cost, (q, d)) : (best, origin);
                    }
                }

                (costs[s, p], from[s, p]) = (best, origin);
            }
        }

        var end = 0;
        for (var p = 1; p < prices.Count; p++)
        {
            end = costs[settlements.Count - 1, p] < costs[settlements.Count - 1, end] ? p : end;
        }

        var total = costs[settlements.Count - 1, end];
        var steps = new List<(double, int, int)>();
        for (var s = settlements.Count - 1; s >= 0; s--)
        {
            var (price, delivery) = from[s, end];
            if (price != end)
            {
                steps.Insert(0, (prices[end], s, delivery));
                end = price;
            }
        }

        steps.Insert(0, (prices[end], 0, 0));
        return new PricePath(total, steps);
    }

    static int Cheapest(double[,] costs, int settlement, int prices)
    {
        var cheapest = 0;
        for (var p = 1; p < prices && settlement >= 0; p++)
        {
            cheapest = costs[settlement, p] < costs[settlement, cheapest] ? p : cheapest;
        }

        return cheapest;
    }
}
