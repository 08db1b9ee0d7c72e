namespace LeakTrace.Engine.Counting;

/// <summary>People agree on round prices: the roundest one that an estimate allows.</summary>
static class RoundPrice
{
    static readonly decimal[] _steps = [10, 5, 1, 0.5m, 0.1m, 0.05m, 0.01m];

    /// <summary>The roundest price within a share of the estimate; the estimate to a hundredth where none is.</summary>
    public static decimal Near(double estimate, double tolerance)
    {
        foreach (var step in _steps)
        {
            if ((double)step > estimate / 2)
            {
                continue;
            }

            var price = Math.Round((decimal)estimate / step) * step;
            if (Math.Abs((double)price - estimate) <= tolerance * estimate)
            {
                return price;
            }
        }

        return Math.Max(0.01m, Math.Round((decimal)estimate, 2));
    }
}
