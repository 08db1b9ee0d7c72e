using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Blocking;

/// <summary>Keys of the index that the records of one table have: those of record i are <c>Keys[Starts[i]..Starts[i + 1]]</c>.</summary>
sealed record KeyHits(int[] Starts, int[] Keys)
{
    /// <summary>Records whose keys are sifted before the first of them is looked up.</summary>
    const int AtOnce = 32;

    /// <summary>Looks every record of a table up, and counts each key found.</summary>
    public static KeyHits Of(KeyIndex index, PersonColumns table, int[] occurrences)
    {
        var starts = new int[table.Count + 1];
        var hits = new int[Math.Max(16, table.Count * 2)];
        var count = 0;
        var sifted = new ulong[AtOnce * BlockingKeys.Most];
        Span<int> ends = stackalloc int[AtOnce];
        Span<ulong> keys = stackalloc ulong[BlockingKeys.Most];
        for (var first = 0; first < table.Count; first += AtOnce)
        {
            var records = Math.Min(AtOnce, table.Count - first);
            var kept = 0;
            for (var r = 0; r < records; r++)
            {
                foreach (var key in keys[..BlockingKeys.Write(table, first + r, widen: false, keys)])
                {
                    if (index.MayHave(key))
                    {
                        sifted[kept++] = key;
                    }
                }

                ends[r] = kept;
            }

            if (count + kept > hits.Length)
            {
                Array.Resize(ref hits, 2 * hits.Length + kept);
            }

            for (int r = 0, at = 0; r < records; r++)
            {
                var start = count;
                for (; at < ends[r]; at++)
                {
                    var key = index.Find(sifted[at]);

                    // A record may write one key twice: both of its phones may share their parts.
                    if (key >= 0 && !hits.AsSpan(start, count - start).Contains(key))
                    {
                        hits[count++] = key;
                        occurrences[key]++;
                    }
                }

                starts[first + r + 1] = count;
            }
        }

        return new KeyHits(starts, hits);
    }
}
