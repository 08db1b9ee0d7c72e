namespace LeakTrace.Engine.Counting;

/// <summary>People agree on round prices, the rounder the dearer.</summary>
static class RoundPrice
{
    const decimal DearFrom = 5;
    static readonly (decimal Step, double Cheap, double Dear)[] _steps =
        [(10, 0, 0), (5, 0, 0), (1, 0, 0), (0.5m, 2, 4), (0.1m, 5, 8), (0.05m, 7, 9), (0.01m, 9, 11)];

    /// <summary>How much less likely than a round price one is, as a negative logarithm.</summary>
    public static double OddityOf(decimal price)
    {
        foreach (var (step, cheap, dear) in _steps)
        {
            if (price % step == 0)
            {
                return price < DearFrom ? cheap : dear;
            }
        }

        return 12;
    }

    /// <summary>For each step of roundness the prices next to an estimate.</summary>
    public static List<decimal> Around(double estimate)
    {
        var prices = new List<decimal>();
        foreach (var (step, _, _) in _steps)
        {
            var below = Math.Floor((decimal)estimate / step) * step;
            for (var price = below - step; price <= below + (2 * step); price += step)
            {
                if (price > 0 && step <= price && !prices.Contains(price))
                {
                    prices.Add(price);
                }
            }
        }

        return prices;
    }
}
