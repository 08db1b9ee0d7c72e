namespace LeakTrace.Engine.Tracing;

/// <summary>Line of the table <c>ledger</c>: a payment held against what was delivered.</summary>
/// <param name="PaidAt">When, as <c>2021-03-05 14:20:00</c>, without the time where it is not known; empty where unknown.</param>
/// <param name="Payer">Who paid.</param>
/// <param name="Payee">Who was paid.</param>
/// <param name="Amount">Yuan.</param>
/// <param name="DeliveredValid">
/// Valid records delivered over the edge since the last payment; from this payment to the next where payments come in advance.
/// </param>
/// <param name="UnitPrice">Amount by these records; NaN where none was delivered.</param>
/// <param name="Tier">Price that held; zero where none is found.</param>
/// <param name="ImpliedRows">Records that the amount buys at that price; NaN without a price.</param>
/// <param name="Residual">Amount less what these records cost at the prices that held, in yuan; the amount itself without a price.</param>
public sealed record LedgerLine(
    string PaidAt, string Payer, string Payee, decimal Amount, long DeliveredValid, double UnitPrice, decimal Tier, double ImpliedRows,
    decimal Residual)
{
    /// <summary>Evidence that says so: a file of payments, or <c>chats</c>, which are one together.</summary>
    public string Source { get; init; } = "";

    /// <summary>File that says so.</summary>
    public string File { get => field.Length > 0 ? field : Source; init; } = "";

    /// <summary>1-based row of that file.</summary>
    public int Row { get; init; }

    /// <summary>Number of the settlement on its edge and in its file: payments without a delivery between them share one.</summary>
    public int Settlement { get; init; }

    /// <summary>Records that the entry itself says it is for; zero where it says none.</summary>
    public long ClaimedRows { get; init; }
}
