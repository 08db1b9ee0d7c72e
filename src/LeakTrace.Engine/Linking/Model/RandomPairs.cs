using LeakTrace.Engine.Linking.Fields;

namespace LeakTrace.Engine.Linking.Model;

/// <summary>Pairs drawn at random, or all of them.</summary>
/// <param name="Shares">Share of each level among pairs in which the field is present; sixteen for each field.</param>
/// <param name="Patterns">Patterns.</param>
/// <param name="Counts">Number of pairs of each pattern; one each where it is null.</param>
sealed record RandomPairs(double[] Shares, ulong[] Patterns, double[]? Counts)
{
    /// <summary>How many have similar values of two fields, and how many have both.</summary>
    public (double Similar, double Drawn) Similar(FieldDomain[] fields, int first, int second)
    {
        double similar = 0, drawn = 0;
        for (var p = 0; p < Patterns.Length; p++)
        {
            int low = PairComparison.LevelOf(Patterns[p], first), high = PairComparison.LevelOf(Patterns[p], second);
            var count = Counts is null ? 1 : Counts[p];
            drawn += low > 0 && high > 0 ? count : 0;
            similar += low > 1 && low < fields[first].Same && high > 1 && high < fields[second].Same ? count : 0;
        }

        return (similar, drawn);
    }
}
