namespace LeakTrace.Engine.Counting;

/// <summary>
/// Prices of one edge and when they changed, found from settlements that are noisy, paid late, in parts, or for only a part of what came.
/// </summary>
/// <remarks>
/// The price is a step function of the deliveries. Dynamic programming over settlements and unit prices proposes the steps, rather too many
/// (penalised cost, Killick, Fearnhead &amp; Eckley 2012). Then each price becomes the agreed price that makes the amounts and habit most likely
/// together, all places of the changes summed over (<see cref="PricePosterior"/>); a price that this does not need goes again; and each
/// change is put into its most probable month.
/// </remarks>
public sealed class PriceTiers
{
    /// <summary>Least standard error of a price: payments are of round amounts.</summary>
    const double LeastError = 0.003;

    /// <summary>Cost of a step where steps are proposed.</summary>
    const double ProposedChange = 6;

    /// <summary>Cost of one more price: there are some thirty that it may be.</summary>
    const double PriceCost = 3.5;

    /// <summary>Probability that the months given for a change have it.</summary>
    const double Credible = 0.95;
    const int MostCandidates = 48;
    const int MostPasses = 4;
    const int MostProposals = 2;
    static readonly double[] _noises = [0.01, 0.02, 0.04, 0.06, 0.09, 0.13, 0.2];
    readonly IReadOnlyList<Settlement> _settlements;
    readonly int _telling;
    PriceLikelihood _likelihood = new(_noises[0]);

    PriceTiers(IReadOnlyList<Settlement> settlements)
    {
        _settlements = settlements;
        foreach (var settlement in settlements)
        {
            _telling += PriceLikelihood.IsTelling(settlement) ? 1 : 0;
        }
    }

    /// <summary>Prices in order of time; none where no settlement tells of any.</summary>
    public List<PriceTier> Tiers { get; private set; } = [];

    /// <summary>Minus the logarithm of the probability of the amounts, with the cost of the prices.</summary>
    public double Cost { get; private set; } = double.PositiveInfinity;

    /// <summary>Finds the prices.</summary>
    public static PriceTiers Find(IReadOnlyList<Settlement> settlements)
    {
        var found = new PriceTiers(settlements);
        if (found._telling > 0)
        {
            found.Choose();
        }

        return found;
    }

    /// <summary>Price at the end of a settlement.</summary>
    public decimal PriceAt(int settlement) => PriceOf(settlement, int.MaxValue);

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

    /// <summary>Chooses the noise, and with it the prices, that make the payments most likely.</summary>
    void Choose()
    {
        var candidates = Candidates();
        var proposals = new List<(double Cost, PriceLikelihood Likelihood, PricePath Path)>();
        foreach (var noise in _telling < 3 ? _noises.AsSpan(0, 1) : _noises)
        {
            var likelihood = new PriceLikelihood(noise);
            var path = PricePath.Best(_settlements, candidates, ProposedChange, likelihood.Misfit);
            proposals.Add((path.Cost - (_telling * Math.Log(likelihood.Peak)), likelihood, path));
        }

        proposals.Sort((a, b) => a.Cost != b.Cost ? a.Cost.CompareTo(b.Cost) : a.Likelihood.Noise.CompareTo(b.Likelihood.Noise));
        List<double> best = [];
        var chosen = _likelihood;
        for (var i = 0; i < proposals.Count && i < MostProposals; i++)
        {
            _likelihood = proposals[i].Likelihood;
            var prices = Improve(proposals[i].Path.Steps.ConvertAll(step => step.Price));
            var cost = CostOf(prices);
            (Cost, best, chosen) = cost < Cost ? (cost, prices, _likelihood) : (Cost, best, chosen);
        }

        _likelihood = chosen;
        Tiers = Place(best);
    }

    List<double> Candidates()
    {
        var prices = new List<double>();
        foreach (var settlement in _settlements)
        {
            if (PriceLikelihood.IsTelling(settlement))
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

    double CostOf(List<double> prices)
    {
        var cost = -PricePosterior.Of(_settlements, prices, _likelihood).LogEvidence - (_telling * Math.Log(_likelihood.Peak));
        foreach (var price in prices)
        {
            cost += PriceCost + RoundPrice.OddityOf((decimal)price);
        }

        return cost;
    }

    /// <summary>Moves every price to the best agreed one nearby, and takes out those that are not needed, until nothing is better.</summary>
    List<double> Improve(List<double> prices)
    {
        var cost = double.PositiveInfinity;
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var before = cost;
            for (var t = 0; t < prices.Count; t++)
            {
                var (at, estimate) = (t, prices[t]);
                foreach (var price in RoundPrice.Around(estimate))
                {
                    TryOther([.. prices[..at], (double)price, .. prices[(at + 1)..]]);
                }

                if (prices.Count > 1)
                {
                    TryOther([.. prices[..at], .. prices[(at + 1)..]]);
                }

                t -= prices.Count <= at ? 1 : 0;
            }

            if (cost >= before)
            {
                break;
            }
        }

        return prices;

        void TryOther(List<double> others)
        {
            var other = CostOf(others);
            (cost, prices) = other < cost ? (other, others) : (cost, prices);
        }
    }

    List<PriceTier> Place(List<double> prices)
    {
        var posterior = PricePosterior.Of(_settlements, prices, _likelihood);
        var starts = new List<(int Settlement, int Delivery, long Earliest, long Latest)> { (0, 0, TimeOf(0, 0), TimeOf(0, 0)) };
        for (var t = 1; t < prices.Count; t++)
        {
            starts.Add(StartOf(posterior.Starts(t)));
        }

        var tiers = new List<PriceTier>();
        for (var t = 0; t < prices.Count; t++)
        {
            var (first, delivery, earliest, latest) = starts[t];
            var units = Units(prices[t], delivery == 0 ? first : first + 1, t + 1 < prices.Count ? starts[t + 1].Settlement : _settlements.Count);
            var estimate = units.Count == 0 ? prices[t] : Math.Exp(Mean(units));
            var error = Math.Max(LeastError, _likelihood.Noise / Math.Sqrt(Math.Max(1, units.Count)));
            tiers.Add(new PriceTier(
                (decimal)prices[t], estimate, estimate * Math.Exp(-1.96 * error), estimate * Math.Exp(1.96 * error), first, delivery, units.Count)
            {
                Earliest = earliest,
                Latest = latest,
            });
        }

        return tiers;
    }

    /// <summary>The most probable delivery of the most probable month, and the times of the months that have the change with the probability wanted.</summary>
    (int Settlement, int Delivery, long Earliest, long Latest) StartOf(List<(int Settlement, int Delivery, double Probability)> starts)
    {
        var months = new SortedDictionary<int, double>();
        foreach (var (settlement, delivery, probability) in starts)
        {
            var month = MonthOf(TimeOf(settlement, delivery));
            months[month] = months.GetValueOrDefault(month) + probability;
        }

        var best = 0;
        foreach (var (month, probability) in months)
        {
            best = probability > months.GetValueOrDefault(best) ? month : best;
        }

        // Months enter by their probability until they suffice; what they enclose belongs to the range.
        var ranked = new List<int>(months.Keys);
        ranked.Sort((a, b) => months[a] != months[b] ? months[b].CompareTo(months[a]) : a.CompareTo(b));
        double sum = 0;
        int first = best, last = best;
        for (var i = 0; i < ranked.Count && sum < Credible; i++)
        {
            sum += months[ranked[i]];
            (first, last) = (Math.Min(first, ranked[i]), Math.Max(last, ranked[i]));
        }

        (int Settlement, int Delivery, double Probability) start = (0, 0, -1);
        long earliest = long.MaxValue, latest = long.MinValue;
        foreach (var place in starts)
        {
            var time = TimeOf(place.Settlement, place.Delivery);
            start = MonthOf(time) == best && place.Probability > start.Probability ? place : start;
            if (MonthOf(time) >= first && MonthOf(time) <= last)
            {
                (earliest, latest) = (Math.Min(earliest, time), Math.Max(latest, time));
            }
        }

        return (start.Settlement, start.Delivery, earliest, latest);
    }

    long TimeOf(int settlement, int delivery) =>
        delivery < _settlements[settlement].Deliveries.Count ? _settlements[settlement].Deliveries[delivery].SentAt : long.MinValue;

    static int MonthOf(long time) => time < 0 ? 0 : DateOnly.FromDayNumber((int)(time / 86_400)) is var day ? (12 * day.Year) + day.Month : 0;

    /// <summary>Logarithms of the unit prices of the settlements that fit a price.</summary>
    List<double> Units(double price, int first, int end)
    {
        var units = new List<double>();
        for (var s = first; s < end; s++)
        {
            var unit = PriceLikelihood.IsTelling(_settlements[s]) ? Math.Log((double)_settlements[s].Amount / _settlements[s].Rows) : double.NaN;
            if (Math.Abs(unit - Math.Log(price)) < (2.5 * _likelihood.Noise) + LeastError)
            {
                units.Add(unit);
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
}
