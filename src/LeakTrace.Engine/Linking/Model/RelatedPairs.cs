using LeakTrace.Engine.Linking.Fields;

namespace LeakTrace.Engine.Linking.Model;

/// <summary>What keeps the class of related pairs apart from matches with errors.</summary>
static class RelatedPairs
{
    /// <summary>Share of what tells matches that related pairs do not have, where nothing but the model says what a match is.</summary>
    public const double StrangeShare = 0.45;

    /// <summary>The same where competition says it too.</summary>
    public const double StrangeShareOfLosers = 0.25;

    const int Stride = 16;

    /// <summary>
    /// Related records share something, not everything: in the fields that they share least, until those hold a share of what tells matches, they are as
    /// strangers. Without that the class would take matches with errors for its own.
    /// </summary>
    public static void KeepStrange(LevelWeights model, FieldDomain[] fields, double share)
    {
        var bits = BitsOf(model, fields);
        var shared = new double[fields.Length];
        double total = 0;
        for (var f = 0; f < fields.Length; f++)
        {
            for (var level = 1; level < fields[f].Levels; level++)
            {
                var at = f * Stride + level;
                shared[f] += model.V[at] * Math.Log2(model.V[at] / model.U[at]);
            }

            shared[f] /= Math.Max(0.1, bits[f]);
            total += bits[f];
        }

        var order = new int[fields.Length];
        for (var f = 0; f < order.Length; f++)
        {
            order[f] = f;
        }

        Array.Sort(order, (a, b) => shared[a] != shared[b] ? shared[a].CompareTo(shared[b]) : a.CompareTo(b));
        double strange = 0;
        Array.Clear(model.IsStrange);
        for (var i = 0; i < order.Length && strange < share * total; i++)
        {
            strange += bits[order[i]];
            model.IsStrange[order[i]] = true;
            model.U.AsSpan(order[i] * Stride, Stride).CopyTo(model.V.AsSpan(order[i] * Stride, Stride));
        }
    }

    /// <summary>What each field tells of matches, in bits.</summary>
    public static double[] BitsOf(LevelWeights model, FieldDomain[] fields)
    {
        var bits = new double[fields.Length];
        for (var f = 0; f < fields.Length; f++)
        {
            for (var level = 1; level < fields[f].Levels; level++)
            {
                var at = f * Stride + level;
                bits[f] += model.M[at] * Math.Log2(model.M[at] / model.U[at]);
            }

            bits[f] = Math.Max(0, bits[f]);
        }

        return bits;
    }
}
