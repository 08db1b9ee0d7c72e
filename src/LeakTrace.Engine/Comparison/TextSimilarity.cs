namespace LeakTrace.Engine.Comparison;

/// <summary>Normalised Indel similarity of two texts, 2·LCS / (|a| + |b|); see <see cref="TextProbe"/>.</summary>
public static class TextSimilarity
{
    [ThreadStatic]
    static TextProbe? _probe;

    /// <summary>From 0 (nothing in common) to 1 (equal). Characters beyond the 64th of the shorter text are not compared.</summary>
    public static double Between(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.IsEmpty || right.IsEmpty)
        {
            return left.Length == right.Length ? 1 : 0;
        }

        var probe = _probe ??= new TextProbe();
        probe.Set(left.Length <= right.Length ? left : right);
        return probe.SimilarityTo(left.Length <= right.Length ? right : left);
    }
}
