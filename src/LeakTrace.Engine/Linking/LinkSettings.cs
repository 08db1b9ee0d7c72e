namespace LeakTrace.Engine.Linking;

/// <summary>Settings of a linkage.</summary>
/// <param name="Threads">Threads to use; the result does not depend on it.</param>
/// <param name="Progress">Receives the stage and the share of it that is done, from any thread; null tells nobody.</param>
public sealed record LinkSettings(int Threads, Action<LinkStage, double>? Progress = null)
{
    /// <summary>Pairs of at least this probability are named.</summary>
    public const double LeastProbability = 0.01;

    /// <summary>Leaves the dependence of fields out, to show what it changes.</summary>
    internal bool TakesFieldsAsIndependent { get; init; }
}
