namespace LeakTrace.Engine.Comparison;

/// <summary>How two dates compare.</summary>
public enum DateLevel : byte
{
    /// <summary>One of the two is absent: neutral.</summary>
    Absent,

    /// <summary>More than a month apart.</summary>
    Different,

    /// <summary>Within a month, or the same as far as the coarser one goes.</summary>
    SameMonth,

    /// <summary>Day and month swapped, another year, one digit of the day, or one day apart where one of the two has no year.</summary>
    Typo,

    /// <summary>One day apart.</summary>
    OneDay,

    /// <summary>The same day.</summary>
    Exact,
}
