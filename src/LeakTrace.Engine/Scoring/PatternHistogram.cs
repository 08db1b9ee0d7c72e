namespace LeakTrace.Engine.Scoring;

/// <summary>How many pairs show each comparison pattern; all that estimation needs of the pairs.</summary>
public sealed class PatternHistogram
{
    ulong[] _patterns = new ulong[1024];
    long[] _counts = new long[1024];
    int _used;

    /// <summary>Number of distinct patterns.</summary>
    public int Distinct => _used;

    /// <summary>Number of pairs.</summary>
    public long Total { get; private set; }

    /// <summary>Counts pairs with a pattern.</summary>
    public void Add(ulong pattern, long pairs = 1)
    {
        Total += pairs;
        var mask = _patterns.Length - 1;
        var slot = (int)(pattern * 0x9E37_79B9_7F4A_7C15 >> 32) & mask;
        while (_counts[slot] != 0)
        {
            if (_patterns[slot] == pattern)
            {
                _counts[slot] += pairs;
                return;
            }

            slot = (slot + 1) & mask;
        }

        _patterns[slot] = pattern;
        _counts[slot] = pairs;
        if (2 * ++_used > _patterns.Length)
        {
            Grow();
        }
    }

    /// <summary>Adds all of another histogram.</summary>
    public void Add(PatternHistogram other)
    {
        for (var slot = 0; slot < other._counts.Length; slot++)
        {
            if (other._counts[slot] != 0)
            {
                Add(other._patterns[slot], other._counts[slot]);
            }
        }
    }

    /// <summary>Patterns, ascending, with their counts: sums over them come out the same whatever the order of adding.</summary>
    public (ulong[] Patterns, long[] Counts) Sorted()
    {
        var patterns = new ulong[_used];
        var counts = new long[_used];
        var i = 0;
        for (var slot = 0; slot < _counts.Length; slot++)
        {
            if (_counts[slot] != 0)
            {
                patterns[i] = _patterns[slot];
                counts[i++] = _counts[slot];
            }
        }

        Array.Sort(patterns, counts);
        return (patterns, counts);
    }

    void Grow()
    {
        var (patterns, counts) = (_patterns, _counts);
        _patterns = new ulong[2 * patterns.Length];
        _counts = new long[2 * patterns.Length];
        var total = Total;
        _used = 0;
        for (var slot = 0; slot < counts.Length; slot++)
        {
            if (counts[slot] != 0)
            {
                Add(patterns[slot], counts[slot]);
            }
        }

        Total = total;
    }
}
