using LeakTrace.Engine.Linking.Fields;

namespace LeakTrace.Engine.Linking.Model;

/// <summary>The term of the model that says what several disagreements are worth together.</summary>
static class DisagreementTerm
{
    const double PriorPairs = 10;
    const double LeastErrorBits = 6;
    const double MostErrorBits = 2;

    /// <summary>
    /// What the number of disagreements adds to independent fields: how often matches have that many, against how often they would have
    /// (a log-linear term; Thibaudeau 1993).
    /// </summary>
    public static void Fit(LevelWeights model, FieldDomain[] fields, PatternCounts counts, Expectation expectation)
    {
        var independent = new double[LevelWeights.MostErrors + 1];
        for (var i = 0; i < counts.Presences.Count; i++)
        {
            AddIndependent(model, fields, counts.Presences[i], expectation.ByPresence[i], independent);
        }

        for (var k = 0; k < independent.Length; k++)
        {
            var target = Math.Log2((expectation.ByErrors[k] + PriorPairs) / (independent[k] + PriorPairs));
            model.ErrorBits[k] = Math.Clamp(0.5 * (model.ErrorBits[k] + target), -LeastErrorBits, MostErrorBits);
        }

        model.Weigh();
    }

    /// <summary>The number of disagreements of independent fields (Poisson binomial), weighted.</summary>
    static void AddIndependent(LevelWeights model, FieldDomain[] fields, uint presence, double weight, double[] into)
    {
        Span<double> chance = stackalloc double[LevelWeights.MostErrors + 1];
        chance.Clear();
        chance[0] = 1;
        for (var f = 0; f < fields.Length; f++)
        {
            if ((presence >> f & 1) == 0)
            {
                continue;
            }

            double same = 0;
            for (var level = fields[f].Same; level < fields[f].Levels; level++)
            {
                same += model.M[LevelWeights.At(f, level)];
            }

            same = Math.Min(same, 1);
            chance[^1] += chance[^2] * (1 - same);
            for (var k = LevelWeights.MostErrors - 1; k > 0; k--)
            {
                chance[k] = chance[k] * same + chance[k - 1] * (1 - same);
            }

            chance[0] *= same;
        }

        for (var k = 0; k < chance.Length; k++)
        {
            into[k] += weight * chance[k];
        }
    }
}
