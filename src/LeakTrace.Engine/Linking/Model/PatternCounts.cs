using LeakTrace.Engine.Linking.Rules;

namespace LeakTrace.Engine.Linking.Model;

/// <summary>The histogram of patterns: each pattern once, with how many pairs have it.</summary>
sealed class PatternCounts
{
    /// <summary>Counts the patterns of pairs.</summary>
    public PatternCounts(ComparedPairs pairs, int fields)
    {
        Of = new int[pairs.Count];
        var patterns = new ulong[1 << 10];
        var counts = new double[patterns.Length];
        var slots = new int[4 * patterns.Length];
        var count = 0;
        var all = pairs.Patterns;
        for (var i = 0; i < all.Length; i++)
        {
            var slot = SlotOf(all[i], slots, patterns);
            if (slots[slot] == 0)
            {
                if (count == patterns.Length)
                {
                    Array.Resize(ref patterns, 4 * count);
                    Array.Resize(ref counts, 4 * count);
                    slots = Number(patterns, count, 4 * slots.Length);
                    slot = SlotOf(all[i], slots, patterns);
                }

                patterns[count] = all[i];
                slots[slot] = ++count;
            }

            Of[i] = slots[slot] - 1;
            counts[Of[i]]++;
        }

        Patterns = patterns[..count];
        Counts = counts[..count];
        PresenceOf = new int[Patterns.Length];
        var presences = new List<uint>();
        var numbers = new int[1 << fields];
        for (var p = 0; p < PresenceOf.Length; p++)
        {
            var presence = 0;
            for (var f = 0; f < fields; f++)
            {
                presence |= Fields.PairComparison.LevelOf(Patterns[p], f) > 0 ? 1 << f : 0;
            }

            if (numbers[presence] == 0)
            {
                presences.Add((uint)presence);
                numbers[presence] = presences.Count;
            }

            PresenceOf[p] = numbers[presence] - 1;
        }

        Presences = presences;
    }

    /// <summary>Sets of fields that patterns have, a bit each.</summary>
    public IReadOnlyList<uint> Presences { get; }

    /// <summary>Which of <see cref="Presences"/> each pattern has.</summary>
    public int[] PresenceOf { get; }

    /// <summary>Distinct patterns in the order in which pairs have them first.</summary>
    public ulong[] Patterns { get; }

    /// <summary>Number of pairs of each pattern.</summary>
    public double[] Counts { get; }

    /// <summary>Pattern of each pair, as its place.</summary>
    public int[] Of { get; }

    static int[] Number(ulong[] patterns, int count, int size)
    {
        var slots = new int[size];
        for (var p = 0; p < count; p++)
        {
            slots[SlotOf(patterns[p], slots, patterns)] = p + 1;
        }

        return slots;
    }

    static int SlotOf(ulong pattern, int[] slots, ulong[] patterns)
    {
        var slot = (int)((pattern * 0x9E3779B97F4A7C15) >> 32) & (slots.Length - 1);
        while (slots[slot] != 0 && patterns[slots[slot] - 1] != pattern)
        {
            slot = (slot + 1) & (slots.Length - 1);
        }

        return slot;
    }
}
