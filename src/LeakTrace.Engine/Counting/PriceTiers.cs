namespace LeakTrace.Engine.Counting;

/// <summary>
/// Prices of one edge and when they changed, found from settlements that are noisy, paid late, in parts, or for only a part of what came.
/// </summary>
/// <remarks>
/// The price is a step function of the deliveries. A settlement's misfit is the logarithm of what was paid by what was owed, squared in
/// units of the noise and cut off, so that no single payment makes a price; each change costs more than one misfit may. The best steps come
/// from dynamic programming over settlements and candidate prices (Killick, Fearnhead &amp; Eckley 2012 name the penalised cost; the cut-off
/// is the biweight cost of Fearnhead &amp; Rigaill 2019).
/// </remarks>
public sealed class PriceTiers
{
    const double LeastNoise = 0.01;
    const double MostNoise = 0.3;
    const double Cutoff = 4.5;

    /// <summary>Cost of taking a settlement as paid for only its last deliveries, or with a payment that is for something else.</summary>
    const double PartCost = 2.5;
    const int MostCandidates = 48;
    readonly IReadOnlyList<Settlement> _settlements;
    readonly double _changeCost;
    double _noise;

    PriceTiers(IReadOnlyList<Settlement> settlements)
    {
        _settlements = settlements;
        var told = 0;
        foreach (var settlement in settlements)
        {
            told += IsTelling(settlement) ? 1 : 0;
        }

        _changeCost = Math.Max(5.5, (2 * Math.Log(Math.Max(1, told))) + 2);
        _noise = Noise(told);
    }

    /// <summary>Prices in order of time; none where no settlement tells of any.</summary>
    public List<PriceTier> Tiers { get; private set; } = [];

    /// <summary>Penalised misfit.</summary>
    public double Cost { get; private set; }

    /// <summary>Finds the prices.</summary>
    public static PriceTiers Find(IReadOnlyList<Settlement> settlements)
    {
        var found = new PriceTiers(settlements);
        var candidates = found.Candidates();
        if (candidates.Count == 0)
        {
            return found;
        }

        // First from what was paid, then with the prices refined, their noise measured again, and made round.
        for (var pass = 0; pass < 3; pass++)
        {
            var path = PricePath.Best(found._settlements, candidates, found._changeCost, found.Misfit);
            found.Cost = path.Cost;
            found.Tiers = found.Refine(path, out var refined);
            candidates = refined;
        }

        return found;
    }

    /// <summary>Price at the end of a settlement.</summary>
    public decimal PriceAt(int settlement)
    {
        decimal price = 0;
        foreach (var tier in Tiers)
        {
            price = tier.FirstSettlement <= settlement || price == 0 ? tier.Price : price;
        }

        return price;
    }

    /// <summary>Price of a delivery within a settlement.</summary>
    public decimal PriceOf(int settlement, int delivery)
    {
        decimal price = 0;
        foreach (var tier in Tiers)
        {
            var hasBegun = tier.FirstSettlement < settlement || (tier.FirstSettlement == settlement && tier.FirstDelivery <= delivery);
            price = hasBegun || price == 0 ? tier.Price : price;
        }

        return price;
    }

    static bool IsTelling(Settlement settlement) => settlement.Rows > 0 && settlement.Amount > 0;

    /// <summary>Spread of the logarithm of the unit price, from neighbours, so that changes and lost payments hardly touch it.</summary>
    double Noise(int told)
    {
        var steps = new List<double>();
        var last = double.NaN;
        foreach (var settlement in _settlements)
        {
            if (IsTelling(settlement))
            {
                var unit = Math.Log((double)settlement.Amount / settlement.Rows);
                if (!double.IsNaN(last))
                {
                    steps.Add(Math.Abs(unit - last));
                }

                last = unit;
            }
        }

        // Median absolute deviation of normal noise is 0.6745 of its standard deviation; a difference has √2 of it.
        return told < 3 ? LeastNoise : Math.Clamp(Median(steps) / (0.6745 * Math.Sqrt(2)), LeastNoise, MostNoise);
    }

    List<double> Candidates()
    {
        var prices = new List<double>();
        foreach (var settlement in _settlements)
        {
            if (IsTelling(settlement))
            {
                prices.Add((double)settlement.Amount / settlement.Rows);
            }
        }

        prices.Sort();
        if (prices.Count <= MostCandidates)
        {
            return prices;
        }

        var chosen = new List<double>(MostCandidates);
        for (var i = 0; i < MostCandidates; i++)
        {
            chosen.Add(prices[(int)((long)i * (prices.Count - 1) / (MostCandidates - 1))]);
        }

        return chosen;
    }

    /// <summary>Misfit of a settlement whose deliveries before <paramref name="split"/> have one price and the rest another.</summary>
    double Misfit(Settlement settlement, double before, double after, int split)
    {
        if (!IsTelling(settlement))
        {
            return 0;
        }

        double owed = 0;
        for (var d = 0; d < settlement.Deliveries.Count; d++)
        {
            owed += settlement.Deliveries[d].Rows * (d < split ? before : after);
        }

        var misfit = Misfit((double)settlement.Amount, owed);
        var last = 0.0;
        for (var d = settlement.Deliveries.Count - 1; d > 0 && split == 0; d--)
        {
            last += settlement.Deliveries[d].Rows * after;
            misfit = Math.Min(misfit, Misfit((double)settlement.Amount, last) + PartCost);
        }

        var paid = 0.0;
        for (var p = 0; p < settlement.Payments.Count - 1 && split == 0; p++)
        {
            paid += (double)settlement.Payments[p].Amount;
            misfit = Math.Min(misfit, Misfit(paid, owed) + PartCost);
        }

        return misfit;
    }

    double Misfit(double paid, double owed)
    {
        if (paid <= 0 || owed <= 0)
        {
            return Cutoff;
        }

        var deviation = Math.Log(paid / owed) / _noise;
        return Math.Min(Cutoff, deviation * deviation / 2);
    }

    List<PriceTier> Refine(PricePath path, out List<double> prices)
    {
        var tiers = new List<PriceTier>();
        prices = [];
        var residuals = new List<double>();
        for (var t = 0; t < path.Steps.Count; t++)
        {
            var (price, first, delivery) = path.Steps[t];
            var end = t + 1 < path.Steps.Count ? path.Steps[t + 1].Settlement : _settlements.Count;
            var units = Units(price, delivery == 0 ? first : first + 1, end);
            var centre = units.Count == 0 ? Math.Log(price) : Mean(units);
            foreach (var unit in units)
            {
                residuals.Add(Math.Abs(unit - centre));
            }

            var error = _noise / Math.Sqrt(Math.Max(1, units.Count));
            var estimate = Math.Exp(centre);
            var round = RoundPrice.Near(estimate, Math.Max(0.005, 1.5 * error));
            if (tiers.Count > 0 && tiers[^1].Price == round)
            {
                // What only noise told apart is one price.
                tiers[^1] = tiers[^1] with { Settlements = tiers[^1].Settlements + units.Count };
                continue;
            }

            tiers.Add(new PriceTier(
                round, estimate, estimate * Math.Exp(-1.96 * error), estimate * Math.Exp(1.96 * error), first, delivery, units.Count));
            prices.Add((double)round);
        }

        _noise = residuals.Count < 3 ? _noise : Math.Clamp(Median(residuals) / 0.6745, LeastNoise, MostNoise);
        return tiers;
    }

    /// <summary>Logarithms of the unit prices of the settlements that fit a price.</summary>
    List<double> Units(double price, int first, int end)
    {
        var units = new List<double>();
        for (var s = first; s < end; s++)
        {
            if (IsTelling(_settlements[s]) && Misfit((double)_settlements[s].Amount, _settlements[s].Rows * price) < Cutoff)
            {
                units.Add(Math.Log((double)_settlements[s].Amount / _settlements[s].Rows));
            }
        }

        return units;
    }

    static double Mean(List<double> values)
    {
        double sum = 0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / values.Count;
    }

    static double Median(List<double> values)
    {
        if (values.Count == 0)
        {
            return 0;
        }

        values.Sort();
        return (values[values.Count / 2] + values[(values.Count - 1) / 2]) / 2;
    }
}
