using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Tracing;

/// <summary>Line of the table <c>parties</c>: what one piece of evidence says that a party received, passed on and kept.</summary>
/// <param name="Party">Who.</param>
/// <param name="Role">What case.json says of it.</param>
/// <param name="Source">File that tells of the money; empty where none does.</param>
/// <param name="Received">Received.</param>
/// <param name="PassedOn">Paid to others.</param>
/// <param name="Kept">The difference; below zero for who only buys.</param>
/// <param name="SoldValid">Records sold, summed over buyers.</param>
/// <param name="ObtainedValid">Distinct records obtained.</param>
/// <param name="PaidForValid">Records that were settled by payments to it.</param>
/// <param name="UnpaidValid">Records that it delivered after the last payment of their edge, or on edges without payment.</param>
public sealed record PartyLine(
    string Party, PartyRole Role, string Source, decimal Received, decimal PassedOn, decimal Kept, long SoldValid, long ObtainedValid,
    long PaidForValid, long UnpaidValid);
