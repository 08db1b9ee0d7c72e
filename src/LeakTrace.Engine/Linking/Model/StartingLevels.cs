using LeakTrace.Engine.Linking.Fields;

namespace LeakTrace.Engine.Linking.Model;

/// <summary>The values that estimation starts from, and leans on where there is little data: they fix which class is which.</summary>
static class StartingLevels
{
    const int Stride = 16;

    /// <summary>Matches: equality four times in five, spread over rarity as values are; mistyped one in seven; plain difference one in twenty.</summary>
    public static double[] OfMatches(FieldDomain[] fields)
    {
        var start = new double[fields.Length * Stride];
        for (var f = 0; f < fields.Length; f++)
        {
            var field = fields[f];
            Span<double> m = start.AsSpan(f * Stride, Stride);
            m[1] = 0.05;
            for (var level = 2; level <= field.Swapped; level++)
            {
                m[level] = 0.15 / field.Partial;
            }

            double present = Math.Max(1, field.LeftPresent);
            for (var v = 1; v < field.Texts.Length; v++)
            {
                m[field.Same + field.RarityOf(v)] += 0.8 * field.LeftCounts[v] / present;
            }

            for (var level = field.Same; level < field.Levels; level++)
            {
                m[level] = Math.Max(m[level], 1e-6);
            }
        }

        return start;
    }

    /// <summary>Related records start with equality in every other field, and are no more alike than strangers in the rest.</summary>
    public static double[] OfRelated(FieldDomain[] fields, double[] startOfMatches)
    {
        var start = new double[startOfMatches.Length];
        for (var f = 0; f < fields.Length; f++)
        {
            for (var level = 1; level < fields[f].Levels; level++)
            {
                var at = f * Stride + level;
                start[at] = level == 1 ? 0.55 : level < fields[f].Same ? startOfMatches[at] : startOfMatches[at] * 0.4;
            }
        }

        return start;
    }
}
