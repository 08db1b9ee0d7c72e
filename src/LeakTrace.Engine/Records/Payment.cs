namespace LeakTrace.Engine.Records;

/// <summary>Money that went from one party to another, as one piece of evidence says.</summary>
/// <param name="PaidAt"><see cref="PackedDate"/>, zero where unknown.</param>
/// <param name="Payer">Who paid.</param>
/// <param name="Payee">Who was paid.</param>
/// <param name="Amount">Yuan; below zero where money was given back.</param>
/// <param name="Source">File that says so: payments.csv, an account book, a bank's list.</param>
/// <param name="Row">1-based row of that file, zero where it comes from elsewhere.</param>
/// <param name="ClaimedRows">Number of records that the entry says it is for; zero where it says none.</param>
public sealed record Payment(
    ulong PaidAt, string Payer, string Payee, decimal Amount, string Source = "payments.csv", int Row = 0, long ClaimedRows = 0)
{
    /// <summary>File that the row is of: the source itself, or of payments told in chats the chat.</summary>
    public string File { get => field.Length > 0 ? field : Source; init; } = "";
}
