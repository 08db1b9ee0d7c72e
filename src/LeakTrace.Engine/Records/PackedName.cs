namespace LeakTrace.Engine.Records;

/// <summary>
/// A folded name in 64 bits: up to four UTF-16 units, the first in the top 16 bits, unused ones zero, <c>'*'</c> where masked.
/// Longer names carry <see cref="LongTag"/> on top of a 48-bit hash and have their text in the column's heap. Zero is absent.
/// </summary>
public static class PackedName
{
    /// <summary>Top unit of a name that does not pack.</summary>
    public const ulong LongTag = 1;

    /// <summary>Unit of a masked character.</summary>
    public const char Wildcard = '*';

    /// <summary>Whether the value is a hash rather than characters.</summary>
    public static bool IsLong(ulong packed) => packed >> 48 == LongTag;

    /// <summary>Unit at a position from 0 to 3; zero past the end. Meaningless for long names.</summary>
    public static char UnitAt(ulong packed, int position) => (char)(packed >> (48 - 16 * position));

    /// <summary>Number of units of a packed name; 5 for a long one, 0 for an absent one.</summary>
    public static int LengthOf(ulong packed) =>
        IsLong(packed) ? 5 : packed == 0 ? 0 : 4 - System.Numerics.BitOperations.TrailingZeroCount(packed) / 16;

    /// <summary>Packs one to four units.</summary>
    public static ulong Pack(ReadOnlySpan<char> units)
    {
        ulong packed = 0;
        for (var i = 0; i < units.Length; i++)
        {
            packed |= (ulong)units[i] << (48 - 16 * i);
        }

        return packed;
    }

    /// <summary>Whether any unit is masked.</summary>
    public static bool HasWildcard(ulong packed)
    {
        // A unit is the wildcard where the exclusive or is zero: the classic zero-in-word test, on four 16-bit lanes.
        const ulong ones = 0x0001_0001_0001_0001, tops = 0x8000_8000_8000_8000, stars = ones * Wildcard;
        var zeros = packed ^ stars;
        return !IsLong(packed) && ((zeros - ones) & ~zeros & tops) != 0;
    }
}
