using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Blocking;

/// <summary>Keys of the index that the records of one table have: those of record i are <c>Keys[Starts[i]..Starts[i + 1]]</c>.</summary>
sealed record KeyHits(int[] Starts, int[] Keys)
{
    /// <summary>Looks every record of a table up, and counts each key found.</summary>
    public static KeyHits Of(KeyIndex index, PersonColumns table, int[] occurrences)
    {
        var starts = new int[table.Count + 1];
        var hits = new int[Math.Max(16, table.Count * 2)];
        var count = 0;
        Span<ulong> keys = stackalloc ulong[BlockingKeys.Most];
        for (var record = 0; record < table.Count; record++)
        {
            var written = BlockingKeys.Write(table, record, widen: false, keys);
            if (count + written > hits.Length)
            {
                Array.Resize(ref hits, 2 * hits.Length + written);
            }

            for (var k = 0; k < written; k++)
            {
                var key = index.Find(keys[k]);

                // A record may write one key twice: both of its phones may share their parts.
                if (key >= 0 && !hits.AsSpan(starts[record], count - starts[record]).Contains(key))
                {
                    hits[count++] = key;
                    occurrences[key]++;
                }
            }

            starts[record + 1] = count;
        }

        return new KeyHits(starts, hits);
    }
}
