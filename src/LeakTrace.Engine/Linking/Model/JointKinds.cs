using LeakTrace.Engine.Linking.Fields;

namespace LeakTrace.Engine.Linking.Model;

/// <summary>
/// Joint probabilities of the kinds of level of two fields, independent but for kinds of agreement that go together more often. What those have more is
/// taken from where a field differs, so that the margins stay what they are.
/// </summary>
sealed class JointKinds
{
    const int Kinds = FieldDependence.Kinds;
    const int Similar = 1;
    const double MostTaken = 0.99;

    readonly double[] _first;
    readonly double[] _second;
    readonly double[] _joint = new double[Kinds * Kinds];

    /// <summary>Creates independent fields.</summary>
    /// <param name="first">Probability of each kind of the first field.</param>
    /// <param name="second">Probability of each kind of the second field.</param>
    public JointKinds(double[] first, double[] second)
    {
        (_first, _second) = (first, second);
        for (var cell = 0; cell < _joint.Length; cell++)
        {
            _joint[cell] = first[cell / Kinds] * second[cell % Kinds];
        }
    }

    /// <summary>Probability of each kind of level of a field, from the probabilities of levels.</summary>
    public static double[] MarginOf(FieldDomain[] fields, double[] levels, int field)
    {
        var margin = new double[Kinds];
        double sum = 0;
        for (var level = 1; level < fields[field].Levels; level++)
        {
            var share = levels[LevelWeights.At(field, level)];
            margin[FieldDependence.KindOf(fields[field], level)] += share;
            sum += share;
        }

        for (var kind = 0; kind < Kinds; kind++)
        {
            margin[kind] /= sum;
        }

        return margin;
    }

    /// <summary>Makes two kinds of agreement go together so many times as often as by chance, if it is more than that.</summary>
    public void Raise(int first, int second, double lift) => _joint[first * Kinds + second] = _first[first] * _second[second] * Math.Max(1, lift);

    /// <summary>The joint probabilities, by the kind of the first field and, within it, of the second.</summary>
    public double[] Settle()
    {
        LowerSimilar();
        for (var a = Similar; a < Kinds; a++)
        {
            var row = MostTaken * _first[a] / Math.Max(double.Epsilon, RowSum(a));
            for (var b = Similar; b < Kinds && row < 1; b++)
            {
                _joint[a * Kinds + b] *= row;
            }
        }

        for (var b = Similar; b < Kinds; b++)
        {
            var column = MostTaken * _second[b] / Math.Max(double.Epsilon, ColumnSum(b));
            for (var a = Similar; a < Kinds && column < 1; a++)
            {
                _joint[a * Kinds + b] *= column;
            }
        }

        var different = _first[0];
        for (var kind = Similar; kind < Kinds; kind++)
        {
            _joint[kind * Kinds] = _first[kind] - RowSum(kind);
            _joint[kind] = _second[kind] - ColumnSum(kind);
            different -= _joint[kind];
        }

        _joint[0] = Math.Max(0, different);
        return _joint;
    }

    // What is equal more often than by chance is less often similar, as it is less often different.
    void LowerSimilar()
    {
        double firstEqual = 1 - _first[0] - _first[Similar], secondEqual = 1 - _second[0] - _second[Similar];
        for (var kind = FieldDependence.Same; kind < Kinds; kind++)
        {
            int ofFirst = kind * Kinds + Similar, ofSecond = Similar * Kinds + kind;
            double row = _first[kind] * (1 - secondEqual), column = _second[kind] * (1 - firstEqual);
            if (_joint[ofFirst] <= _first[kind] * _second[Similar] && row > 0)
            {
                _joint[ofFirst] *= Math.Clamp((_first[kind] - (RowSum(kind) - _joint[ofFirst])) / row, 0, 1);
            }

            if (_joint[ofSecond] <= _first[Similar] * _second[kind] && column > 0)
            {
                _joint[ofSecond] *= Math.Clamp((_second[kind] - (ColumnSum(kind) - _joint[ofSecond])) / column, 0, 1);
            }
        }
    }

    /// <summary>Sum of the kinds that may go together with one of the first field.</summary>
    double RowSum(int a)
    {
        double sum = 0;
        for (var b = Similar; b < Kinds; b++)
        {
            sum += _joint[a * Kinds + b];
        }

        return sum;
    }

    double ColumnSum(int b)
    {
        double sum = 0;
        for (var a = Similar; a < Kinds; a++)
        {
            sum += _joint[a * Kinds + b];
        }

        return sum;
    }
}
