namespace LeakTrace.Engine.Attribution;

/// <summary>
/// Cumulant generating function of a count and its first three derivatives, which add over independent counts.
/// </summary>
/// <param name="Log">log E e^(θx).</param>
/// <param name="Mean">First derivative.</param>
/// <param name="Variance">Second derivative.</param>
/// <param name="Third">Third derivative.</param>
readonly record struct Cumulants(double Log, double Mean, double Variance, double Third)
{
    /// <summary>Cumulants of the sum of independent counts.</summary>
    public static Cumulants operator +(Cumulants left, Cumulants right) =>
        new(left.Log + right.Log, left.Mean + right.Mean, left.Variance + right.Variance, left.Third + right.Third);
}
