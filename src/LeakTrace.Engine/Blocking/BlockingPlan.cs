namespace LeakTrace.Engine.Blocking;

/// <summary>Exact cost of every rule, and the keys left out because too many records share them.</summary>
/// <param name="Pairs">Pairs that each rule brings, by <see cref="BlockingRule"/>.</param>
/// <param name="Skipped">Pairs that each rule leaves out.</param>
/// <param name="IsSkipped">Keys of the index that are left out.</param>
sealed record BlockingPlan(long[] Pairs, long[] Skipped, bool[] IsSkipped)
{
    /// <summary>A name in full is a key only where few records carry it.</summary>
    const int RareNameRecords = 30;

    /// <summary>Plans with the number of times that the other side has each key; every rule has the same budget.</summary>
    public static BlockingPlan Make(KeyIndex index, int[] occurrences, long budgetPerRule)
    {
        var pairs = new long[BlockingKeys.Rules];
        var skipped = new long[BlockingKeys.Rules];
        var isSkipped = new bool[index.Keys.Length];
        for (var start = 0; start < index.Keys.Length;)
        {
            var rule = (int)BlockingKeys.RuleOf(index.Keys[start]);
            var end = start;
            for (; end < index.Keys.Length && (int)BlockingKeys.RuleOf(index.Keys[end]) == rule; end++)
            {
                pairs[rule] += Cost(index, occurrences, end);
            }

            Narrow(index, occurrences, start, end, rule, budgetPerRule, pairs, skipped, isSkipped);
            start = end;
        }

        return new BlockingPlan(pairs, skipped, isSkipped);
    }

    static long Cost(KeyIndex index, int[] occurrences, int key) => (long)index.RecordsOf(key).Length * occurrences[key];

    static void Narrow(
        KeyIndex index, int[] occurrences, int start, int end, int rule, long budget, long[] pairs, long[] skipped, bool[] isSkipped)
    {
        var rareOnly = rule == (int)BlockingRule.RareName;
        if (pairs[rule] <= budget && !rareOnly)
        {
            return;
        }

        // The commonest keys cost most and tell least. Equal occurrences fall together, so the order of keys is immaterial.
        var order = new long[end - start];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = ((long)occurrences[start + i] << 32) | (uint)(start + i);
        }

        Array.Sort(order);
        var last = -1;
        for (var i = order.Length - 1; i >= 0; i--)
        {
            var key = (int)(uint)order[i];
            if (pairs[rule] <= budget && occurrences[key] != last && !(rareOnly && occurrences[key] > RareNameRecords))
            {
                break;
            }

            last = occurrences[key];
            isSkipped[key] = true;
            skipped[rule] += Cost(index, occurrences, key);
            pairs[rule] -= Cost(index, occurrences, key);
        }
    }
}
