namespace LeakTrace.Engine.Comparison;

/// <summary>How two identity numbers compare.</summary>
public enum NationalIdLevel : byte
{
    /// <summary>One of the two is absent: neutral.</summary>
    Absent,

    /// <summary>Different numbers.</summary>
    Different,

    /// <summary>Masked or cut, fits, and few positions are known in both.</summary>
    WeakMask,

    /// <summary>Masked or cut, fits, and ten positions or more are known in both.</summary>
    Mask,

    /// <summary>One or two positions differ.</summary>
    NearlySame,

    /// <summary>The same number.</summary>
    Exact,
}
