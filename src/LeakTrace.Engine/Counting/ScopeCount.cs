namespace LeakTrace.Engine.Counting;

/// <summary>
/// Removes repetitions within one scope: of the rows that tell of one person's event the first in evidence order counts
/// (法释〔2017〕10号 第十一条: a batch is counted by what was seized, except what is shown to be untrue or duplicate).
/// </summary>
sealed class ScopeCount
{
    readonly CountedRows _counted;
    readonly Dictionary<int, int> _first = [];
    readonly Dictionary<int, List<int>> _repeated = [];
    readonly HashSet<int> _groups = [];

    /// <summary>Starts a scope.</summary>
    public ScopeCount(CountedRows counted)
    {
        _counted = counted;
        Tally = new Tally(counted.UniversalTiers);
    }

    /// <summary>Rows by status.</summary>
    public Tally Tally { get; }

    /// <summary>Whose information the scope holds, and in which row each counts.</summary>
    public IReadOnlyDictionary<int, int> People => _first;

    /// <summary>Whether somebody's information is in the scope.</summary>
    public bool Has(int cluster) => _first.ContainsKey(cluster);

    /// <summary>Takes the next row in evidence order.</summary>
    public RowOutcome Next(int row)
    {
        var (status, reason) = _counted.Own[row];
        var outcome = status != RowStatus.Valid
            ? new RowOutcome(status, reason, -1, false, _counted.MayIdentify is { } may && may[row])
            : _first.TryGetValue(_counted.Cluster[row], out var first) ? Repeated(EarlierOf(first, row), row)
            : First(row, reason);
        Tally.Add(_counted, row, outcome);
        return outcome;
    }

    /// <summary>The row that counts and those probably the same, of the one whom another row tells of.</summary>
    List<int> EarlierOf(int first, int row)
    {
        if (!_repeated.TryGetValue(_counted.Cluster[row], out var earlier))
        {
            _repeated[_counted.Cluster[row]] = earlier = [first];
        }

        return earlier;
    }

    RowOutcome First(int row, string reason)
    {
        _first[_counted.Cluster[row]] = row;

        // The group is taken by the first row of it that is surely somebody's.
        var isDoubtful = _counted.IsDoubtful is { } doubtful && doubtful[row];
        return new RowOutcome(RowStatus.Valid, reason, -1, !isDoubtful && _groups.Add(_counted.GroupOf(row)), true);
    }

    RowOutcome Repeated(List<int> earlier, int row)
    {
        if (FirstRepeated(earlier, row) is >= 0 and var repeated)
        {
            return new RowOutcome(RowStatus.Duplicate, "repeats-row", earlier[0], false, !SharesNumber(earlier, repeated, row));
        }

        var reason = "differs-in-" + Differences(earlier[0], row);
        earlier.Add(row);
        return new RowOutcome(RowStatus.ProbableDuplicate, reason, earlier[0], false, true);
    }

    /// <summary>Whether a plain repetition is one beyond doubt: the same row, or one with a number in common.</summary>
    bool SharesNumber(List<int> earlier, int repeated, int row)
    {
        if (_counted.Rows.Table.RowHashes[repeated] == _counted.Rows.Table.RowHashes[row])
        {
            return true;
        }

        foreach (var other in earlier)
        {
            if (Repetition.SharesNumber(_counted.People, other, row))
            {
                return true;
            }
        }

        return false;
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
