namespace LeakTrace.Engine.Linking.Rules;

/// <summary>Candidate pairs with their patterns and the rules that found them, growing.</summary>
sealed class ComparedPairs
{
    int[] _left = [];
    int[] _right = [];
    ulong[] _patterns = [];
    uint[] _rules = [];

    /// <summary>Creates an empty list.</summary>
    public ComparedPairs()
    {
    }

    /// <summary>Creates a list of a known number of pairs, to be set each.</summary>
    public ComparedPairs(int count)
    {
        Grow(count);
        Count = count;
    }

    /// <summary>Number of pairs.</summary>
    public int Count { get; private set; }

    /// <summary>Left records.</summary>
    public ReadOnlySpan<int> Left => _left.AsSpan(0, Count);

    /// <summary>Right records.</summary>
    public ReadOnlySpan<int> Right => _right.AsSpan(0, Count);

    /// <summary>Patterns, to be set where pairs were added without.</summary>
    public Span<ulong> Patterns => _patterns.AsSpan(0, Count);

    /// <summary>Rules that found each pair, a bit each.</summary>
    public ReadOnlySpan<uint> Rules => _rules.AsSpan(0, Count);

    /// <summary>Adds a pair.</summary>
    public void Add(int left, int right, ulong pattern, uint rules)
    {
        if (Count == _left.Length)
        {
            Grow(Math.Max(1024, 2 * Count));
        }

        _left[Count] = left;
        _right[Count] = right;
        _patterns[Count] = pattern;
        _rules[Count++] = rules;
    }

    /// <summary>Sets the pairs of a left record with neighbouring right ones, found by the first rule.</summary>
    public void SetRow(int at, int left, int firstRight, ReadOnlySpan<ulong> patterns)
    {
        _left.AsSpan(at, patterns.Length).Fill(left);
        _rules.AsSpan(at, patterns.Length).Fill(1);
        patterns.CopyTo(_patterns.AsSpan(at));
        for (var i = 0; i < patterns.Length; i++)
        {
            _right[at + i] = firstRight + i;
        }
    }

    /// <summary>All pairs of several lists, one after another.</summary>
    public static ComparedPairs Join(ComparedPairs[] parts)
    {
        var all = new ComparedPairs();
        var count = 0;
        foreach (var part in parts)
        {
            count += part.Count;
        }

        all.Grow(count);
        foreach (var part in parts)
        {
            part.Left.CopyTo(all._left.AsSpan(all.Count));
            part.Right.CopyTo(all._right.AsSpan(all.Count));
            part.Patterns.CopyTo(all._patterns.AsSpan(all.Count));
            part.Rules.CopyTo(all._rules.AsSpan(all.Count));
            all.Count += part.Count;
        }

        return all;
    }

    void Grow(int size)
    {
        Array.Resize(ref _left, size);
        Array.Resize(ref _right, size);
        Array.Resize(ref _patterns, size);
        Array.Resize(ref _rules, size);
    }
}
