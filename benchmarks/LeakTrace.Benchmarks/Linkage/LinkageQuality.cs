namespace LeakTrace.Benchmarks.Linkage;

/// <summary>How right an answer is, over all true pairs: those that blocking lost are missed.</summary>
/// <param name="Precision">Share of the pairs found that are true.</param>
/// <param name="Recall">Share of the true pairs that were found.</param>
/// <param name="Cubed">B³ F1 (Bagga and Baldwin 1998); zero of two tables.</param>
/// <param name="Nothing">B³ F1 of linking nothing; zero of two tables.</param>
/// <param name="TruePairs">True pairs.</param>
readonly record struct LinkageQuality(double Precision, double Recall, double Cubed, double Nothing, int TruePairs)
{
    /// <summary>Harmonic mean of precision and recall.</summary>
    public double F1 => 2 * Precision * Recall / Math.Max(1e-9, Precision + Recall);

    /// <summary>Quality of pairs.</summary>
    public static LinkageQuality OfPairs(IReadOnlySet<(string, string)> found, IReadOnlySet<(string, string)> truth)
    {
        double right = found.Count(truth.Contains);
        return new LinkageQuality(right / Math.Max(1, found.Count), right / truth.Count, 0, 0, truth.Count);
    }

    /// <summary>Quality of clusters, by the pairs that they imply.</summary>
    public static LinkageQuality OfClusters(IReadOnlyDictionary<string, string> found, IReadOnlyDictionary<string, string> truth)
    {
        var both = truth.GroupBy(record => (found[record.Key], record.Value)).ToDictionary(group => group.Key, group => (double)group.Count());
        var foundSizes = found.GroupBy(record => record.Value).ToDictionary(group => group.Key, group => (double)group.Count());
        var trueSizes = truth.GroupBy(record => record.Value).ToDictionary(group => group.Key, group => (double)group.Count());
        var (right, said, real) = (Pairs(both.Values), Pairs(foundSizes.Values), Pairs(trueSizes.Values));
        var precision = both.Sum(entry => entry.Value * entry.Value / foundSizes[entry.Key.Item1]) / truth.Count;
        var recall = both.Sum(entry => entry.Value * entry.Value / trueSizes[entry.Key.Value]) / truth.Count;
        var nothing = truth.Sum(record => 1 / trueSizes[record.Value]) / truth.Count;
        return new LinkageQuality(
            right / Math.Max(1, said), right / real, 2 * precision * recall / (precision + recall), 2 * nothing / (1 + nothing), (int)real);
    }

    static double Pairs(IEnumerable<double> sizes) => sizes.Sum(size => size * (size - 1) / 2);
}
