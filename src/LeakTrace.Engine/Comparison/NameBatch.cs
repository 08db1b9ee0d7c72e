using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Comparison;

/// <summary>Compares one packed name with many; the levels are those of <see cref="NameComparison.Between"/>.</summary>
/// <remarks>
/// Two names of a list mostly share neither surname nor sound. Vectors rule those out; only the rest is compared in full.
/// </remarks>
public static class NameBatch
{
    const ulong FirstUnit = 0xFFFF_0000_0000_0000;

    // One bit of 32 for each reading of a character, by its unit: characters without a common bit have no reading in common.
    static readonly uint[] _sounds = MarkSounds();

    /// <summary>Writes the level of <paramref name="probe"/> with each of <paramref name="many"/>, in order.</summary>
    /// <param name="probe">Packed name.</param>
    /// <param name="many">Packed names.</param>
    /// <param name="levels">At least as many levels as <paramref name="many"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="levels"/> is shorter.</exception>
    public static void Levels(ulong probe, ReadOnlySpan<ulong> many, Span<NameLevel> levels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(levels.Length, many.Length, nameof(levels));
        var i = 0;
        if (probe != 0 && !PackedName.IsLong(probe) && !PackedName.HasWildcard(probe))
        {
            uint first = _sounds[PackedName.UnitAt(probe, 0)], second = _sounds[PackedName.UnitAt(probe, 1)];
            var vectors = MemoryMarshal.Cast<ulong, Vector256<ulong>>(many);
            for (; i + Vector256<ulong>.Count <= many.Length; i += Vector256<ulong>.Count)
            {
                var four = vectors[i / Vector256<ulong>.Count];
                levels.Slice(i, Vector256<ulong>.Count).Fill(NameLevel.Different);
                var lanes = MayBeAlike(probe, four) | SoundAlike(first, second, four);
                for (; lanes != 0; lanes &= lanes - 1)
                {
                    var at = i + BitOperations.TrailingZeroCount(lanes);
                    levels[at] = NameComparison.Between(probe, many[at]);
                }
            }
        }

        for (; i < many.Length; i++)
        {
            levels[i] = NameComparison.Between(probe, many[i]);
        }
    }

    /// <summary>
    /// Lanes that are empty or masked, begin alike, differ in the first unit alone, or are the probe with a unit before it or without
    /// its first: all that gives a level above different, sound apart.
    /// </summary>
    static uint MayBeAlike(ulong probe, Vector256<ulong> many)
    {
        var left = Vector256.Create(probe);
        var equal = Vector256.Equals(left.AsUInt16(), many.AsUInt16()).AsUInt64();
        var first = Vector256.Create(FirstUnit);
        var masked = ~Vector256.Equals(
            Vector256.Equals(many.AsUInt16(), Vector256.Create((ushort)PackedName.Wildcard)).AsUInt64(), Vector256<ulong>.Zero);
        var alike = equal
            | masked
            | Vector256.Equals(many, Vector256<ulong>.Zero)
            | Vector256.Equals(equal | first, Vector256<ulong>.AllBitsSet)
            | Vector256.Equals(many << 16, left)
            | Vector256.Equals(left << 16, many);
        return alike.ExtractMostSignificantBits();
    }

    static uint SoundAlike(uint first, uint second, Vector256<ulong> many)
    {
        uint lanes = 0;
        for (var lane = 0; lane < Vector256<ulong>.Count; lane++)
        {
            var name = many[lane];
            var sounds = (first & _sounds[name >> 48]) != 0 && (second & _sounds[(name >> 32) & 0xFFFF]) != 0;
            lanes |= (sounds ? 1u : 0u) << lane;
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
