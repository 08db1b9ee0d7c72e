namespace LeakTrace.App;

/// <summary>Exit codes that scripts rely on.</summary>
static class ExitCode
{
    /// <summary>All inputs read, and the work done.</summary>
    public const int Done = 0;

    /// <summary>Done, but some input could not be read in full.</summary>
    public const int DoneWithErrors = 1;

    /// <summary>The call or the case is unusable.</summary>
    public const int Unusable = 2;

    /// <summary>A defect of ours.</summary>
    public const int Defect = 70;

    /// <summary>Stopped by Ctrl-C: 128 and the number of the signal.</summary>
    public const int Cancelled = 130;
}
