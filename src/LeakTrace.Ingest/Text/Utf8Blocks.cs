using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Text.Unicode;

namespace LeakTrace.Ingest.Text;

/// <summary>
/// Decodes UTF-8 of mixed ideographs and digits 32 bytes at a time: every byte is read as if a character began there, and those that do not begin one are
/// squeezed out (as in Clausecker and Lemire, Transcoding Unicode characters with AVX-512 instructions, 2023).
/// </summary>
static class Utf8Blocks
{
    const int Block = 32;
    const int Ahead = 2;

    // What is decoded the plain way where a block holds a character of four bytes.
    const int Detour = 128;

    /// <summary>Whether the processor has the instructions.</summary>
    public static bool IsSupported => Avx512Vbmi2.IsSupported && Avx512BW.IsSupported;

    /// <summary>Decodes valid text.</summary>
    /// <param name="bytes">UTF-8 of whole characters.</param>
    /// <param name="text">At least as long as the bytes.</param>
    /// <param name="written">Number of UTF-16 units written.</param>
    /// <returns>False where the bytes are not valid UTF-8; what was written then means nothing.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryDecode(ReadOnlySpan<byte> bytes, Span<char> text, out int written)
    {
        written = 0;
        var at = 0;

        // Continuation bytes that a character begun in the block before still needs at the start of this one.
        uint open = 0;
        ref var first = ref MemoryMarshal.GetReference(bytes);
        ref var target = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        while (bytes.Length - at >= Block + Ahead && text.Length - written >= Block)
        {
            var lead = Widened(ref first, at);
            var second = Widened(ref first, at + 1) & Vector512.Create((ushort)0x3F);
            var third = Widened(ref first, at + 2) & Vector512.Create((ushort)0x3F);
            var continuations = (uint)Vector512.Equals(lead & Vector512.Create((ushort)0xC0), Vector512.Create((ushort)0x80)).ExtractMostSignificantBits();
            var ofMore = Vector512.GreaterThanOrEqual(lead, Vector512.Create((ushort)0xC0));
            var ofThree = Vector512.GreaterThanOrEqual(lead, Vector512.Create((ushort)0xE0));
            if (Vector512.GreaterThanOrEqualAny(lead, Vector512.Create((ushort)0xF0)))
            {
                if (!SkipOpen(bytes, ref at, ref open) || !TakeDetour(bytes, text, ref at, ref written))
                {
                    return false;
                }

                continue;
            }

            var more = (uint)ofMore.ExtractMostSignificantBits();
            var three = (uint)ofThree.ExtractMostSignificantBits();
            var two = ((lead & Vector512.Create((ushort)0x1F)) << 6) | second;
            var wide = (lead << 12) | (second << 6) | third;
            var units = Vector512.ConditionalSelect(ofThree, wide, Vector512.ConditionalSelect(ofMore, two, lead));

            // Shorter forms there are, and halves of characters beyond the plane.
            var least = Vector512.ConditionalSelect(ofThree, Vector512.Create((ushort)0x800), ofMore & Vector512.Create((ushort)0x80));
            var wrong = Vector512.LessThan(units, least)
                | (ofThree & Vector512.Equals(units & Vector512.Create((ushort)0xF800), Vector512.Create((ushort)0xD800)));
            var expected = (ulong)more << 1 | (ulong)three << 2 | open;
            if ((uint)expected != continuations || wrong != Vector512<ushort>.Zero)
            {
                return false;
            }

            open = (uint)(expected >> Block);
            var begins = Vector512.Equals(lead & Vector512.Create((ushort)0xC0), Vector512.Create((ushort)0x80)) ^ Vector512<ushort>.AllBitsSet;
            Avx512Vbmi2.Compress(Vector512<ushort>.Zero, begins, units).StoreUnsafe(ref target, (nuint)written);
            written += Block - BitOperations.PopCount(continuations);
            at += Block;
        }

        if (!SkipOpen(bytes, ref at, ref open)
            || Utf8.ToUtf16(bytes[at..], text[written..], out _, out var rest, replaceInvalidSequences: false) != OperationStatus.Done)
        {
            return false;
        }

        written += rest;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<ushort> Widened(ref byte first, int at) => Avx512BW.ConvertToVector512UInt16(Vector256.LoadUnsafe(ref first, (nuint)at));

    static bool SkipOpen(ReadOnlySpan<byte> bytes, ref int at, ref uint open)
    {
        for (; open != 0; open >>= 1, at++)
        {
            if (at >= bytes.Length || (bytes[at] & 0xC0) != 0x80)
            {
                return false;
            }
        }

        return true;
    }

    static bool TakeDetour(ReadOnlySpan<byte> bytes, Span<char> text, ref int at, ref int written)
    {
        var end = Math.Min(bytes.Length, at + Detour);
        while (end < bytes.Length && end > at && (bytes[end] & 0xC0) == 0x80)
        {
            end--;
        }

        if (end == at
            || Utf8.ToUtf16(bytes[at..end], text[written..], out var taken, out var units, replaceInvalidSequences: false) != OperationStatus.Done)
        {
            return false;
        }

        at += taken;
        written += units;
        return true;
    }
}
