namespace LeakTrace.Engine.Attribution;

/// <summary>
/// The Newton step for the units that are free to move, by conjugate gradients with a Cholesky factor as
/// preconditioner: one iteration where the
/// factor is current, a few where it was computed at a nearby point. Units that the step would push below zero stop
/// there, and the rest adapts.
/// </summary>
sealed class NewtonDirection
{
    const int MostIterations = 200;
    const int MostRounds = 6;

    readonly HazardProblem _problem;
    readonly EnvelopeCholesky _factor;
    readonly double _residualLimit;
    readonly double[] _bySet;
    readonly double[] _product;
    readonly double[] _residual;
    readonly double[] _scaled;
    readonly double[] _search;
    readonly double[] _solution;
    readonly double[] _work;
    readonly bool[] _free;

    internal NewtonDirection(HazardProblem problem, EnvelopeCholesky factor, double residualLimit)
    {
        _residualLimit = residualLimit;
        _problem = problem;
        _factor = factor;
        _bySet = new double[problem.SetCount];
        _product = new double[problem.UnitCount];
        _residual = new double[problem.UnitCount];
        _scaled = new double[problem.UnitCount];
        _search = new double[problem.UnitCount];
        _solution = new double[problem.UnitCount];
        _work = new double[problem.UnitCount];
        _free = new bool[problem.UnitCount];
    }

    /// <summary>Fills the step; units that are not free do not move.</summary>
    internal void Compute(double[] hazards, double[] gradient, double[] curvature, double[] diagonal, bool[] free, double[] step)
    {
        Array.Clear(step);
        free.CopyTo(_free, 0);
        for (var round = 0; round < MostRounds; round++)
        {
            Multiply(curvature, step);
            for (var unit = 0; unit < step.Length; unit++)
            {
                _residual[unit] = _free[unit] ? gradient[unit] - _product[unit] : 0;
            }
            ConjugateGradients(curvature, diagonal);
            var stopped = false;
            for (var unit = 0; unit < step.Length; unit++)
            {
                if (_free[unit] && hazards[unit] + _solution[unit] < 0)
                {
                    stopped = true;
                    _free[unit] = false;
                    step[unit] = -hazards[unit];
                }
            }
            if (!stopped)
            {
                break;
            }
        }
        for (var unit = 0; unit < step.Length; unit++)
        {
            if (_free[unit])
            {
                step[unit] = Math.Max(_solution[unit], -hazards[unit]);
            }
        }
    }

    /// <summary>Solves H·solution = residual over the free units.</summary>
    void ConjugateGradients(double[] curvature, double[] diagonal)
    {
        Array.Clear(_solution);
        var energy = Precondition(diagonal);
        var target = energy * _residualLimit * _residualLimit;
        _scaled.CopyTo(_search, 0);
        for (var iteration = 0; iteration < MostIterations && energy > target; iteration++)
        {
            Multiply(curvature, _search);
            var bend = Dot(_search, _product);
            // A direction that no seized person sees is straight: any length gains, and what stops it is zero or the
            // next step.
            var straight = !(bend > 0);
            var length = straight ? 1 : energy / bend;
            for (var unit = 0; unit < _solution.Length; unit++)
            {
                if (_free[unit])
                {
                    _solution[unit] += length * _search[unit];
                    _residual[unit] -= length * _product[unit];
                }
            }
            if (straight)
            {
                return;
            }
            var previous = energy;
            energy = Precondition(diagonal);
            for (var unit = 0; unit < _search.Length; unit++)
            {
                _search[unit] = _scaled[unit] + energy / previous * _search[unit];
            }
        }
    }

    /// <summary>
    /// The factor's inverse restricted to the free units, and the diagonal's for units that it does not cover.
    /// </summary>
    double Precondition(double[] diagonal)
    {
        _residual.CopyTo(_scaled, 0);
        _factor.Solve(_scaled, _work);
        for (var unit = 0; unit < _scaled.Length; unit++)
        {
            if (!_free[unit])
            {
                _scaled[unit] = 0;
            }
            else if (!_factor.Covers(unit))
            {
                _scaled[unit] = diagonal[unit] > 0 ? _residual[unit] / diagonal[unit] : 0;
            }
        }
        return Dot(_scaled, _residual);
    }

    void Multiply(double[] curvature, double[] vector)
    {
        _problem.SumBySet(vector, _bySet);
        Array.Clear(_product);
        for (var set = 0; set < curvature.Length; set++)
        {
            var weighted = curvature[set] * _bySet[set];
            if (weighted != 0)
            {
                foreach (var unit in _problem.Units(set))
                {
                    _product[unit] += weighted;
                }
            }
        }
    }

    static double Dot(double[] left, double[] right)
    {
        var sum = 0.0;
        for (var k = 0; k < left.Length; k++)
        {
            sum += left[k] * right[k];
        }
        return sum;
    }
}
