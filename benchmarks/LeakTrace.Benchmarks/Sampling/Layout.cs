namespace LeakTrace.Benchmarks.Sampling;

/// <summary>Strata to draw from: records and sample of each.</summary>
sealed record Layout(string Name, int[] Populations, int[] Sizes)
{
    /// <summary>Layouts from two strata to many small ones.</summary>
    public static readonly IReadOnlyList<Layout> All =
    [
        new("2 strata, proportional", [200, 400], [20, 40]),
        new("3 strata, equal samples of unequal ones", [50, 500, 5_000], [30, 30, 30]),
        new("5 strata, proportional, two at least", [100, 300, 800, 2_000, 5_000], [2, 6, 15, 37, 92]),
        new("20 strata", [.. Enumerable.Repeat(400, 20)], [.. Enumerable.Repeat(10, 20)]),
        new("60 small strata", [.. Enumerable.Range(0, 60).Select(i => 25 + i % 5 * 8)], [.. Enumerable.Range(0, 60).Select(i => 2 + i % 5 / 2)]),
    ];

    /// <summary>True shares by name: the same in all strata, or different.</summary>
    public static readonly IReadOnlyList<(string Name, Func<int, double> Of)> Shares =
    [
        ("0.5", _ => 0.5), ("0.8", _ => 0.8), ("0.95", _ => 0.95), ("0.99", _ => 0.99), ("0.9, 0.6, 0.99 by turns", s => new[] { 0.9, 0.6, 0.99 }[s % 3]),
        ("1, the first 0.7", s => s == 0 ? 0.7 : 1),
    ];

    /// <summary>True records of each stratum for a share.</summary>
    public int[] TrueRecords(Func<int, double> share) => [.. Populations.Select((n, s) => (int)Math.Round(n * share(s)))];
}
