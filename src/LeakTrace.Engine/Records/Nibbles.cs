namespace LeakTrace.Engine.Records;

/// <summary>Tests on all nibbles of a word at once; the answer stands in the low bit of each nibble, other bits are to be masked away.</summary>
public static class Nibbles
{
    /// <summary>Nibbles that are 0xF, a masked position: the only value with all four bits set.</summary>
    public static ulong Wild(ulong packed) => packed & (packed >> 1) & (packed >> 2) & (packed >> 3);

    /// <summary>Nibbles that are not zero.</summary>
    public static ulong Nonzero(ulong packed) => packed | (packed >> 1) | (packed >> 2) | (packed >> 3);
}
