namespace LeakTrace.Engine.Linking;

/// <summary>Settings of a linkage.</summary>
/// <param name="Threads">Threads to use; the result does not depend on it.</param>
public sealed record LinkSettings(int Threads)
{
    /// <summary>Pairs of at least this probability are named.</summary>
    public const double LeastProbability = 0.01;
}
