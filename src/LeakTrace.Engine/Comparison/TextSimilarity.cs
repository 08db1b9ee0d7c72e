using System.Numerics;

namespace LeakTrace.Engine.Comparison;

/// <summary>
/// Normalised Indel similarity, 2·LCS / (|a| + |b|), by the bit-parallel longest common subsequence of Hyyrö (2004).
/// </summary>
public static class TextSimilarity
{
    const int Word = 64;

    /// <summary>From 0 (nothing in common) to 1 (equal). Characters beyond the 64th of the shorter text are not compared.</summary>
    public static double Between(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.IsEmpty || right.IsEmpty)
        {
            return left.Length == right.Length ? 1 : 0;
        }

        var shorter = left.Length <= right.Length ? left : right;
        var longer = left.Length <= right.Length ? right : left;
        if (shorter.Length > Word)
        {
            shorter = shorter[..Word];
        }

        return 2.0 * CommonLength(shorter, longer) / (shorter.Length + longer.Length);
    }

    /// <summary>Length of the longest common subsequence; <paramref name="shorter"/> has at most 64 characters.</summary>
    static int CommonLength(ReadOnlySpan<char> shorter, ReadOnlySpan<char> longer)
    {
        // Open addressing over 128 slots: at most 64 distinct characters, so a probe ends soon.
        Span<char> keys = stackalloc char[128];
        Span<ulong> masks = stackalloc ulong[128];
        for (var i = 0; i < shorter.Length; i++)
        {
            var slot = SlotOf(keys, masks, shorter[i]);
            keys[slot] = shorter[i];
            masks[slot] |= 1UL << i;
        }

        var rows = ulong.MaxValue;
        foreach (var c in longer)
        {
            var matches = rows & masks[SlotOf(keys, masks, c)];
            rows = (rows + matches) | (rows - matches);
        }

        var used = shorter.Length == Word ? ulong.MaxValue : (1UL << shorter.Length) - 1;
        return BitOperations.PopCount(~rows & used);
    }

    static int SlotOf(Span<char> keys, Span<ulong> masks, char c)
    {
        var slot = (c * 0x9E37) >> 5 & 127;
        while (masks[slot] != 0 && keys[slot] != c)
        {
            slot = (slot + 1) & 127;
        }

        return slot;
    }
}
