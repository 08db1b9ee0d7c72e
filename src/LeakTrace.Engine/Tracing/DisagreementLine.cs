namespace LeakTrace.Engine.Tracing;

/// <summary>Line of the table <c>disagreements</c>: where two pieces of evidence of deliveries or of money do not say the same.</summary>
/// <param name="Payer">Who paid.</param>
/// <param name="Payee">Who was paid.</param>
/// <param name="Kind">
/// <c>amount</c>, <c>date</c>, <c>only-first</c>, <c>only-second</c>, or <c>rows</c> where an entry names another number of records than was
/// delivered; of deliveries also <c>not-seized</c>, where a chat sends a file that was not found, and <c>parties</c>.
/// </param>
/// <param name="FirstSource">One file.</param>
/// <param name="FirstRow">1-based row in it; 0 where the entry is missing there.</param>
/// <param name="FirstPaidAt">What it says of the time.</param>
/// <param name="FirstValue">What it says: yuan, or records; NaN where the entry is missing.</param>
/// <param name="SecondSource">The other file; <c>seized</c> for what was delivered.</param>
/// <param name="SecondRow">1-based row in it.</param>
/// <param name="SecondPaidAt">What it says of the time.</param>
/// <param name="SecondValue">What it says.</param>
public sealed record DisagreementLine(
    string Payer, string Payee, string Kind, string FirstSource, int FirstRow, string FirstPaidAt, double FirstValue, string SecondSource,
    int SecondRow, string SecondPaidAt, double SecondValue)
{
    /// <summary>The delivered file that they disagree on; empty where it is a payment.</summary>
    public string File { get; init; } = "";
}
