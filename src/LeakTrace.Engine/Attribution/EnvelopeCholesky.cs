using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LeakTrace.Engine.Attribution;

/// <summary>
/// Cholesky factor of the negative Hessian over the free units, stored by rows from their first element on (George
/// &amp; Liu 1981): within an
/// <see cref="EliminationOrder"/> nothing fills in outside. Directions that no person sees get the pivot they had
/// before
/// elimination, so that the factor always exists.
/// </summary>
sealed class EnvelopeCholesky
{
    const double SmallestPivot = 1e-11;

    readonly HazardProblem _problem;
    readonly EliminationOrder _order;
    readonly int[] _rank;
    readonly int[] _unit;
    readonly int[] _first;
    readonly int[] _ranksOfSet;
    double[][] _rows = [];
    int _count;

    internal EnvelopeCholesky(HazardProblem problem, EliminationOrder order)
    {
        _problem = problem;
        _order = order;
        _rank = new int[problem.UnitCount];
        _unit = new int[problem.UnitCount];
        _first = new int[problem.UnitCount];
        _ranksOfSet = new int[problem.UnitCount];
    }

    /// <summary>Whether a unit was free when the factor was computed.</summary>
    internal bool Covers(int unit) => _rank[unit] >= 0;

    /// <summary>Factors Σ curvature·(indicator of the set)(indicator of the set)ᵀ over the free units.</summary>
    internal void Factor(double[] curvature, bool[] free)
    {
        Layout(free);
        for (var set = 0; set < _problem.SetCount; set++)
        {
            var count = 0;
            foreach (var unit in _problem.Units(set))
            {
                if (_rank[unit] >= 0)
                {
                    _ranksOfSet[count++] = _rank[unit];
                }
            }
            for (var a = 0; a < count; a++)
            {
                var row = _ranksOfSet[a];
                for (var b = 0; b < count; b++)
                {
                    if (_ranksOfSet[b] <= row)
                    {
                        _rows[row][_ranksOfSet[b] - _first[row]] += curvature[set];
                    }
                }
            }
        }
        for (var i = 0; i < _count; i++)
        {
            Eliminate(i);
        }
    }

    /// <summary>
    /// Solves in place over the units of the factor; entries of other units are neither read nor written.
    /// </summary>
    internal void Solve(double[] vector, double[] work)
    {
        for (var i = 0; i < _count; i++)
        {
            var row = _rows[i];
            var length = i - _first[i];
            work[i] = (vector[_unit[i]] - Dot(row.AsSpan(0, length), work.AsSpan(_first[i], length))) / row[length];
        }
        for (var i = _count - 1; i >= 0; i--)
        {
            var row = _rows[i];
            var first = _first[i];
            var length = i - first;
            var value = work[i] / row[length];
            vector[_unit[i]] = value;
            for (var k = 0; k < length; k++)
            {
                work[first + k] -= value * row[k];
            }
        }
    }

    void Layout(bool[] free)
    {
        _count = 0;
        var start = 0;
        var component = EliminationOrder.Border;
        if (_rows.Length == 0)
        {
            _rows = new double[_problem.UnitCount][];
        }
        foreach (var unit in _order.Order)
        {
            _rank[unit] = -1;
            if (!free[unit])
            {
                continue;
            }
            var own = _order.Component[unit];
            if (own == EliminationOrder.Border)
            {
                start = 0;
            }
            else if (own != component)
            {
                start = _count;
            }
            component = own;
            var length = _count - start + 1;
            if (_rows[_count] is null || _rows[_count].Length < length)
            {
                _rows[_count] = new double[length];
            }
            Array.Clear(_rows[_count]);
            _rank[unit] = _count;
            _unit[_count] = unit;
            _first[_count++] = start;
        }
    }

    void Eliminate(int i)
    {
        var row = _rows[i];
        var first = _first[i];
        for (var j = first; j < i; j++)
        {
            var from = Math.Max(first, _first[j]);
            var dot = Dot(row.AsSpan(from - first, j - from), _rows[j].AsSpan(from - _first[j], j - from));
            row[j - first] = (row[j - first] - dot) / _rows[j][j - _first[j]];
        }
        var left = row.AsSpan(0, i - first);
        var diagonal = row[i - first];
        var pivot = diagonal - Dot(left, left);
        row[i - first] = Math.Sqrt(pivot > SmallestPivot * diagonal ? pivot : diagonal > 0 ? diagonal : 1);
    }

    /// <summary>Four lanes on every machine, so that sums round alike on every machine.</summary>
    static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var a = MemoryMarshal.Cast<double, Vector256<double>>(left);
        var b = MemoryMarshal.Cast<double, Vector256<double>>(right);
        var lanes = Vector256<double>.Zero;
        for (var k = 0; k < a.Length; k++)
        {
            lanes += a[k] * b[k];
        }
        var sum = Vector256.Sum(lanes);
        for (var k = a.Length * Vector256<double>.Count; k < left.Length; k++)
        {
            sum += left[k] * right[k];
        }
        return sum;
    }
}
