using LeakTrace.Engine.Blocking;
using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Scoring;

/// <summary>Compares the candidates that one table of the larger side has.</summary>
sealed class TableComparison(
    PersonColumns left, PersonColumns right, PlaceLevels places, MatchModel model, double hopelessBits, int firstNumber)
{
    readonly bool _within = ReferenceEquals(left, right);
    readonly FoundPairs _found = new();

    /// <summary>Compares; <paramref name="stamps"/> has an entry for every record of the left side, and is reused between tables.</summary>
    public FoundPairs Run(KeyIndex index, BlockingPlan plan, KeyHits hits, int[] stamps)
    {
        for (var record = 0; record < right.Count; record++)
        {
            // Numbers of records are unique over all tables, so that stamps need no clearing.
            var stamp = firstNumber + record + 1;
            for (var h = hits.Starts[record]; h < hits.Starts[record + 1]; h++)
            {
                var key = hits.Keys[h];
                if (!plan.IsSkipped[key])
                {
                    Compare(index.RecordsOf(key), record, stamp, stamps);
                }
            }
        }

        return _found;
    }

    void Compare(ReadOnlySpan<int> candidates, int record, int stamp, int[] stamps)
    {
        foreach (var candidate in candidates)
        {
            if (_within && candidate >= record)
            {
                break;
            }

            if (stamps[candidate] == stamp)
            {
                continue;
            }

            stamps[candidate] = stamp;
            var pattern = PersonPattern.Between(left, candidate, right, record, places);
            _found.Histogram.Add(pattern);
            if (model.ScoreBits(pattern) > hopelessBits)
            {
                _found.Add(candidate, stamp - 1, pattern);
            }
        }
    }
}
