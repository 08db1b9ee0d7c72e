namespace LeakTrace.Engine.Blocking;

/// <summary>Candidate pairs kept for scoring, in the order of the right side, then of the left.</summary>
/// <param name="Left">Record of the indexed side.</param>
/// <param name="Right">Record of the other side, numbered through its tables.</param>
/// <param name="Patterns">Comparison pattern of each pair.</param>
public sealed record CandidatePairs(int[] Left, int[] Right, ulong[] Patterns)
{
    /// <summary>Number of pairs.</summary>
    public int Count => Left.Length;
}
