namespace LeakTrace.Benchmarks.Linkage;

/// <summary>Tables with known truth.</summary>
/// <param name="Name">Name in the table of results.</param>
/// <param name="Left">The left table, or the only one.</param>
/// <param name="Right">The right table; null for duplicates within one.</param>
/// <param name="Clusters">Of one table, who each record is.</param>
/// <param name="Pairs">Of two tables, the true pairs.</param>
sealed record LinkageSet(
    string Name, string Left, string? Right, IReadOnlyDictionary<string, string> Clusters, IReadOnlySet<(string Left, string Right)> Pairs)
{
    /// <summary>A set of one table.</summary>
    public static LinkageSet OfOne(string name, string path, IReadOnlyDictionary<string, string> clusters) =>
        new(name, path, null, clusters, new HashSet<(string, string)>());

    /// <summary>A set of two tables.</summary>
    public static LinkageSet OfTwo(string name, string left, string right, IReadOnlySet<(string, string)> pairs) =>
        new(name, left, right, new Dictionary<string, string>(), pairs);
}
