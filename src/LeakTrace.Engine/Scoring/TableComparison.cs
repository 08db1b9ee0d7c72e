using LeakTrace.Engine.Blocking;
using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Scoring;

/// <summary>Compares the candidates that one table of the larger side has.</summary>
sealed class TableComparison(
    PersonColumns left, PersonColumns right, PlaceLevels places, MatchModel model, double hopelessBits, int firstNumber)
{
    const int PairsAtOnce = PersonPatternBatch.Pairs;

    /// <summary>How many keys ahead of its use memory is fetched; as far again for what tells where it is.</summary>
    const int Distance = 8;

    readonly bool _within = ReferenceEquals(left, right);
    readonly PersonPatternBatch _comparison = new(left, right, places);
    readonly FoundPairs _found = new();
    readonly int[] _candidates = new int[PairsAtOnce];
    readonly int[] _records = new int[PairsAtOnce];
    readonly ulong[] _patterns = new ulong[PairsAtOnce];
    int _waiting;

    /// <summary>Compares; <paramref name="stamps"/> has an entry for every record of the left side, and is reused between tables.</summary>
    public FoundPairs Run(KeyIndex index, BlockingPlan plan, KeyHits hits, int[] stamps)
    {
        var keys = hits.Keys.AsSpan(0, hits.Starts[right.Count]);
        for (var record = 0; record < right.Count; record++)
        {
            // Numbers of records are unique over all tables, so that stamps need no clearing.
            var stamp = firstNumber + record + 1;
            for (var h = hits.Starts[record]; h < hits.Starts[record + 1]; h++)
            {
                Fetch(index, keys, h);
                if (!plan.IsSkipped[keys[h]])
                {
                    Collect(index.RecordsOf(keys[h]), record, stamp, stamps);
                }
            }
        }

        CompareAll();
        return _found;
    }

    static void Fetch(KeyIndex index, ReadOnlySpan<int> keys, int at)
    {
        if (at + 2 * Distance < keys.Length)
        {
            index.FetchPlace(keys[at + 2 * Distance]);
            index.FetchRecords(keys[at + Distance]);
        }
    }

    void Collect(ReadOnlySpan<int> candidates, int record, int stamp, int[] stamps)
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
            _candidates[_waiting] = candidate;
            _records[_waiting++] = record;
            if (_waiting == PairsAtOnce)
            {
                CompareAll();
            }
        }
    }

    void CompareAll()
    {
        foreach (var candidate in _candidates.AsSpan(0, _waiting))
        {
            left.Fetch(candidate);
        }

        _comparison.Between(_candidates.AsSpan(0, _waiting), _records.AsSpan(0, _waiting), _patterns);
        for (var p = 0; p < _waiting; p++)
        {
            var pattern = _patterns[p];
            _found.Histogram.Add(pattern);
            if (model.ScoreBits(pattern) > hopelessBits)
            {
                _found.Add(_candidates[p], firstNumber + _records[p], pattern);
            }
        }

        _waiting = 0;
    }
}
