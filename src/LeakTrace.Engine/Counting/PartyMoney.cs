namespace LeakTrace.Engine.Counting;

/// <summary>Money of one scope, over all evidence of it.</summary>
/// <param name="Received">Received, as the leading evidence says.</param>
/// <param name="Low">Least that any evidence leaves after what was passed on.</param>
/// <param name="High">Most that any evidence says was received.</param>
public sealed record PartyMoney(decimal Received, decimal Low, decimal High);
