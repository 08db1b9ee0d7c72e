namespace LeakTrace.Synthetic.Files;

/// <summary>An account opened a record, on a device where the log names devices.</summary>
readonly record struct AccessRead(DateTime At, string Account, string Record, AccessAction Action, string Device = "");
