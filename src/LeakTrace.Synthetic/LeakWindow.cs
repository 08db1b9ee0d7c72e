namespace LeakTrace.Synthetic;

/// <summary>The run of months or batches in which somebody sells: leaks start and stop.</summary>
/// <param name="First">The first one, from zero.</param>
/// <param name="Count">How many there are.</param>
sealed record LeakWindow(int First, int Count)
{
    /// <summary>A run of a share of all periods, at least one, begun by chance.</summary>
    public static LeakWindow Draw(int periods, double share, Chance chance)
    {
        var count = Math.Clamp((int)Math.Round(periods * share), 1, periods);
        return new LeakWindow(chance.Below(periods - count + 1), count);
    }

    public bool Contains(int period) => period >= First && period < First + Count;
}
