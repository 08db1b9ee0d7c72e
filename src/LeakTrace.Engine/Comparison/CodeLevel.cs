namespace LeakTrace.Engine.Comparison;

/// <summary>How two waybill or order numbers compare.</summary>
public enum CodeLevel : byte
{
    /// <summary>One of the two is absent: neutral.</summary>
    Absent,

    /// <summary>Different numbers.</summary>
    Different,

    /// <summary>One character differs, is missing or swapped with its neighbour; or a masked number fits.</summary>
    NearlySame,

    /// <summary>The same number.</summary>
    Exact,
}
