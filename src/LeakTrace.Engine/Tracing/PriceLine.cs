namespace LeakTrace.Engine.Tracing;

/// <summary>Line of the table <c>prices</c>: a price that held on one edge for a while, as one piece of evidence shows it.</summary>
/// <param name="Payer">Who paid.</param>
/// <param name="Payee">Who was paid.</param>
/// <param name="Source">File that says so.</param>
/// <param name="Tier">The round price that fits.</param>
/// <param name="Estimate">What the payments alone say.</param>
/// <param name="EstimateLow">Lower end of its 95 % interval.</param>
/// <param name="EstimateHigh">Upper end of its 95 % interval.</param>
/// <param name="Since">First delivery at this price, as a date; empty where unknown.</param>
/// <param name="Month">Its month, as <c>2021-03</c>.</param>
/// <param name="Payments">Payments that settle deliveries at this price last.</param>
/// <param name="DeliveredValid">Valid records delivered at this price and settled.</param>
/// <param name="Paid">What was paid.</param>
/// <param name="Owed">What these records cost.</param>
/// <param name="Residual">The difference of the two.</param>
public sealed record PriceLine(
    string Payer, string Payee, string Source, decimal Tier, double Estimate, double EstimateLow, double EstimateHigh, string Since,
    string Month, int Payments, long DeliveredValid, decimal Paid, decimal Owed, decimal Residual)
{
    /// <summary>Earliest month in which the price can have begun: a lost payment leaves it open which deliveries it was for.</summary>
    public string MonthEarliest { get; init; } = "";

    /// <summary>Latest month in which the price can have begun.</summary>
    public string MonthLatest { get; init; } = "";
}
