using LeakTrace.Engine.Comparison;

namespace LeakTrace.Engine.Scoring;

/// <summary>
/// Estimates m and the prior by EM (Dempster, Laird and Rubin 1977) on the pattern histogram of the candidate pairs.
/// </summary>
/// <remarks>
/// The prior is defined over all pairs of the two sides, not over the candidates: then the posterior of a candidate needs no
/// correction for having been selected, and u from random pairs stays right. What selection leaves is a bias of the order of
/// the matches that blocking loses. m starts from, and is held by, the documented values of <see cref="FieldLevels"/>.
/// </remarks>
public static class ExpectationMaximisation
{
    const int Stride = PersonPattern.Levels;
    const int MostIterations = 200;
    const double Tolerance = 1e-7;
    const double FewestMatches = 30;

    /// <summary>Updates a model that has its u; leaves the starting values of m where fewer than thirty matches are expected.</summary>
    /// <param name="model">Model with u and a first prior.</param>
    /// <param name="histogram">Patterns of all candidate pairs.</param>
    /// <param name="allPairs">Number of pairs of the two sides, candidates or not.</param>
    public static void Fit(MatchModel model, PatternHistogram histogram, double allPairs)
    {
        var (patterns, counts) = histogram.Sorted();
        var expected = new double[PersonPattern.Fields * Stride];
        for (var iteration = 1; iteration <= MostIterations; iteration++)
        {
            var matches = Expect(model, patterns, counts, expected);
            var prior = Math.Clamp(matches / allPairs, 1e-12, 0.5);
            model.Iterations = iteration;
            if (matches < FewestMatches)
            {
                model.Update(Starting(), prior);
                model.IsEstimated = false;
                if (iteration > 20)
                {
                    return;
                }

                continue;
            }

            model.IsEstimated = true;
            if (Maximise(model, expected, prior) < Tolerance)
            {
                return;
            }
        }
    }

    /// <summary>The same m and u with the prior that the pairs of a histogram show.</summary>
    public static MatchModel WithPriorOf(MatchModel model, PatternHistogram histogram, double allPairs)
    {
        var (patterns, counts) = histogram.Sorted();
        var expected = new double[PersonPattern.Fields * Stride];
        for (var iteration = 0; iteration < MostIterations; iteration++)
        {
            var prior = Math.Clamp(Expect(model, patterns, counts, expected) / allPairs, 1e-12, 0.5);
            var change = Math.Abs(prior - model.Prior) / model.Prior;
            model = model.WithPrior(prior);
            if (change < 1e-4)
            {
                break;
            }
        }

        return model;
    }

    /// <summary>Expected number of matching pairs at every level of every field; returns that of all matching pairs.</summary>
    static double Expect(MatchModel model, ulong[] patterns, long[] counts, double[] expected)
    {
        Array.Clear(expected);
        double matches = 0;
        for (var p = 0; p < patterns.Length; p++)
        {
            var weight = MatchModel.ProbabilityOf(model.ScoreBits(patterns[p])) * counts[p];
            matches += weight;
            var rest = patterns[p];
            for (var field = 0; field < PersonPattern.Fields; field++)
            {
                expected[field * Stride + (int)(rest & 0xF)] += weight;
                rest >>= 4;
            }
        }

        return matches;
    }

    /// <summary>New m with the starting values as Dirichlet prior; returns the largest change.</summary>
    static double Maximise(MatchModel model, double[] expected, double prior)
    {
        var m = new double[PersonPattern.Fields * Stride];
        var change = Math.Abs(prior - model.Prior) / model.Prior;
        for (var f = 0; f < PersonPattern.Fields; f++)
        {
            var field = (PersonField)f;
            double present = 0;
            for (var level = 1; level < Stride; level++)
            {
                present += expected[f * Stride + level];
            }

            for (var level = 1; level < FieldLevels.CountOf(field); level++)
            {
                var start = FieldLevels.StartingMOf(field, level) * FieldLevels.PriorPairs;
                m[f * Stride + level] = (expected[f * Stride + level] + start) / (present + FieldLevels.PriorPairs);
            }

            Bound(m.AsSpan(f * Stride, Stride), FieldLevels.MostDifferentOf(field));
            for (var level = 1; level < FieldLevels.CountOf(field); level++)
            {
                change = Math.Max(change, Math.Abs(m[f * Stride + level] - model.M(field, level)));
            }
        }

        model.Update(m, prior);
        return change;
    }

    /// <summary>Keeps a plain difference rare among matches: the safeguard against pairs of neighbours passing for one person.</summary>
    static void Bound(Span<double> m, double mostDifferent)
    {
        if (m[1] <= mostDifferent)
        {
            return;
        }

        var scale = (1 - mostDifferent) / (1 - m[1]);
        m[1] = mostDifferent;
        foreach (ref var rest in m[2..])
        {
            rest *= scale;
        }
    }

    static double[] Starting()
    {
        var m = new double[PersonPattern.Fields * Stride];
        for (var f = 0; f < PersonPattern.Fields; f++)
        {
            for (var level = 1; level < FieldLevels.CountOf((PersonField)f); level++)
            {
                m[f * Stride + level] = FieldLevels.StartingMOf((PersonField)f, level);
            }
        }

        return m;
    }
}
