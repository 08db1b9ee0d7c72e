namespace LeakTrace.Synthetic.Seized;

/// <summary>Money from one party to another, in yuan.</summary>
sealed record Payment(DateTime PaidAt, string Payer, string Payee, decimal Amount);
