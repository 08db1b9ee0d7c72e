using System.Runtime.InteropServices;

namespace LeakTrace.Engine.Normalisation;

/// <summary>
/// A 64-bit hash of UTF-16 text, the same on every machine and in every run: 128-bit multiply and fold, eight units at a
/// time (the construction of wyhash; Wang Yi, 2019).
/// </summary>
static class Hash64
{
    const ulong First = 0xA0761D6478BD642F;
    const ulong Second = 0xE7037ED1A0B428DB;

    /// <summary>Hash of a text; never zero.</summary>
    public static ulong Of(ReadOnlySpan<char> text, ulong seed = 0)
    {
        var hash = seed ^ First;
        var rest = text;
        while (rest.Length > 8)
        {
            hash = Mix(Load(rest) ^ Second, Load(rest[4..]) ^ hash);
            rest = rest[8..];
        }

        ulong front = 0, back = 0;
        if (rest.Length >= 4)
        {
            // Both words may hold the same units; the length tells what they are.
            front = Load(rest);
            back = Load(rest[^4..]);
        }
        else
        {
            foreach (var unit in rest)
            {
                front = (front << 16) | unit;
            }
        }

        hash = Mix(Mix(front ^ Second, back ^ hash) ^ First, (ulong)text.Length ^ Second);
        return hash == 0 ? 1 : hash;
    }

    /// <summary>The product's two halves folded into one.</summary>
    public static ulong Mix(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high ^ low;
    }

    static ulong Load(ReadOnlySpan<char> text)
    {
        var word = MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text));
        return BitConverter.IsLittleEndian ? word : Swap(word);
    }

    /// <summary>On a big-endian machine the units come in the opposite order.</summary>
    static ulong Swap(ulong word) =>
        (word << 48) | ((word & 0xFFFF_0000) << 16) | ((word >> 16) & 0xFFFF_0000) | (word >> 48);
}
