namespace LeakTrace.Engine.Attribution;

/// <summary>The fitted noisy OR. All arrays have one entry per holder of the <see cref="HolderSets"/>.</summary>
/// <remarks>
/// Holders with the same people are fitted as one. If a background is among them it keeps the whole hazard and evidence
/// and the others
/// have none; else they share the hazard equally, each interval starts at zero – a member may have leaked nothing – and
/// ends where
/// the group's does, and each carries the evidence of the group.
/// </remarks>
/// <param name="Hazards">θᵢ ≥ 0.</param>
/// <param name="LeakRates">λᵢ = 1 − e^(−θᵢ).</param>
/// <param name="Low">Lower end of the 95 % interval of the leak rate.</param>
/// <param name="High">Upper end of the 95 % interval of the leak rate.</param>
/// <param name="LogLikelihoodRatioBits">
/// The fit against the best fit with θ = 0 for the holder and its group, all else free, in bits. Infinite for
/// "elsewhere" if somebody was held by
/// nobody else.
/// </param>
/// <param name="EvidenceBits">
/// What is left of that ratio where nobody else leaks without evidence and the rate is integrated over instead of picked (<see
/// cref="SoberEvidence"/>): what holders are ranked by. Zero at least.
/// </param>
/// <param name="ExplainedPeople">Sum over seized people of the holder's share θᵢ / Σθ.</param>
/// <param name="Group">Holders that cannot be told apart share the lowest index among them; a holder alone has its
/// own.</param>
/// <param name="LogLikelihood">Natural logarithm, at the maximum.</param>
/// <param name="Iterations">Steps until convergence.</param>
/// <param name="Converged">Whether the optimality conditions hold to the tolerance.</param>
public sealed record LeakRateFit(
    double[] Hazards,
    double[] LeakRates,
    double[] Low,
    double[] High,
    double[] LogLikelihoodRatioBits,
    double[] EvidenceBits,
    double[] ExplainedPeople,
    int[] Group,
    double LogLikelihood,
    int Iterations,
    bool Converged);
