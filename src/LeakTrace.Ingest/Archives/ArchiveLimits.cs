namespace LeakTrace.Ingest.Archives;

/// <summary>What an archive may cost; beyond it a member is refused, never the whole archive.</summary>
/// <param name="Members">Most members of an archive and the archives in it.</param>
/// <param name="Unpacked">Most bytes that all of them unpack to.</param>
/// <param name="Depth">Most archives around a file.</param>
/// <param name="Ratio">Largest ratio of unpacked to packed bytes of a member longer than <paramref name="RatioFrom"/>.</param>
/// <param name="RatioFrom">Unpacked bytes from which the ratio is asked: a short file of blanks packs as well as a bomb.</param>
sealed record ArchiveLimits(int Members, long Unpacked, int Depth, int Ratio, long RatioFrom)
{
    /// <summary>Limits that seized archives keep within.</summary>
    public static ArchiveLimits Default { get; } = new(Members: 10_000, Unpacked: 2L << 30, Depth: 3, Ratio: 200, RatioFrom: 64L << 20);
}
