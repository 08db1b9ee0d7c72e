using LeakTrace.Engine.Linking.Fields;

namespace LeakTrace.Engine.Linking.Rules;

/// <summary>Compares all pairs of small tables: field by field, a left record with all right ones at a time.</summary>
static class AllPairs
{
    const int RecordsPerPart = 32;

    /// <summary>All pairs in the order of the left records, then of the right ones.</summary>
    public static ComparedPairs Compare(PairComparison comparison, int left, int right, bool isOneTable, LinkSettings settings, CancellationToken cancellation)
    {
        var pairs = new ComparedPairs(isOneTable ? (int)(left * (left - 1L) / 2) : left * right);
        Parts.Each((left + RecordsPerPart - 1) / RecordsPerPart, settings.Threads, part =>
        {
            var patterns = new ulong[right];
            int[] lefts = new int[right], rights = new int[right];
            for (var i = 0; i < right; i++)
            {
                rights[i] = i;
            }

            var end = Math.Min(left, (part + 1) * RecordsPerPart);
            for (var record = part * RecordsPerPart; record < end; record++)
            {
                var first = isOneTable ? record + 1 : 0;
                var row = patterns.AsSpan(0, right - first);
                Array.Fill(lefts, record);
                comparison.Between(lefts, rights.AsSpan(first), row);
                var at = isOneTable ? (long)record * (2L * right - record - 1) / 2 : (long)record * right;
                pairs.SetRow((int)at, record, first, row);
            }
        }, cancellation);
        return pairs;
    }
}
