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
    /// <summary>Least standard error of a price: payments are of round amounts.</summary>
    const double LeastError = 0.003;

    /// <summary>Cost of taking a settlement as paid for only its last deliveries, or with a payment that is for something else.</summary>
    const double PartCost = 2.5;

    /// <summary>
    /// A tenth of the settlements fit nothing, and then any price within a factor of twenty: -log(0.1 / 3), less what the normal density
    /// has beside its noise.
    /// </summary>
    const double StrayCost = 2.4;
    const int MostCandidates = 48;
    static readonly double[] _noises = [0.01, 0.02, 0.04, 0.06, 0.09, 0.13, 0.2];
    readonly IReadOnlyList<Settlement> _settlements;
    readonly int _telling;
    double _noise = _noises[0];

    PriceTiers(IReadOnlyList<Settlement> settlements)
    {
        _settlements = settlements;
        foreach (var settlement in settlements)
        {
            _telling += IsTelling(settlement) ? 1 : 0;
        }
    }

    double Cutoff => StrayCost - Math.Log(_noise);

    double ChangeCost => Math.Max(Cutoff + 1, (2 * Math.Log(Math.Max(1, _telling))) + 2);

    /// <summary>Prices in order of time; none where no settlement tells of any.</summary>
    public List<PriceTier> Tiers { get; private set; } = [];

    /// <summary>Penalised misfit at the noise that explains the payments best, as a negative logarithm of likelihood.</summary>
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

        found.Choose(candidates);
        for (var pass = 0; pass < 2; pass++)
        {
            // Once more with the prices made round among what was paid, then among these alone.
            var prices = found.Tiers.ConvertAll(tier => (double)tier.Price);
            prices.AddRange(pass == 0 ? candidates : []);
            prices.Sort();
            found.Tiers = found.Refine(PricePath.Best(found._settlements, prices, found.ChangeCost, found.Misfit));
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

    /// <summary>Chooses the noise, and with it the steps, that make the payments most likely.</summary>
    void Choose(List<double> candidates)
    {
        PricePath? best = null;
        var chosen = _noise;
        Cost = double.PositiveInfinity;
        foreach (var noise in _telling < 3 ? _noises.AsSpan(0, 1) : _noises)
        {
            _noise = noise;
            var path = PricePath.Best(_settlements, candidates, ChangeCost, Misfit);
            var cost = path.Cost + (_telling * Math.Log(noise));
            (Cost, best, chosen) = cost < Cost ? (cost, path, noise) : (Cost, best, chosen);
        }

        _noise = chosen;
        Tiers = Refine(best!);
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

    List<PriceTier> Refine(PricePath path)
    {
        var tiers = new List<PriceTier>();
        for (var t = 0; t < path.Steps.Count; t++)
        {
            var (price, first, delivery) = path.Steps[t];
            var end = t + 1 < path.Steps.Count ? path.Steps[t + 1].Settlement : _settlements.Count;
            var units = Units(price, delivery == 0 ? first : first + 1, end);
            var centre = units.Count == 0 ? Math.Log(price) : Mean(units);
            var error = Math.Max(LeastError, _noise / Math.Sqrt(Math.Max(1, units.Count)));
            var estimate = Math.Exp(centre);
            var round = RoundPrice.Near(estimate, error);
            if (tiers.Count > 0 && tiers[^1].Price == round)
            {
                // What only noise told apart is one price.
                tiers[^1] = tiers[^1] with { Settlements = tiers[^1].Settlements + units.Count };
                continue;
            }

            tiers.Add(new PriceTier(
                round, estimate, estimate * Math.Exp(-1.96 * error), estimate * Math.Exp(1.96 * error), first, delivery, units.Count));
        }

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

        // Settlements for a part of what came lie to one side: what is far from the middle tells nothing of the price.
        units.Sort();
        var middle = units.Count == 0 ? 0 : units[units.Count / 2];
        units.RemoveAll(unit => Math.Abs(unit - middle) > (2 * _noise) + 1e-9);
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
}
