namespace LeakTrace.Synthetic.Truth;

/// <summary>From when until when an account sold: both ends of the records' own time, the second excluded.</summary>
sealed record LeakTruth(string Account, DateTime From, DateTime Until);
