namespace LeakTrace.Reports.Sampling;

/// <summary>What verification found of a record.</summary>
public enum FormAnswer : byte
{
    /// <summary>Nothing is filled in.</summary>
    None,

    /// <summary>The record is true (真).</summary>
    True,

    /// <summary>It is not (假).</summary>
    False,

    /// <summary>It cannot be verified (无法核实).</summary>
    Unknown,
}
