namespace LeakTrace.Engine.Comparison;

/// <summary>How two phone numbers compare.</summary>
public enum PhoneLevel : byte
{
    /// <summary>One of the two is absent: neutral.</summary>
    Absent,

    /// <summary>Different numbers.</summary>
    Different,

    /// <summary>Masked, fits, and fewer than seven digits are known in both.</summary>
    WeakMask,

    /// <summary>Two digits differ, or the last eight agree.</summary>
    Near,

    /// <summary>Masked, fits, and seven digits or more are known in both.</summary>
    Mask,

    /// <summary>One digit differs, is missing or too many.</summary>
    OneDigit,

    /// <summary>Two neighbouring digits are swapped.</summary>
    Transposed,

    /// <summary>The same number.</summary>
    Exact,
}
