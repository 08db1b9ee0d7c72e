namespace LeakTrace.Engine.Tracing;

/// <summary>Stages of a trace, in order.</summary>
public enum TraceStage : byte
{
    /// <summary>Reading and normalising.</summary>
    Import,

    /// <summary>Linking seized rows to registry records.</summary>
    Link,

    /// <summary>Linking seized rows to one another.</summary>
    Deduplicate,

    /// <summary>Fitting leak rates.</summary>
    Attribute,

    /// <summary>Counting.</summary>
    Count,

    /// <summary>Writing tables and reports.</summary>
    Report,
}
