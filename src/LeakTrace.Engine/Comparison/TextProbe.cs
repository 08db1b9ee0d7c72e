using System.Numerics;
using System.Runtime.InteropServices;

namespace LeakTrace.Engine.Comparison;

/// <summary>
/// One text against many, by the bit-parallel longest common subsequence of Hyyrö (2004): where each character stands in the probe is
/// looked up in tables that are made once. Not for several threads at a time.
/// </summary>
public sealed class TextProbe
{
    /// <summary>Longest probe.</summary>
    public const int Longest = 64;

    readonly byte[] _slots = new byte[1 << 16];
    readonly ulong[] _places = new ulong[Longest + 1];
    readonly char[] _text = new char[Longest];
    int _length;
    int _used;

    /// <summary>The probe.</summary>
    public ReadOnlySpan<char> Text => _text.AsSpan(0, _length);

    /// <summary>Replaces the probe; of a longer text the first <see cref="Longest"/> characters.</summary>
    public void Set(ReadOnlySpan<char> text)
    {
        var slots = _slots;
        foreach (var unit in Text)
        {
            slots[unit] = 0;
        }

        _places.AsSpan(1, _used).Clear();
        _length = Math.Min(Longest, text.Length);
        _used = 0;
        for (var i = 0; i < _length; i++)
        {
            var unit = _text[i] = text[i];
            var slot = slots[unit];
            if (slot == 0)
            {
                slots[unit] = slot = (byte)++_used;
            }

            _places[slot] |= 1UL << i;
        }
    }

    /// <summary>Normalised Indel similarity, 2·LCS / (|a| + |b|), from 0 to 1; 1 of two empty texts.</summary>
    public double SimilarityTo(ReadOnlySpan<char> other) =>
        _length + other.Length == 0 ? 1 : 2.0 * CommonLength(other) / (_length + other.Length);

    /// <summary>Length of the longest common subsequence.</summary>
    public int CommonLength(ReadOnlySpan<char> other)
    {
        // What both begin and end with belongs to it; most texts that are alike have little between.
        var probe = Text;
        var start = probe.CommonPrefixLength(other);
        var ends = CommonSuffixLength(probe[start..], other[start..]);
        var length = _length - start - ends;
        other = other[start..^ends];
        if (length == 0 || other.IsEmpty)
        {
            return start + ends;
        }

        var inside = (length == Longest ? ulong.MaxValue : (1UL << length) - 1) << start;
        var rows = ulong.MaxValue;
        var slots = _slots;
        var places = _places;
        foreach (var unit in other)
        {
            var matches = rows & inside & places[slots[unit]];
            rows = (rows + matches) | (rows - matches);
        }

        return start + ends + BitOperations.PopCount(~rows & inside);
    }

    /// <summary>Number of characters that both texts end with.</summary>
    static int CommonSuffixLength(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var most = Math.Min(left.Length, right.Length);
        left = left[^most..];
        right = right[^most..];
        var same = 0;
        while (most - same >= 4)
        {
            var apart = MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(left.Slice(most - same - 4, 4)))
                ^ MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(right.Slice(most - same - 4, 4)));
            if (apart != 0)
            {
                // The last unit stands in the top bits, except on a big-endian machine.
                return same + ((BitConverter.IsLittleEndian ? BitOperations.LeadingZeroCount(apart) : BitOperations.TrailingZeroCount(apart)) >> 4);
            }

            same += 4;
        }

        while (same < most && left[most - same - 1] == right[most - same - 1])
        {
            same++;
        }

        return same;
    }
}
