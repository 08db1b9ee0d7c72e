namespace LeakTrace.Engine.Records;

/// <summary>
/// An identity number in two words. First: 14 nibbles, region (6 digits) and birth date (8), the first digit highest in bits 52–55;
/// bits 60–63 are <see cref="NationalIdKind"/>. Second (<see cref="Column.Extended"/>): the last four characters as nibbles in bits 0–15,
/// <c>0xA</c> for X. <c>0xF</c> is a masked or lost position in both. Zero is absent.
/// </summary>
public static class PackedNationalId
{
    /// <summary>Nibble of a masked or lost position.</summary>
    public const ulong Wildcard = 0xF;

    /// <summary>Nibble of the check character X.</summary>
    public const ulong X = 0xA;

    /// <summary>Kind of a packed number.</summary>
    public static NationalIdKind KindOf(ulong head) => (NationalIdKind)(head >> 60);

    /// <summary>Packs the two halves; <paramref name="head"/> has 14 nibbles.</summary>
    public static ulong PackHead(ulong head, NationalIdKind kind) => (head & 0x00FF_FFFF_FFFF_FFFF) | ((ulong)kind << 60);
}
