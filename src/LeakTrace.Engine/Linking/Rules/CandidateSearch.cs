using LeakTrace.Engine.Linking.Fields;

namespace LeakTrace.Engine.Linking.Rules;

/// <summary>Finds the candidate pairs of a plan, each once, and compares them.</summary>
static class CandidateSearch
{
    const int RecordsPerPart = 256;

    /// <summary>Pairs in the order of the left records, then of the right ones, on any number of threads.</summary>
    public static ComparedPairs Run(RulePlan plan, PairComparison comparison, int left, int right, bool isOneTable, LinkSettings settings, CancellationToken cancellation)
    {
        if (plan.Rules.Count == 0)
        {
            return AllPairs.Compare(comparison, left, right, isOneTable, settings, cancellation);
        }

        var parts = new ComparedPairs[(left + RecordsPerPart - 1) / RecordsPerPart];
        var done = 0;
        var idle = new Stack<Found>();
        Parts.Each(parts.Length, settings.Threads, part =>
        {
            var found = Taken(idle) ?? new Found(right);
            var pairs = new ComparedPairs();
            var end = Math.Min(left, (part + 1) * RecordsPerPart);
            for (var record = part * RecordsPerPart; record < end; record++)
            {
                found.Search(plan, record, isOneTable);
                foreach (var other in found.Records)
                {
                    pairs.Add(record, other, 0, found.Rules[other]);
                }
            }

            comparison.Between(pairs.Left, pairs.Right, pairs.Patterns);
            parts[part] = pairs;
            var open = 1 - (double)Interlocked.Increment(ref done) / parts.Length;

            // Of one table, the first records have all others before them, the last none.
            settings.Progress?.Invoke(LinkStage.Compare, 1 - (isOneTable ? open * open : open));
            lock (idle)
            {
                idle.Push(found);
            }
        }, cancellation);
        return ComparedPairs.Join(parts);
    }

    static Found? Taken(Stack<Found> idle)
    {
        lock (idle)
        {
            return idle.Count > 0 ? idle.Pop() : null;
        }
    }

    /// <summary>Right records found for one left record, and the rules that found each.</summary>
    sealed class Found(int right)
    {
        readonly int[] _seen = new int[right];

        public List<int> Records { get; } = [];

        public uint[] Rules { get; } = new uint[right];

        public void Search(RulePlan plan, int record, bool isOneTable)
        {
            Records.Clear();
            var last = isOneTable ? record : -1;
            for (var r = 0; r < plan.Rules.Count; r++)
            {
                var index = plan.Rules[r];
                foreach (var group in index.GroupsOf(record))
                {
                    var others = index.RecordsOf(group);
                    for (var i = others.Length - 1; i >= 0 && others[i] > last; i--)
                    {
                        var other = others[i];
                        if (_seen[other] != record + 1)
                        {
                            _seen[other] = record + 1;
                            Rules[other] = 0;
                            Records.Add(other);
                        }

                        Rules[other] |= 1u << r;
                    }
                }
            }

            Records.Sort();
        }
    }
}
