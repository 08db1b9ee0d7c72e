namespace LeakTrace.Engine.Counting;

/// <summary>
/// Removes repetitions within one scope: of the rows that tell of one person's event the first in evidence order counts
/// (法释〔2017〕10号 第十一条: a batch is counted by what was seized, except what is shown to be untrue or duplicate).
/// </summary>
sealed class ScopeCount
{
    readonly CountedRows _counted;
    readonly Dictionary<int, List<int>> _seen = [];

    /// <summary>Starts a scope.</summary>
    public ScopeCount(CountedRows counted) => _counted = counted;

    /// <summary>Rows by status.</summary>
    public Tally Tally { get; } = new();

    /// <summary>Takes the next row in evidence order; returns its status, reason and the row that counts in its place, or -1.</summary>
    public (RowStatus Status, string Reason, int SameAs) Next(int row)
    {
        var (status, reason) = _counted.Own[row];
        var sameAs = -1;
        if (status == RowStatus.Valid)
        {
            if (_seen.TryGetValue(_counted.Cluster[row], out var earlier))
            {
                var repeated = FirstRepeated(earlier, row);
                (status, reason, sameAs) = repeated >= 0
                    ? (RowStatus.Duplicate, "repeats-row", earlier[0])
                    : (RowStatus.ProbableDuplicate, "differs-in-" + Differences(earlier[0], row), earlier[0]);
                if (repeated < 0)
                {
                    earlier.Add(row);
                }
            }
            else
            {
                _seen[_counted.Cluster[row]] = [row];
            }
        }

        Tally.Add(_counted, row, status);
        return (status, reason, sameAs);
    }

    int FirstRepeated(List<int> earlier, int row)
    {
        foreach (var other in earlier)
        {
            if (Repetition.Repeats(_counted.People, other, row))
            {
                return other;
            }
        }

        return -1;
    }

    /// <summary>Fields that differ from the row that counts; rows that share no field are linked through others.</summary>
    string Differences(int counting, int row) =>
        Repetition.Differences(_counted.People, counting, row) is { Length: > 0 } fields ? fields : "no-shared-field";
}
