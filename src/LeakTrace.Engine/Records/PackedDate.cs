namespace LeakTrace.Engine.Records;

/// <summary>
/// A date in 64 bits. Bits 0–31: day number (0001-01-01 is 0) plus one. Bits 32–48: second of the day plus one, zero where no time is given.
/// Bits 56–57: <see cref="DatePrecision"/>. Zero is absent.
/// </summary>
public static class PackedDate
{
    /// <summary>Day number as in <see cref="DateOnly.DayNumber"/>; -1 of an absent date.</summary>
    public static int DayOf(ulong packed) => (int)(uint)packed - 1;

    /// <summary>Second of the day; -1 where no time is given.</summary>
    public static int SecondOf(ulong packed) => (int)((packed >> 32) & 0x1FFFF) - 1;

    /// <summary>How much of the date was given.</summary>
    public static DatePrecision PrecisionOf(ulong packed) => (DatePrecision)((packed >> 56) & 3);

    /// <summary>Packs a day, and a second of the day or -1.</summary>
    public static ulong Pack(int dayNumber, int second = -1, DatePrecision precision = DatePrecision.Day) =>
        (uint)(dayNumber + 1) | ((ulong)(uint)(second + 1) << 32) | ((ulong)precision << 56);

    /// <summary>Seconds since 0001-01-01, a date without time counting as midnight; long.MinValue of an absent date.</summary>
    public static long InstantOf(ulong packed) =>
        packed == 0 ? long.MinValue : DayOf(packed) * 86_400L + Math.Max(0, SecondOf(packed));
}
