namespace LeakTrace.Engine.Attribution;

/// <summary>
/// Maximises the likelihood over 0 ≤ θ ≤ <see cref="LeakRateOptions.LargestHazard"/> with some units held: Newton steps
/// on the face of positive
/// hazards, and coordinate ascent, which always gains on a concave function, wherever a Newton step does not.
/// </summary>
sealed class HazardSolver
{
    const int LocalRounds = 10;
    const double LocalGain = 0.02;

    readonly HazardProblem _problem;
    readonly LeakRateOptions _options;
    readonly EnvelopeCholesky _factor;
    readonly double _tolerance;
    readonly bool _refit;
    readonly NewtonDirection _direction;
    readonly bool[] _free;
    readonly double[] _step;
    readonly double[] _stepTotals;
    readonly double[] _trial;
    readonly double[] _trialTotals;

    /// <summary>
    /// A solver with its own arrays. A refit reads the factor, which others may share; else it is computed anew at each
    /// step.
    /// </summary>
    internal HazardSolver(HazardProblem problem, LeakRateOptions options, EnvelopeCholesky factor, bool refit)
    {
        // A step to a hundredth is as good as an exact one while the factor is that of another point.
        _direction = new NewtonDirection(problem, factor, refit ? 1e-2 : 1e-6);
        _tolerance = refit ? options.RefitTolerance : options.Tolerance;
        _refit = refit;
        _problem = problem;
        _options = options;
        _factor = factor;
        Hazards = new double[problem.UnitCount];
        Held = new bool[problem.UnitCount];
        Gradient = new double[problem.UnitCount];
        Diagonal = new double[problem.UnitCount];
        Curvature = new double[problem.SetCount];
        Totals = new double[problem.SetCount];
        _free = new bool[problem.UnitCount];
        _step = new double[problem.UnitCount];
        _stepTotals = new double[problem.SetCount];
        _trial = new double[problem.UnitCount];
        _trialTotals = new double[problem.SetCount];
    }

    internal double[] Hazards { get; }

    /// <summary>Units that keep the hazard they have.</summary>
    internal bool[] Held { get; }

    internal double LogLikelihood { get; private set; }

    internal double[] Gradient { get; }

    /// <summary>Diagonal of the negative Hessian.</summary>
    internal double[] Diagonal { get; }

    /// <summary>Weight of each set in the negative Hessian.</summary>
    internal double[] Curvature { get; }

    /// <summary>η of each set.</summary>
    internal double[] Totals { get; }

    internal int Iterations { get; private set; }

    internal bool Converged { get; private set; }

    /// <summary>Likelihood and derivatives at the present hazards.</summary>
    internal void Evaluate()
    {
        _problem.SumBySet(Hazards, Totals);
        LogLikelihood = _problem.LogLikelihood(Hazards, Totals);
        for (var unit = 0; unit < Gradient.Length; unit++)
        {
            Gradient[unit] = -_problem.Unseized[unit];
        }
        Array.Clear(Diagonal);
        for (var set = 0; set < Totals.Length; set++)
        {
            NoisyOr.Derivatives(Totals[set], out var slope, out var curvature);
            slope *= _problem.Seized[set];
            curvature *= _problem.Seized[set];
            Curvature[set] = curvature;
            foreach (var unit in _problem.Units(set))
            {
                Gradient[unit] += slope;
                Diagonal[unit] += curvature;
            }
        }
    }

    /// <summary>Climbs from the present hazards, which must give every set a positive total.</summary>
    /// <param name="enough">Log-likelihood from which on it need not climb further.</param>
    internal void Maximise(double enough = double.PositiveInfinity)
    {
        Converged = false;
        for (Iterations = 0; Iterations < _options.MaximumIterations; Iterations++)
        {
            Evaluate();
            if (LogLikelihood >= enough)
            {
                return;
            }
            MarkFree();
            if (!_refit)
            {
                _factor.Factor(Curvature, _free);
            }
            _direction.Compute(Hazards, Gradient, Curvature, Diagonal, _free, _step);
            var gain = 0.0;
            for (var unit = 0; unit < _step.Length; unit++)
            {
                gain += Gradient[unit] * _step[unit];
            }
            if (gain / 2 < _tolerance && gain >= 0 && MeetsConditions())
            {
                Converged = true;
                return;
            }
            // On a concave function over a box no gain by single coordinates means no gain at all.
            if ((gain / 2 < _tolerance || !Advance(gain)) && AscendByCoordinates() < _tolerance)
            {
                Evaluate();
                Converged = true;
                return;
            }
        }
    }

    /// <summary>
    /// Steps of expectation maximisation, whose factors reach the right order of magnitude from anywhere.
    /// </summary>
    internal void Expect(int steps)
    {
        for (; steps > 0; steps--)
        {
            _problem.SumBySet(Hazards, Totals);
            Array.Clear(_trial);
            for (var set = 0; set < Totals.Length; set++)
            {
                var weight = _problem.Seized[set] / NoisyOr.Probability(Totals[set]);
                foreach (var unit in _problem.Units(set))
                {
                    _trial[unit] += weight;
                }
            }
            for (var unit = 0; unit < Hazards.Length; unit++)
            {
                if (!Held[unit])
                {
                    var held = _problem.UnitSeized[unit] + _problem.Unseized[unit];
                    Hazards[unit] = NoisyOr.Hazard(NoisyOr.Probability(Hazards[unit]) * _trial[unit] / held);
                }
            }
        }
    }

    /// <summary>
    /// Coordinate ascent among those who share people with these units and are of their size: most of what a missing
    /// holder leaves falls to
    /// them, and the few sets that it touches make it cheap.
    /// </summary>
    internal void AscendAround(ReadOnlySpan<int> units)
    {
        _problem.SumBySet(Hazards, Totals);
        Array.Clear(_free);
        var near = new List<int>();
        foreach (var unit in units)
        {
            var most = 64 + 4 * _problem.Sets(unit).Length;
            foreach (var set in _problem.Sets(unit))
            {
                foreach (var other in _problem.Units(set))
                {
                    if (!_free[other] && !Held[other] && _problem.Sets(other).Length <= most)
                    {
                        _free[other] = true;
                        near.Add(other);
                    }
                }
            }
        }
        for (var round = 0; round < LocalRounds; round++)
        {
            var gained = 0.0;
            foreach (var unit in near)
            {
                gained += Ascend(unit);
            }
            if (gained < LocalGain)
            {
                return;
            }
        }
    }

    void MarkFree()
    {
        for (var unit = 0; unit < _free.Length; unit++)
        {
            var hazard = Hazards[unit];
            var gradient = Gradient[unit];
            _free[unit] = !Held[unit]
                && (hazard > 0 || gradient > 0)
                && (hazard < LeakRateOptions.LargestHazard || gradient < 0);
        }
    }

    /// <summary>Karush–Kuhn–Tucker: no unit could gain more than the tolerance by moving alone.</summary>
    bool MeetsConditions()
    {
        for (var unit = 0; unit < _free.Length; unit++)
        {
            if (!_free[unit])
            {
                continue;
            }
            var room = Gradient[unit] < 0 ? Hazards[unit] : LeakRateOptions.LargestHazard - Hazards[unit];
            var length = Math.Abs(Gradient[unit]);
            if (length * Math.Min(room, length / Diagonal[unit]) / 2 > _tolerance)
            {
                return false;
            }
        }
        return true;
    }

    bool Advance(double gain)
    {
        _problem.SumBySet(_step, _stepTotals);
        var length = 1.0;
        // Rounding of the sum itself must not fail the last steps.
        var slack = 1e-14 * Math.Abs(LogLikelihood);
        for (var halving = 0; halving < 40; halving++, length /= 2)
        {
            for (var unit = 0; unit < _trial.Length; unit++)
            {
                _trial[unit] = Math.Clamp(Hazards[unit] + length * _step[unit], 0, LeakRateOptions.LargestHazard);
            }
            _problem.SumBySet(_trial, _trialTotals);
            if (_problem.LogLikelihood(_trial, _trialTotals) >= LogLikelihood + 1e-4 * length * gain - slack)
            {
                _trial.CopyTo(Hazards, 0);
                return true;
            }
        }
        return false;
    }

    /// <summary>
    /// One round over the units, each moved to its own maximum; gives what was gained to first order.
    /// </summary>
    double AscendByCoordinates()
    {
        var gained = 0.0;
        for (var unit = 0; unit < Hazards.Length; unit++)
        {
            if (!Held[unit])
            {
                gained += Ascend(unit);
            }
        }
        return gained;
    }

    double Ascend(int unit)
    {
        var before = Hazards[unit];
        var after = UnitLikelihood.Maximum(_problem, Totals, unit, before, out var slope);
        if (after == before)
        {
            return 0;
        }
        Hazards[unit] = after;
        foreach (var set in _problem.Sets(unit))
        {
            Totals[set] = Math.Max(0, Totals[set] + (after - before));
        }
        return Math.Abs(slope * (after - before));
    }
}
