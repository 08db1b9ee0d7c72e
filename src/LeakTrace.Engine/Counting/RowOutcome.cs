namespace LeakTrace.Engine.Counting;

/// <summary>What counting in one scope made of a row.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Reason">Stable reason code.</param>
/// <param name="SameAs">Row that counts in its place, or -1.</param>
/// <param name="IsCertain">
/// Whether it counts in the lower figure: valid, surely identified, and the first of all rows that might be the same person's.
/// </param>
/// <param name="IsPossible">
/// Whether it counts in the upper figure: valid, or left out for anything but a plain repetition with a number in common.
/// </param>
public readonly record struct RowOutcome(RowStatus Status, string Reason, int SameAs, bool IsCertain, bool IsPossible)
{
    /// <summary>Status, reason and row that counts in its place.</summary>
    public void Deconstruct(out RowStatus status, out string reason, out int sameAs)
    {
        status = Status;
        reason = Reason;
        sameAs = SameAs;
    }
}
