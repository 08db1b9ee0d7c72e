using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Comparison;

/// <summary>Compares many pairs of packed names; the levels are those of <see cref="NameComparison.Between"/>.</summary>
/// <remarks>
/// Two names mostly share neither surname nor sound. Vectors rule those out; only the rest is compared in full.
/// </remarks>
public static class NameBatch
{
    const ulong FirstUnit = 0xFFFF_0000_0000_0000;

    // One bit of 32 for each reading of a character, by its unit: characters without a common bit have no reading in common.
    static readonly uint[] _sounds = MarkSounds();

    /// <summary>Writes the level of each pair, in order.</summary>
    /// <param name="left">Packed names.</param>
    /// <param name="right">As many packed names.</param>
    /// <param name="levels">At least as many levels.</param>
    /// <exception cref="ArgumentException"><paramref name="right"/> or <paramref name="levels"/> is shorter.</exception>
    public static void Levels(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right, Span<NameLevel> levels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(right.Length, left.Length, nameof(right));
        ArgumentOutOfRangeException.ThrowIfLessThan(levels.Length, left.Length, nameof(levels));
        right = right[..left.Length];
        levels = levels[..left.Length];
        levels.Fill(NameLevel.Different);
        ReadOnlySpan<Vector256<ulong>> lefts = MemoryMarshal.Cast<ulong, Vector256<ulong>>(left), rights = MemoryMarshal.Cast<ulong, Vector256<ulong>>(right);
        for (var v = 0; v < lefts.Length; v++)
        {
            var at = v * Vector256<ulong>.Count;
            var lanes = MayBeAlike(lefts[v], rights[v]) | SoundAlike(left.Slice(at, Vector256<ulong>.Count), right.Slice(at, Vector256<ulong>.Count));
            for (; lanes != 0; lanes &= lanes - 1)
            {
                var pair = at + BitOperations.TrailingZeroCount(lanes);
                levels[pair] = NameComparison.Between(left[pair], right[pair]);
            }
        }

        for (var i = lefts.Length * Vector256<ulong>.Count; i < left.Length; i++)
        {
            levels[i] = NameComparison.Between(left[i], right[i]);
        }
    }

    /// <summary>
    /// Pairs of which one name is absent or masked, that begin alike, differ in the first unit alone, or of which one is the other with a unit
    /// before it: all that gives a level above different, sound apart.
    /// </summary>
    static uint MayBeAlike(Vector256<ulong> left, Vector256<ulong> right)
    {
        var stars = Vector256.Create((ushort)PackedName.Wildcard);
        var equal = Vector256.Equals(left.AsUInt16(), right.AsUInt16()).AsUInt64();
        var masked = (Vector256.Equals(left.AsUInt16(), stars) | Vector256.Equals(right.AsUInt16(), stars)).AsUInt64();
        var alike = equal
            | ~Vector256.Equals(masked, Vector256<ulong>.Zero)
            | Vector256.Equals(left, Vector256<ulong>.Zero)
            | Vector256.Equals(right, Vector256<ulong>.Zero)
            | Vector256.Equals(equal | Vector256.Create(FirstUnit), Vector256<ulong>.AllBitsSet)
            | Vector256.Equals(right << 16, left)
            | Vector256.Equals(left << 16, right);
        return alike.ExtractMostSignificantBits();
    }

    static uint SoundAlike(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right)
    {
        uint lanes = 0;
        for (var lane = 0; lane < left.Length; lane++)
        {
            ulong name = left[lane], other = right[lane];
            uint first = _sounds[name >> 48] & _sounds[other >> 48], second = _sounds[(name >> 32) & 0xFFFF] & _sounds[(other >> 32) & 0xFFFF];
            lanes |= (first != 0 & second != 0 ? 1u : 0u) << lane;
        }

        return lanes;
    }

    static uint BitOf(uint number) => 1u << (int)((number * 0x9E37_79B1u) >> 27);

    static uint[] MarkSounds()
    {
        var sounds = new uint[char.MaxValue + 1];

        // A name of one character has no second one; two such names may still sound alike.
        sounds[0] = uint.MaxValue;
        for (var unit = 1; unit < sounds.Length; unit++)
        {
            foreach (var reading in HanReadings.AllToneless((char)unit))
            {
                sounds[unit] |= BitOf(reading);
            }

            // A unit without a reading has itself in common with itself.
            sounds[unit] = sounds[unit] == 0 ? BitOf((uint)unit) : sounds[unit];
        }

        return sounds;
    }
}
