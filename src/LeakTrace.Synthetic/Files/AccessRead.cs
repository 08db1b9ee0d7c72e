namespace LeakTrace.Synthetic.Files;

/// <summary>An account opened a record.</summary>
readonly record struct AccessRead(DateTime At, string Account, string Record, AccessAction Action);
