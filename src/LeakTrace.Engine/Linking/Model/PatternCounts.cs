using LeakTrace.Engine.Linking.Rules;

namespace LeakTrace.Engine.Linking.Model;

/// <summary>The histogram of patterns: each pattern once, with how many pairs have it.</summary>
sealed class PatternCounts
{
    /// <summary>Counts the patterns of pairs.</summary>
    public PatternCounts(ComparedPairs pairs)
    {
        var numbers = new Dictionary<ulong, int>();
        Of = new int[pairs.Count];
        var patterns = new List<ulong>();
        var all = pairs.Patterns;
        for (var i = 0; i < all.Length; i++)
        {
            ref var number = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(numbers, all[i], out var known);
            if (!known)
            {
                number = patterns.Count;
                patterns.Add(all[i]);
            }

            Of[i] = number;
        }

        Patterns = [.. patterns];
        Counts = new double[Patterns.Length];
        foreach (var number in Of)
        {
            Counts[number]++;
        }
    }

    /// <summary>Distinct patterns in the order in which pairs have them first.</summary>
    public ulong[] Patterns { get; }

    /// <summary>Number of pairs of each pattern.</summary>
    public double[] Counts { get; }

    /// <summary>Pattern of each pair, as its place.</summary>
    public int[] Of { get; }
}
