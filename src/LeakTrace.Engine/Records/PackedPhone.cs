namespace LeakTrace.Engine.Records;

/// <summary>
/// A phone number in 64 bits. Bits 0–47: up to 12 digits as nibbles, the last digit lowest, <c>0xF</c> where masked.
/// Bits 48–51: number of digits. Bits 60–63: <see cref="PhoneKind"/>. Zero is absent.
/// </summary>
public static class PackedPhone
{
    /// <summary>Nibble of a masked digit.</summary>
    public const ulong Wildcard = 0xF;

    /// <summary>Mask of the digits.</summary>
    public const ulong Digits = 0x0000_FFFF_FFFF_FFFF;

    /// <summary>Kind of a packed number; <see cref="PhoneKind.None"/> of zero.</summary>
    public static PhoneKind KindOf(ulong packed) => (PhoneKind)(packed >> 60);

    /// <summary>Number of digits, masked ones included.</summary>
    public static int LengthOf(ulong packed) => (int)(packed >> 48) & 0xF;

    /// <summary>Packs digits (0–9, or <see cref="Wildcard"/>) given as nibbles with the last lowest.</summary>
    public static ulong Pack(ulong digits, int length, PhoneKind kind) =>
        (digits & Digits) | ((ulong)length << 48) | ((ulong)kind << 60);
}
