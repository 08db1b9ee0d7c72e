using LeakTrace.Engine.Linking.Rules;

namespace LeakTrace.Engine.Linking.Model;

/// <summary>The histogram of patterns: each pattern once, with how many pairs have it.</summary>
sealed class PatternCounts
{
    /// <summary>Counts the patterns of pairs.</summary>
    public PatternCounts(ComparedPairs pairs, int fields)
    {
        Of = new int[pairs.Count];
        var patterns = new List<ulong>();
        var counts = new List<double>();
        var slots = new int[1 << 12];
        var all = pairs.Patterns;
        for (var i = 0; i < all.Length; i++)
        {
            var slot = SlotOf(all[i], slots, patterns);
            if (slots[slot] == 0)
            {
                patterns.Add(all[i]);
                counts.Add(0);
                slots[slot] = patterns.Count;
                if (4 * patterns.Count > slots.Length)
                {
                    slots = Number(patterns, 4 * slots.Length);
                    slot = SlotOf(all[i], slots, patterns);
                }
            }

            Of[i] = slots[slot] - 1;
            System.Runtime.InteropServices.CollectionsMarshal.AsSpan(counts)[Of[i]]++;
        }

        Patterns = [.. patterns];
        Counts = [.. counts];
        Presence = new uint[Patterns.Length];
        for (var p = 0; p < Presence.Length; p++)
        {
            for (var f = 0; f < fields; f++)
            {
                Presence[p] |= Fields.PairComparison.LevelOf(Patterns[p], f) > 0 ? 1u << f : 0;
            }
        }
    }

    /// <summary>Fields that each pattern has, a bit each.</summary>
    public uint[] Presence { get; }

    /// <summary>Distinct patterns in the order in which pairs have them first.</summary>
    public ulong[] Patterns { get; }

    /// <summary>Number of pairs of each pattern.</summary>
    public double[] Counts { get; }

    /// <summary>Pattern of each pair, as its place.</summary>
    public int[] Of { get; }

    static int[] Number(List<ulong> patterns, int size)
    {
        var slots = new int[size];
        for (var p = 0; p < patterns.Count; p++)
        {
            slots[SlotOf(patterns[p], slots, patterns)] = p + 1;
        }

        return slots;
    }

    static int SlotOf(ulong pattern, int[] slots, List<ulong> patterns)
    {
        var slot = (int)((pattern * 0x9E3779B97F4A7C15) >> 32) & (slots.Length - 1);
        while (slots[slot] != 0 && patterns[slots[slot] - 1] != pattern)
        {
            slot = (slot + 1) & (slots.Length - 1);
        }

        return slot;
    }
}
