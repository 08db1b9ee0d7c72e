namespace LeakTrace.Engine.Attribution;

/// <summary>The maximum of the likelihood and the factor of its Hessian, for reading by several profiles.</summary>
sealed class HazardMaximum
{
    HazardMaximum(HazardSolver solver, EnvelopeCholesky factor, bool[]? absent)
    {
        Factor = factor;
        Hazards = solver.Hazards;
        Absent = absent;
        Gradient = solver.Gradient;
        Diagonal = solver.Diagonal;
        Curvature = solver.Curvature;
        Totals = solver.Totals;
        LogLikelihood = solver.LogLikelihood;
        Iterations = solver.Iterations;
        Converged = solver.Converged;
    }

    internal EnvelopeCholesky Factor { get; }

    internal double[] Hazards { get; }

    /// <summary>Units that were taken to have leaked nothing; null for none.</summary>
    internal bool[]? Absent { get; }

    internal double[] Gradient { get; }

    internal double[] Diagonal { get; }

    internal double[] Curvature { get; }

    internal double[] Totals { get; }

    internal double LogLikelihood { get; }

    internal int Iterations { get; }

    internal bool Converged { get; }

    /// <summary>The maximum where the units that are <paramref name="absent"/> leaked nothing; somebody else must have held each person.</summary>
    internal static HazardMaximum Of(HazardProblem problem, LeakRateOptions options, bool[]? absent = null)
    {
        var factor = new EnvelopeCholesky(problem, new EliminationOrder(problem));
        var solver = new HazardSolver(problem, options, factor, refit: false);
        for (var unit = 0; unit < problem.UnitCount; unit++)
        {
            if (absent?[unit] == true)
            {
                solver.Held[unit] = true;
                continue;
            }
            // Nobody of whom this holder knew was left behind: more hazard never speaks against it.
            if (problem.Unseized[unit] == 0)
            {
                solver.Held[unit] = true;
                solver.Hazards[unit] = LeakRateOptions.LargestHazard;
                continue;
            }
            var share = problem.UnitSeized[unit] / (problem.UnitSeized[unit] + problem.Unseized[unit]);
            solver.Hazards[unit] = NoisyOr.Hazard(share / 4);
        }
        solver.Expect(8);
        solver.Maximise();
        return new HazardMaximum(solver, factor, absent);
    }
}
