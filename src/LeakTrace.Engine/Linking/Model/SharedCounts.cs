using LeakTrace.Engine.Linking.Fields;

namespace LeakTrace.Engine.Linking.Model;

/// <summary>Pairs of records that have two fields.</summary>
/// <param name="First">The first field.</param>
/// <param name="Second">The second field.</param>
/// <param name="Both">Those equal in both, by the rarity of the first value and, within it, of the second.</param>
/// <param name="EqualInFirst">Those equal in the first, by rarity.</param>
/// <param name="EqualInSecond">Those equal in the second, by rarity.</param>
/// <param name="Pairs">All.</param>
sealed record SharedCounts(int First, int Second, double[] Both, double[] EqualInFirst, double[] EqualInSecond, double Pairs)
{
    /// <summary>How many are similar in the second field among pairs drawn from those equal in the first, and how many have it.</summary>
    public required Lazy<(int Similar, int Drawn)> SimilarInSecond { get; init; }

    /// <summary>How many are similar in the first field among pairs drawn from those equal in the second, and how many have it.</summary>
    public required Lazy<(int Similar, int Drawn)> SimilarInFirst { get; init; }

    /// <summary>How many are similar in both fields among random pairs, and how many have both.</summary>
    public required Lazy<(double Similar, double Drawn)> SimilarInBoth { get; init; }

    /// <summary>Pairs equal in both, by rarities.</summary>
    public double BothAt(int first, int second) => Both[first * FieldDomain.RarityLevels + second];
}
