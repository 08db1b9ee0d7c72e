namespace LeakTrace.Engine.Counting;

/// <summary>People agree on round prices, the rounder the dearer: the price that an estimate and that habit make most likely.</summary>
static class RoundPrice
{
    const decimal DearFrom = 5;
    static readonly (decimal Step, double Cheap, double Dear)[] _steps =
        [(10, 0, 0), (5, 0, 0), (1, 0, 0), (0.5m, 2, 4), (0.1m, 5, 8), (0.05m, 7, 9), (0.01m, 9, 11)];

    /// <summary>The price with the least misfit to the estimate, in standard errors, and oddity together.</summary>
    /// <param name="estimate">Estimate, above zero.</param>
    /// <param name="error">Standard error of its logarithm.</param>
    public static decimal Near(double estimate, double error)
    {
        var best = Math.Max(0.01m, Math.Round((decimal)estimate, 2));
        var least = double.PositiveInfinity;
        foreach (var (step, cheap, dear) in _steps)
        {
            var price = Math.Round((decimal)estimate / step) * step;
            if ((double)step > estimate / 2 || price <= 0)
            {
                continue;
            }

            var deviation = Math.Log((double)price / estimate) / error;
            var cost = (deviation * deviation / 2) + ((decimal)estimate < DearFrom ? cheap : dear);
            (least, best) = cost < least ? (cost, price) : (least, best);
        }

        return best;
    }
}
