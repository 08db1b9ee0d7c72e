using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Scoring;

namespace LeakTrace.Tests.Scoring;

/// <summary>Pairs drawn from known m, u and prior, all fields independent given whether the pair is a match.</summary>
sealed class Simulation
{
    const int Stride = PersonPattern.Levels;
    readonly PersonField[] _fields;

    /// <param name="fields">Fields that are present; the others are absent in every pair.</param>
    /// <param name="agreement">m of the highest level of every field.</param>
    /// <param name="chance">u of all levels but the lowest together.</param>
    public Simulation(PersonField[] fields, double agreement, double chance)
    {
        _fields = fields;
        foreach (var field in fields)
        {
            var top = FieldLevels.CountOf(field) - 1;
            for (var level = 1; level <= top; level++)
            {
                M[At(field, level)] = level == top ? agreement : (1 - agreement) / (top - 1);
                U[At(field, level)] = level == 1 ? 1 - chance : chance / (top - 1);
            }
        }
    }

    public double[] M { get; } = new double[PersonPattern.Fields * Stride];

    public double[] U { get; } = new double[PersonPattern.Fields * Stride];

    public static int At(PersonField field, int level) => (int)field * Stride + level;

    /// <summary>Patterns with whether each is a match.</summary>
    public IEnumerable<(ulong Pattern, bool IsMatch)> Draw(int pairs, double prior, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < pairs; i++)
        {
            var isMatch = random.NextDouble() < prior;
            ulong pattern = 0;
            foreach (var field in _fields)
            {
                pattern |= PersonPattern.At(field, Level(isMatch ? M : U, field, random.NextDouble()));
            }

            yield return (pattern, isMatch);
        }
    }

    static int Level(double[] probabilities, PersonField field, double draw)
    {
        var level = 1;
        while (level < FieldLevels.CountOf(field) - 1 && draw >= probabilities[At(field, level)])
        {
            draw -= probabilities[At(field, level++)];
        }

        return level;
    }
}
