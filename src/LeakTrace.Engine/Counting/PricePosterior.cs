namespace LeakTrace.Engine.Counting;

/// <summary>
/// How probable each delivery is as the first at each price, given the prices in their order: forward and backward sums over all places
/// of the changes (Baum et al. 1970), every place as likely as any other beforehand.
/// </summary>
sealed class PricePosterior
{
    readonly IReadOnlyList<Settlement> _settlements;
    readonly List<double> _prices;
    readonly PriceLikelihood _likelihood;
    readonly double[,] _forward;
    readonly double[,] _backward;
    readonly double[] _forwardScale;
    readonly double[] _backwardScale;

    PricePosterior(IReadOnlyList<Settlement> settlements, List<double> prices, PriceLikelihood likelihood)
    {
        _settlements = settlements;
        _prices = prices;
        _likelihood = likelihood;
        _forward = new double[settlements.Count + 1, prices.Count];
        _backward = new double[settlements.Count + 1, prices.Count];
        _forwardScale = new double[settlements.Count + 1];
        _backwardScale = new double[settlements.Count + 1];
    }

    /// <summary>Logarithm of the probability of all amounts under the prices, by their greatest density.</summary>
    public double LogEvidence { get; private set; }

    /// <summary>Sums over all places of the changes.</summary>
    public static PricePosterior Of(IReadOnlyList<Settlement> settlements, List<double> prices, PriceLikelihood likelihood)
    {
        var posterior = new PricePosterior(settlements, prices, likelihood);
        posterior.Run();
        return posterior;
    }

    /// <summary>Probability that a price begins with each delivery, by settlement and number in it; they sum to one.</summary>
    /// <param name="price">Number of a price but the first.</param>
    public List<(int Settlement, int Delivery, double Probability)> Starts(int price)
    {
        var starts = new List<(int Settlement, int Delivery, double Probability)>();
        double sum = 0;
        for (var s = 0; s < _settlements.Count; s++)
        {
            for (var d = s == 0 ? 1 : 0; d < _settlements[s].Deliveries.Count; d++)
            {
                var scale = Math.Exp(_forwardScale[s] + _backwardScale[s + 1] - LogEvidence);
                var weight = scale * _forward[s, price - 1] * Density(s, price - 1, price, d) * _backward[s + 1, price];
                starts.Add((s, d, weight));
                sum += weight;
            }
        }

        for (var i = 0; i < starts.Count; i++)
        {
            starts[i] = starts[i] with { Probability = starts[i].Probability / sum };
        }

        return starts;
    }

    void Run()
    {
        var last = _prices.Count - 1;
        var places = 1.0;
        foreach (var settlement in _settlements)
        {
            places += settlement.Deliveries.Count;
        }

        _forward[0, 0] = 1;
        for (var s = 0; s < _settlements.Count; s++)
        {
            for (var p = 0; p <= last; p++)
            {
                _forward[s + 1, p] = (_forward[s, p] * Density(s, p, p, 0)) + (p > 0 ? _forward[s, p - 1] * Changes(s, p - 1) / places : 0);
            }

            _forwardScale[s + 1] = _forwardScale[s] + Scale(_forward, s + 1);
        }

        LogEvidence = _forwardScale[^1] + Math.Log(Math.Max(double.Epsilon, _forward[_settlements.Count, last]));
        _backward[_settlements.Count, last] = 1;
        for (var s = _settlements.Count - 1; s >= 0; s--)
        {
            for (var p = 0; p <= last; p++)
            {
                _backward[s, p] = (_backward[s + 1, p] * Density(s, p, p, 0)) + (p < last ? _backward[s + 1, p + 1] * Changes(s, p) / places : 0);
            }

            _backwardScale[s] = _backwardScale[s + 1] + Scale(_backward, s);
        }
    }

    /// <summary>Sum over the deliveries with which the next price may begin within a settlement.</summary>
    double Changes(int settlement, int price)
    {
        double sum = 0;
        for (var d = settlement == 0 ? 1 : 0; d < _settlements[settlement].Deliveries.Count; d++)
        {
            sum += Density(settlement, price, price + 1, d);
        }

        return sum;
    }

    double Density(int settlement, int before, int after, int split) =>
        _likelihood.Density(_settlements[settlement], _prices[before], _prices[after], split) / _likelihood.Peak;

    /// <summary>Keeps the sums from running out of range; returns the logarithm of what they were divided by.</summary>
    static double Scale(double[,] sums, int at)
    {
        double largest = 0;
        for (var p = 0; p < sums.GetLength(1); p++)
        {
            largest = Math.Max(largest, sums[at, p]);
        }

        for (var p = 0; p < sums.GetLength(1); p++)
        {
            sums[at, p] /= largest;
        }

        return Math.Log(largest);
    }
}
