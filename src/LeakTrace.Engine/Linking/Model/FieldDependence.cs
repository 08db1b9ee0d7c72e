using LeakTrace.Engine.Linking.Fields;

namespace LeakTrace.Engine.Linking.Model;

/// <summary>
/// What two fields of strangers say together beyond what each says by itself: how many times as often as by chance a level of the one goes with a level
/// of the other. Levels are taken as different, similar, and equal by rarity.
/// </summary>
sealed class FieldDependence
{
    /// <summary>Number of kinds of levels: different, similar, and equal by rarity.</summary>
    public const int Kinds = 2 + FieldDomain.RarityLevels;

    /// <summary>Lowest kind of equality.</summary>
    public const int Same = 2;

    const int Stride = 16;
    const double LeastLift = 0.01;

    readonly double[] _lift = new double[Stride * Stride];

    /// <summary>Creates the dependence from the joint probabilities of kinds, whose sums are the margins.</summary>
    public FieldDependence(FieldDomain[] fields, int first, int second, double equal, double information, double[] joint)
    {
        (First, Second, Equal, Information) = (first, second, equal, information);
        double[] margin = new double[Kinds], other = new double[Kinds];
        for (var a = 0; a < Kinds; a++)
        {
            for (var b = 0; b < Kinds; b++)
            {
                margin[a] += joint[a * Kinds + b];
                other[b] += joint[a * Kinds + b];
            }
        }

        Array.Fill(_lift, 1);
        for (var low = 1; low < fields[first].Levels; low++)
        {
            for (var high = 1; high < fields[second].Levels; high++)
            {
                int a = KindOf(fields[first], low), b = KindOf(fields[second], high);
                var chance = margin[a] * other[b];
                _lift[high * Stride + low] = chance > 0 ? Math.Max(LeastLift, joint[a * Kinds + b] / chance) : 1;
            }
        }
    }

    /// <summary>The first field.</summary>
    public int First { get; }

    /// <summary>The second field, after the first.</summary>
    public int Second { get; }

    /// <summary>How many times as often as by chance strangers are equal in both.</summary>
    public double Equal { get; }

    /// <summary>Bits that equality in one field tells of equality in the other.</summary>
    public double Information { get; }

    /// <summary>How many times as often as by chance each pair of levels is there, one where a field is absent; by the second level, then the first.</summary>
    public ReadOnlySpan<double> Lift => _lift;

    /// <summary>The same of a pattern.</summary>
    public double LiftOf(ulong pattern) =>
        _lift[PairComparison.LevelOf(pattern, Second) * Stride + PairComparison.LevelOf(pattern, First)];

    /// <summary>Kind of a level.</summary>
    public static int KindOf(FieldDomain field, int level) => level == 1 ? 0 : level < field.Same ? 1 : Same + level - field.Same;
}
