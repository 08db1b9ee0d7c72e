using LeakTrace.Engine.Linking.Fields;

namespace LeakTrace.Engine.Linking.Model;

/// <summary>Expected matches among the candidate pairs, by the kinds of level of two fields.</summary>
sealed class MatchSums
{
    const double Negligible = 1e-3;
    const int Stride = 1 << PairComparison.LevelBits;
    const double MostDifferent = 0.45;

    readonly int[] _kinds;
    readonly List<ulong> _patterns = [];
    readonly List<double> _matches = [];

    /// <summary>Takes the matches.</summary>
    /// <param name="model">The model.</param>
    /// <param name="fields">Fields.</param>
    /// <param name="counts">Patterns of the candidate pairs.</param>
    /// <param name="posteriors">Probability that a pair of each pattern matches.</param>
    /// <param name="onlyCredible">
    /// Whether to leave out what differs in fields that hold much of what tells matches, whatever the model says: as long as it takes fields that repeat
    /// each other for independent, it takes strangers of one town for matches.
    /// </param>
    public MatchSums(LevelWeights model, FieldDomain[] fields, PatternCounts counts, double[] posteriors, bool onlyCredible)
    {
        OnlyCredible = onlyCredible;
        _kinds = new int[fields.Length * Stride];
        for (var f = 0; f < fields.Length; f++)
        {
            for (var level = 1; level < fields[f].Levels; level++)
            {
                _kinds[f * Stride + level] = FieldDependence.KindOf(fields[f], level);
            }
        }

        var bits = RelatedPairs.BitsOf(model, fields);
        for (var p = 0; p < counts.Patterns.Length; p++)
        {
            if (posteriors[p] > Negligible && (!onlyCredible || IsCredible(counts.Patterns[p], bits)))
            {
                _patterns.Add(counts.Patterns[p]);
                _matches.Add(posteriors[p] * counts.Counts[p]);
            }
        }
    }

    /// <summary>Whether matches that are not credible were left out.</summary>
    public bool OnlyCredible { get; }

    /// <summary>Sums of matches in which both fields are present, by the kind of the first and, within it, of the second.</summary>
    public double[] Of(int first, int second)
    {
        const int Kinds = FieldDependence.Kinds;
        var sums = new double[Kinds * Kinds];
        for (var p = 0; p < _patterns.Count; p++)
        {
            int low = PairComparison.LevelOf(_patterns[p], first), high = PairComparison.LevelOf(_patterns[p], second);
            if (low > 0 && high > 0)
            {
                sums[_kinds[first * Stride + low] * Kinds + _kinds[second * Stride + high]] += _matches[p];
            }
        }

        return sums;
    }

    static bool IsCredible(ulong pattern, double[] bits)
    {
        double different = 0, present = 0;
        for (var f = 0; f < bits.Length; f++)
        {
            var level = PairComparison.LevelOf(pattern, f);
            present += level > 0 ? bits[f] : 0;
            different += level == 1 ? bits[f] : 0;
        }

        return different < MostDifferent * present;
    }
}
