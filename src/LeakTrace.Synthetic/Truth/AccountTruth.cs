namespace LeakTrace.Synthetic.Truth;

/// <summary>An account of a source system and what it really did.</summary>
/// <param name="Account">Name.</param>
/// <param name="Role">What it did.</param>
/// <param name="IsShared">Whether several people use it, each on a device of their own.</param>
sealed record AccountTruth(string Account, AccountRole Role, bool IsShared = false);
