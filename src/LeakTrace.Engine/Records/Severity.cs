namespace LeakTrace.Engine.Records;

/// <summary>How bad a problem is; only an error changes the exit code.</summary>
public enum Severity : byte
{
    /// <summary>Worth knowing.</summary>
    Note,

    /// <summary>Read, with something to check.</summary>
    Warning,

    /// <summary>Not read in full.</summary>
    Error,
}
