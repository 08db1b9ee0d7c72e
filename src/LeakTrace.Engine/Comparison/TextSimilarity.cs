namespace LeakTrace.Engine.Comparison;

/// <summary>Normalised Indel similarity of two texts, 2·LCS / (|a| + |b|).</summary>
public static class TextSimilarity
{
    /// <summary>From 0 (nothing in common) to 1 (equal, or both empty).</summary>
    public static double Between(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.IsEmpty || right.IsEmpty)
        {
            return left.Length == right.Length ? 1 : 0;
        }

        return 2.0 * CommonSubsequence.Between(left, right) / (left.Length + right.Length);
    }
}
