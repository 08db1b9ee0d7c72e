using LeakTrace.Engine.Comparison;

namespace LeakTrace.Engine.Scoring;

/// <summary>
/// The model of Fellegi and Sunter (1969): m and u probabilities of every level of every field, and the prior probability
/// that a random pair is a match. A missing field is neutral.
/// </summary>
public sealed class MatchModel
{
    const int Stride = PersonPattern.Levels;
    readonly double[] _m = new double[PersonPattern.Fields * Stride];
    readonly double[] _u = new double[PersonPattern.Fields * Stride];
    readonly double[] _weights = new double[PersonPattern.Fields * Stride];

    /// <summary>The model with the starting values of m.</summary>
    /// <param name="u">u by field and level, length fields × 16; every present level above zero.</param>
    /// <param name="prior">Probability that a random pair is a match.</param>
    public MatchModel(double[] u, double prior)
    {
        u.CopyTo(_u, 0);
        for (var field = 0; field < PersonPattern.Fields; field++)
        {
            for (var level = 1; level < FieldLevels.CountOf((PersonField)field); level++)
            {
                _m[field * Stride + level] = FieldLevels.StartingMOf((PersonField)field, level);
            }
        }

        Prior = prior;
        Weigh();
    }

    /// <summary>Probability that a random pair is a match.</summary>
    public double Prior { get; private set; }

    /// <summary>Steps of estimation; 0 for starting values.</summary>
    public int Iterations { get; internal set; }

    /// <summary>Whether m and prior were estimated.</summary>
    public bool IsEstimated { get; internal set; }

    /// <summary>log2 of the prior odds.</summary>
    public double PriorBits { get; private set; }

    /// <summary>Probability of a level among matches.</summary>
    public double M(PersonField field, int level) => _m[(int)field * Stride + level];

    /// <summary>Probability of a level among non-matches.</summary>
    public double U(PersonField field, int level) => _u[(int)field * Stride + level];

    /// <summary>Match weight of a level in bits, log2(m / u); 0 for an absent field.</summary>
    public double WeightBits(PersonField field, int level) => _weights[(int)field * Stride + level];

    /// <summary>Evidence of a pattern in bits, without the prior; a near phone counts only where something else supports it (<see cref="NearPhone"/>).</summary>
    public double EvidenceBits(ulong pattern)
    {
        double bits = 0;
        var rest = pattern;
        for (var field = 0; field < PersonPattern.Fields; field++)
        {
            bits += _weights[field * Stride + (int)(rest & 0xF)];
            rest >>= 4;
        }

        return NearPhone.IsUnsupported(pattern) ? bits - WeightBits(PersonField.Phone, PersonPattern.LevelOf(pattern, PersonField.Phone)) : bits;
    }

    /// <summary>Match weight of a pattern in bits, the prior included: probability is 2^w / (1 + 2^w).</summary>
    public double ScoreBits(ulong pattern) => PriorBits + EvidenceBits(pattern);

    /// <summary>Probability of a match weight.</summary>
    public static double ProbabilityOf(double weightBits) => 1 / (1 + double.Exp2(-weightBits));

    /// <summary>The same m and u with another prior.</summary>
    public MatchModel WithPrior(double prior)
    {
        var other = new MatchModel(_u, prior) { Iterations = Iterations, IsEstimated = IsEstimated };
        _m.CopyTo(other._m, 0);
        other.Weigh();
        return other;
    }

    /// <summary>Replaces m (length fields × 16) and the prior.</summary>
    internal void Update(double[] m, double prior)
    {
        m.CopyTo(_m, 0);
        Prior = prior;
        Weigh();
    }

    void Weigh()
    {
        PriorBits = Math.Log2(Prior / (1 - Prior));
        for (var i = 0; i < _weights.Length; i++)
        {
            _weights[i] = _m[i] > 0 && _u[i] > 0 ? Math.Log2(_m[i] / _u[i]) : 0;
        }
    }
}
