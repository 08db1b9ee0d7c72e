namespace LeakTrace.Synthetic;

/// <summary>
/// Reproducible chance, split into independent streams: the same seed, topic and index always give the same sequence,
/// so any
/// record can be made again without the ones before it. SplitMix64 (Steele, Lea &amp; Flood 2014).
/// </summary>
sealed class Chance
{
    ulong _state;

    public Chance(long seed, Topic topic, long index = 0)
    {
        _state = Mix(Mix((ulong)seed) ^ Mix(((ulong)topic << 56) + (ulong)index));
    }

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        return Mix(_state);
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Happens(double share) => Unit() < share;

    /// <summary>Uniform in [0, <paramref name="limit"/>).</summary>
    public int Below(int limit) => (int)(((Next() >> 32) * (ulong)limit) >> 32);

    /// <summary>Uniform between both ends, both included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    public TimeSpan Within(TimeSpan limit) => TimeSpan.FromSeconds(Math.Floor(Unit() * limit.TotalSeconds));

    public void Shuffle<T>(List<T> items)
    {
        for (var i = items.Count - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
