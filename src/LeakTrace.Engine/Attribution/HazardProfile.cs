namespace LeakTrace.Engine.Attribution;

/// <summary>
/// Refits around the maximum: without some units, or with one held at a given hazard. It starts where the maximum's own
/// curvature predicts the
/// answer, so that a few steps with the factor of the maximum suffice.
/// </summary>
sealed class HazardProfile
{
    /// <summary>Half of the 95 % quantile of χ²₁: how far log-likelihood may drop within the interval.</summary>
    internal const double Drop = 1.920729410347062;

    readonly HazardProblem _problem;
    readonly LeakRateOptions _options;
    readonly HazardMaximum _maximum;
    readonly HazardSolver _solver;
    readonly double[] _tangent;
    readonly double[] _work;

    /// <summary>A profile with its own arrays over a maximum that several may share.</summary>
    internal HazardProfile(HazardProblem problem, LeakRateOptions options, HazardMaximum maximum)
    {
        _problem = problem;
        _options = options;
        _maximum = maximum;
        _solver = new HazardSolver(problem, options, maximum.Factor, refit: true);
        _tangent = new double[problem.UnitCount];
        _work = new double[problem.UnitCount];
    }

    /// <summary>
    /// Log-likelihood lost, in natural units, by the best fit without these units; infinite if a person has no other
    /// holder. Below
    /// <see cref="LeakRateOptions.ExactFromBits"/> it is that of the first point found without them that loses so
    /// little.
    /// </summary>
    internal double LossWithout(ReadOnlySpan<int> units)
    {
        Restore();
        foreach (var unit in units)
        {
            _solver.Held[unit] = true;
            _solver.Hazards[unit] = 0;
        }
        if (!MakePossible(units))
        {
            return double.PositiveInfinity;
        }
        _solver.AscendAround(units);
        _solver.Maximise(_maximum.LogLikelihood - _options.ExactFromBits * Math.Log(2));
        return Math.Max(0, _maximum.LogLikelihood - _solver.LogLikelihood);
    }

    void Restore()
    {
        _maximum.Hazards.CopyTo(_solver.Hazards, 0);
        Array.Clear(_solver.Held);
        _maximum.Absent?.CopyTo(_solver.Held, 0);
    }

    /// <summary>Ends of the profile-likelihood interval of one unit's hazard.</summary>
    internal (double Low, double High) Interval(int unit, double lossWithout)
    {
        var at = _maximum.Hazards[unit];
        var low = lossWithout <= Drop ? 0 : End(unit, ApproximateInterval(unit, lossWithout).Low, 0, at);
        var high = End(unit, ApproximateInterval(unit, lossWithout).High, at, LeakRateOptions.LargestHazard);
        return (low, high);
    }

    /// <summary>
    /// Ends from what the maximum knows: the likelihood along the unit's own hazard, which is exact in shape, its
    /// curved part reduced by the share of
    /// information that the other hazards leave – so that it agrees with the profile in score and curvature at the
    /// maximum.
    /// </summary>
    internal (double Low, double High) ApproximateInterval(int unit, double lossWithout)
    {
        var hazard = _maximum.Hazards[unit];
        var information = _maximum.Diagonal[unit];
        var flat = information <= 1e-9 * _problem.UnitSeized[unit];
        var share = flat ? 1 : Math.Min(1, InformationLeft(unit) / information);
        var low = 0.0;
        if (lossWithout > Drop)
        {
            // Between no loss at the maximum and the known loss at zero the signed root of the loss is nearly straight.
            low = Root(unit, share, 0, hazard);
            low = low > 0 ? low : hazard * (1 - Math.Sqrt(Drop / lossWithout));
        }
        return (low, Root(unit, share, hazard, LeakRateOptions.LargestHazard));
    }

    double Root(int unit, double share, double from, double to)
    {
        var hazard = _maximum.Hazards[unit];
        var upwards = from == hazard;
        var (inside, outside) = upwards ? (from, to) : (to, from);
        for (var halving = 0; halving < 60; halving++)
        {
            var middle = (inside + outside) / 2;
            var shift = middle - hazard;
            var linear = _maximum.Gradient[unit] * shift;
            var curved = UnitLikelihood.Change(_problem, _maximum.Totals, unit, shift) - linear;
            var loss = -Math.Min(linear, 0) - share * curved;
            if (loss < Drop)
            {
                inside = middle;
            }
            else
            {
                outside = middle;
            }
        }
        return inside;
    }

    /// <summary>
    /// Where the profile has dropped by <see cref="Drop"/> between the maximum and a limit; the limit if it never does.
    /// </summary>
    double End(int unit, double guess, double from, double to)
    {
        var hazard = _maximum.Hazards[unit];
        var (inside, outside) = from == hazard ? (from, to) : (to, from);
        var at = Math.Clamp(guess, from, to);
        var target = Math.Sqrt(2 * Drop);
        Restore();
        var first = true;
        for (var iteration = 0; iteration < 30; iteration++)
        {
            if (at == inside)
            {
                at = (inside + outside) / 2;
            }
            HoldAt(unit, at, first);
            first = false;
            var loss = Math.Max(0, _maximum.LogLikelihood - _solver.LogLikelihood);
            var root = Math.Sqrt(2 * loss);
            if (Math.Abs(root - target) < 2e-3 || (loss <= Drop && at == outside))
            {
                return at;
            }
            if (loss < Drop)
            {
                inside = at;
            }
            else
            {
                outside = at;
            }
            if (Math.Abs(inside - outside) <= 1e-6 * Math.Max(inside, outside))
            {
                return at;
            }
            // The signed root of the loss is nearly straight in the hazard; its slope is the unit's score over the
            // root.
            var next = at + (target - root) * root / -_solver.Gradient[unit];
            var (lower, upper) = inside < outside ? (inside, outside) : (outside, inside);
            var unbounded = next >= upper && inside < outside && outside == to;
            at = next > lower && next < upper ? next : unbounded ? Math.Min(to, inside * 2 + 1e-12) : (inside + outside) / 2;
        }
        return at;
    }

    void HoldAt(int unit, double value, bool first)
    {
        _solver.Held[unit] = true;
        if (first)
        {
            var moved = Predict(unit, value);
            _solver.Hazards[unit] = value;
            _solver.Evaluate();
            if (!moved || !double.IsFinite(_solver.LogLikelihood))
            {
                _maximum.Hazards.CopyTo(_solver.Hazards, 0);
            }
        }
        _solver.Hazards[unit] = value;
        MakePossible([unit]);
        _solver.Maximise();
    }

    /// <summary>
    /// Moves the others as the curvature at the maximum predicts for one unit at a value; false where it cannot tell.
    /// </summary>
    bool Predict(int unit, double value)
    {
        if (!_maximum.Factor.Covers(unit))
        {
            return false;
        }
        Array.Clear(_tangent);
        _tangent[unit] = 1;
        _maximum.Factor.Solve(_tangent, _work);
        var scale = (value - _maximum.Hazards[unit]) / _tangent[unit];
        for (var other = 0; other < _tangent.Length; other++)
        {
            if (!_solver.Held[other])
            {
                var moved = _maximum.Hazards[other] + scale * _tangent[other];
                _solver.Hazards[other] = Math.Clamp(moved, 0, LeakRateOptions.LargestHazard);
            }
        }
        return MakePossible([unit]);
    }

    /// <summary>
    /// Information on one unit's hazard that is left when the free others adapt: the Schur complement of the Hessian.
    /// </summary>
    double InformationLeft(int unit)
    {
        Array.Clear(_tangent);
        if (_maximum.Factor.Covers(unit))
        {
            _tangent[unit] = 1;
            _maximum.Factor.Solve(_tangent, _work);
            return 1 / _tangent[unit];
        }
        foreach (var set in _problem.Sets(unit))
        {
            foreach (var other in _problem.Units(set))
            {
                _tangent[other] += _maximum.Factor.Covers(other) ? _maximum.Curvature[set] : 0;
            }
        }
        var column = (double[])_tangent.Clone();
        _maximum.Factor.Solve(_tangent, _work);
        var explained = 0.0;
        for (var other = 0; other < column.Length; other++)
        {
            explained += column[other] * _tangent[other];
        }
        return Math.Max(0, _maximum.Diagonal[unit] - explained);
    }

    /// <summary>Gives "elsewhere" some hazard where people would have none; false if it is held itself.</summary>
    bool MakePossible(ReadOnlySpan<int> units)
    {
        foreach (var unit in units)
        {
            foreach (var set in _problem.Sets(unit))
            {
                var total = 0.0;
                foreach (var other in _problem.Units(set))
                {
                    total += _solver.Hazards[other];
                }
                if (total > 0)
                {
                    continue;
                }
                // Any holder that is free will do; the first is elsewhere unless it is the one left out.
                var free = -1;
                foreach (var other in _problem.Units(set))
                {
                    if (!_solver.Held[other])
                    {
                        free = other;
                        break;
                    }
                }
                if (free < 0)
                {
                    return false;
                }
                _solver.Hazards[free] = 1e-6;
            }
        }
        return true;
    }
}
