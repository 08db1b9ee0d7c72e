namespace LeakTrace.Engine.Records;

/// <summary>Which folder of the case an input lies in; decides how its columns are understood.</summary>
public enum InputFolder : byte
{
    /// <summary>What was seized.</summary>
    Seized,

    /// <summary>Exports of source systems.</summary>
    Registry,

    /// <summary>Which account opened which record.</summary>
    AccessLog,

    /// <summary>Call records.</summary>
    Calls,
}
