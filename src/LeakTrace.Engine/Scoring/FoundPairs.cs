using LeakTrace.Engine.Blocking;

namespace LeakTrace.Engine.Scoring;

/// <summary>Pairs found in one table, growing.</summary>
sealed class FoundPairs
{
    int[] _left = new int[4096];
    int[] _right = new int[4096];
    ulong[] _patterns = new ulong[4096];

    /// <summary>Number of pairs.</summary>
    public int Count { get; private set; }

    /// <summary>Patterns of all pairs compared, kept or not.</summary>
    public PatternHistogram Histogram { get; } = new();

    /// <summary>Keeps a pair.</summary>
    public void Add(int left, int right, ulong pattern)
    {
        if (Count == _left.Length)
        {
            Array.Resize(ref _left, 2 * Count);
            Array.Resize(ref _right, 2 * Count);
            Array.Resize(ref _patterns, 2 * Count);
        }

        _left[Count] = left;
        _right[Count] = right;
        _patterns[Count++] = pattern;
    }

    /// <summary>Copies all pairs to a place in larger arrays.</summary>
    public void CopyTo(CandidatePairs pairs, int at)
    {
        _left.AsSpan(0, Count).CopyTo(pairs.Left.AsSpan(at));
        _right.AsSpan(0, Count).CopyTo(pairs.Right.AsSpan(at));
        _patterns.AsSpan(0, Count).CopyTo(pairs.Patterns.AsSpan(at));
    }
}
