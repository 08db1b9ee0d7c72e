using System.Globalization;
using LeakTrace.Engine.Linking.Fields;

namespace LeakTrace.Engine.Linking.Model;

/// <summary>Reads a pattern back: what each level adds to the weight.</summary>
static class PairReading
{
    /// <summary>The summands of a pattern's weight; they add up to its evidence and the prior.</summary>
    public static List<PairTerm> TermsOf(LevelWeights model, FieldDomain[] fields, ulong pattern)
    {
        var terms = new List<PairTerm> { new(PairTermKind.Prior, "", "", model.PriorBits) };
        double sum = 0;
        for (var f = 0; f < fields.Length; f++)
        {
            var level = PairComparison.LevelOf(pattern, f);
            var bits = level == 0 ? 0 : model.BitsOf(f, level);
            sum += bits;
            terms.Add(new PairTerm(PairTermKind.Field, fields[f].Field.Name, fields[f].NameOf(level), bits));
        }

        foreach (var dependence in model.Dependences)
        {
            var bits = -Math.Log2(dependence.LiftOf(pattern));
            if (bits != 0)
            {
                sum += bits;
                terms.Add(new PairTerm(PairTermKind.Dependence, fields[dependence.First].Field.Name, fields[dependence.Second].Field.Name, bits));
            }
        }

        var errors = model.ErrorsOf(pattern);
        var together = model.ErrorBits[errors];
        terms.Add(new PairTerm(PairTermKind.Disagreements, "", errors.ToString(CultureInfo.InvariantCulture), together));
        terms.Add(new PairTerm(PairTermKind.Related, "", "", model.EvidenceOf(pattern) - sum - together));
        return terms;
    }
}
