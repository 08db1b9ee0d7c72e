using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Scoring;

namespace LeakTrace.Tests.Scoring;

/// <summary>
/// Pairs drawn from known m, u and prior, all fields independent given whether the pair is a match. Near phones, which count
/// only beside other evidence, are never drawn, and plain differences are as rare among matches as the engine takes them to be.
/// </summary>
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
            var levels = Enumerable.Range(1, FieldLevels.CountOf(field) - 1).Where(level => !IsNearPhone(field, level)).ToList();
            var top = levels[^1];
            var different = Math.Min((1 - agreement) / (levels.Count - 1), FieldLevels.MostDifferentOf(field));
            foreach (var level in levels)
            {
                M[At(field, level)] = level == top ? agreement : level == 1 ? different : (1 - agreement - different) / (levels.Count - 2);
                U[At(field, level)] = level == 1 ? 1 - chance : chance / (levels.Count - 1);
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

    static bool IsNearPhone(PersonField field, int level) =>
        field == PersonField.Phone && (PhoneLevel)level is PhoneLevel.Near or PhoneLevel.OneDigit or PhoneLevel.Transposed;

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
