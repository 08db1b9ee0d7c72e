using LeakTrace.Engine.Linking.Fields;

namespace LeakTrace.Engine.Linking.Model;

/// <summary>
/// The model of Fellegi and Sunter (1969) over patterns of any fields: m and u of every level, the prior, and what the number of disagreements adds,
/// since records with one error have more, or never a second one. Non-matches are of two kinds, strangers and related records (a household, a chain of
/// restaurants): among the related, fields agree together, and that is no evidence of a match. Fields that repeat each other among strangers count once.
/// </summary>
sealed class LevelWeights
{
    /// <summary>Most disagreements told apart.</summary>
    public const int MostErrors = 8;

    const int Stride = 16;

    readonly double[] _bits;
    readonly double[] _ratios;
    readonly double[] _relatedRatios;
    readonly double[] _errorBits = new double[MostErrors + 1];
    readonly double[] _errorRatios = new double[MostErrors + 1];
    readonly FieldDomain[] _fields;
    readonly int[] _same;

    /// <summary>Creates a model without evidence.</summary>
    public LevelWeights(FieldDomain[] fields)
    {
        _fields = fields;
        _same = Array.ConvertAll(fields, field => field.Same);
        M = new double[fields.Length * Stride];
        U = new double[fields.Length * Stride];
        V = new double[fields.Length * Stride];
        IsStrange = new bool[fields.Length];
        _bits = new double[fields.Length * Stride];
        _ratios = new double[fields.Length * Stride];
        _relatedRatios = new double[fields.Length * Stride];
        Array.Fill(_ratios, 1);
        Array.Fill(_relatedRatios, 1);
    }

    /// <summary>Probability of each level among matches, sixteen for each field.</summary>
    public double[] M { get; }

    /// <summary>Probability of each level among strangers, sixteen for each field.</summary>
    public double[] U { get; }

    /// <summary>Probability of each level among related records that do not match, sixteen for each field.</summary>
    public double[] V { get; }

    /// <summary>Pairs of fields that repeat each other among strangers; they form no circle.</summary>
    public IReadOnlyList<FieldDependence> Dependences { get; set; } = [];

    /// <summary>Fields in which related pairs are as strangers.</summary>
    public bool[] IsStrange { get; }

    /// <summary>Share of related pairs among the non-matches.</summary>
    public double Related { get; set; }

    /// <summary>Probability that a random pair matches.</summary>
    public double Prior { get; set; }

    /// <summary>Bits that a number of disagreements adds.</summary>
    public Span<double> ErrorBits => _errorBits;

    /// <summary>log2 of the prior odds.</summary>
    public double PriorBits => Math.Log2(Prior / (1 - Prior));

    /// <summary>Place of a level in <see cref="M"/> and <see cref="U"/>.</summary>
    public static int At(int field, int level) => field * Stride + level;

    /// <summary>Bits of a level.</summary>
    public double BitsOf(int field, int level) => _bits[At(field, level)];

    /// <summary>Evidence of a pattern for a match against any non-match in bits, without the prior.</summary>
    public double EvidenceOf(ulong pattern) => Math.Log2(RatioOf(pattern, out _));

    /// <summary>Probability that a pair of this pattern matches, on its own.</summary>
    public double PosteriorOf(ulong pattern) => PosteriorOf(pattern, out _);

    /// <summary>As above, with the share of related pairs among the non-matches of the pattern.</summary>
    public double PosteriorOf(ulong pattern, out double related)
    {
        var odds = RatioOf(pattern, out related) * (Prior / (1 - Prior));
        return odds / (1 + odds);
    }

    /// <summary>Odds of a match against any non-match, without the prior, and the share of related pairs among the non-matches of the pattern.</summary>
    /// <remarks>Sixteen fields of forty bits each stay far within the range of a double, so that no logarithm is needed.</remarks>
    public double RatioOf(ulong pattern, out double related)
    {
        double ratio = 1, relatedRatio = Related;
        var errors = 0;
        var rest = pattern;
        for (var f = 0; f < _fields.Length; f++)
        {
            var level = (int)(rest & 0xF);
            ratio *= _ratios[f * Stride + level];
            relatedRatio *= _relatedRatios[f * Stride + level];
            errors += level > 0 && level < _same[f] ? 1 : 0;
            rest >>= PairComparison.LevelBits;
        }

        foreach (var dependence in Dependences)
        {
            var (match, ofRelated) = RatiosOf(dependence, dependence.LiftOf(pattern));
            ratio *= match;
            relatedRatio *= ofRelated;
        }

        var strangers = relatedRatio + 1 - Related;
        related = relatedRatio / strangers;
        return ratio * _errorRatios[Math.Min(errors, MostErrors)] / strangers;
    }

    /// <summary>Ratios of a level by itself: of a match to a stranger, and of related records to strangers; one where the field is absent.</summary>
    public (double Match, double Related) RatiosOf(int field, int level) => (_ratios[At(field, level)], _relatedRatios[At(field, level)]);

    /// <summary>Ratios that a dependence adds where its levels go together so many times as often as by chance: of a match, and of related records, to strangers.</summary>
    /// <remarks>Where related pairs are as strangers in both fields, those repeat each other as among strangers.</remarks>
    public (double Match, double Related) RatiosOf(FieldDependence dependence, double lift) =>
        (1 / lift, IsStrange[dependence.First] && IsStrange[dependence.Second] ? 1 : 1 / lift);

    /// <summary>What a number of disagreements multiplies the odds by.</summary>
    public double ErrorRatioOf(int errors) => _errorRatios[errors];

    /// <summary>Number of present fields of a pattern that are not equal.</summary>
    public int ErrorsOf(ulong pattern)
    {
        var errors = 0;
        for (var f = 0; f < _fields.Length; f++)
        {
            var level = PairComparison.LevelOf(pattern, f);
            errors += level > 0 && level < _same[f] ? 1 : 0;
        }

        return Math.Min(errors, MostErrors);
    }

    /// <summary>Computes the bits after a change of m, u or the disagreements; a plain difference never speaks for a match, equality never against it.</summary>
    public void Weigh()
    {
        for (var f = 0; f < _fields.Length; f++)
        {
            for (var level = 1; level < _fields[f].Levels; level++)
            {
                var at = At(f, level);
                var bits = Math.Log2(M[at] / U[at]);
                _bits[at] = level == 1 ? Math.Min(0, bits) : level >= _same[f] ? Math.Max(0, bits) : bits;
                _ratios[at] = double.Exp2(_bits[at]);
                _relatedRatios[at] = V[at] / U[at];
            }
        }

        for (var k = 0; k < _errorBits.Length; k++)
        {
            _errorRatios[k] = double.Exp2(_errorBits[k]);
        }
    }
}
