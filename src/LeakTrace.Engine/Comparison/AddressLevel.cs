namespace LeakTrace.Engine.Comparison;

/// <summary>How two addresses compare.</summary>
public enum AddressLevel : byte
{
    /// <summary>One of the two is absent: neutral.</summary>
    Absent,

    /// <summary>Little in common.</summary>
    Different,

    /// <summary>Much in common: often the same district and road.</summary>
    Similar,

    /// <summary>A masked or cut address that fits the other.</summary>
    Fits,

    /// <summary>Nearly the same text with the same numbers.</summary>
    SameNumbers,

    /// <summary>The same text.</summary>
    Exact,
}
