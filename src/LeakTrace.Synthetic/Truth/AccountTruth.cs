namespace LeakTrace.Synthetic.Truth;

/// <summary>An account of a source system and what it really did.</summary>
sealed record AccountTruth(string Account, AccountRole Role);
