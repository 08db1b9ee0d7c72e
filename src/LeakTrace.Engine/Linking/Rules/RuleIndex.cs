using LeakTrace.Engine.Linking.Fields;

namespace LeakTrace.Engine.Linking.Rules;

/// <summary>The groups of each left record under a rule, the right records of each group, and what the rule costs.</summary>
sealed class RuleIndex
{
    readonly bool _isOneTable;
    readonly int[] _leftStarts;
    readonly int[] _leftGroups;
    readonly int[] _rightStarts;
    readonly int[] _rightRecords;
    readonly int[] _leftCounts;
    long _limit = long.MaxValue;

    /// <summary>Indexes a rule; its cost is exact.</summary>
    public RuleIndex(LinkRule rule, FieldDomain[] fields, bool isOneTable)
    {
        Rule = rule;
        Name = rule.NameIn(fields);
        _isOneTable = isOneTable;
        var numbers = rule.Second is null ? null : PairGroups.Shared(rule.First, rule.Second, fields, isOneTable);
        int[] rightStarts, rightGroups;
        (_leftStarts, _leftGroups) = GroupsOf(rule, fields, false, numbers);
        (rightStarts, rightGroups) = isOneTable ? (_leftStarts, _leftGroups) : GroupsOf(rule, fields, true, numbers);
        var count = numbers?.Count ?? rule.First.Count;
        _rightStarts = new int[count + 1];
        _rightRecords = ByGroup(rightStarts, rightGroups, _rightStarts);
        _leftCounts = new int[count];
        foreach (var group in _leftGroups)
        {
            _leftCounts[group]++;
        }

        Cost = CostUpTo(long.MaxValue);
    }

    /// <summary>The rule.</summary>
    public LinkRule Rule { get; }

    /// <summary>The rule in words.</summary>
    public string Name { get; }

    /// <summary>Pairs that share a key, one that shares two counted twice.</summary>
    public double Cost { get; private set; }

    /// <summary>Pairs of the commonest keys that were left out to stay within the budget.</summary>
    public double LeftOut { get; private set; }

    /// <summary>Leaves out the commonest keys until the cost is within a budget.</summary>
    public void Narrow(double budget)
    {
        var whole = Cost;
        for (var bits = 30; bits > 0 && Cost > budget; bits--)
        {
            _limit = 1L << bits;
            Cost = CostUpTo(_limit);
        }

        LeftOut = whole - Cost;
    }

    /// <summary>Groups of a left record.</summary>
    public ReadOnlySpan<int> GroupsOf(int record) => _leftGroups.AsSpan(_leftStarts[record], _leftStarts[record + 1] - _leftStarts[record]);

    /// <summary>Right records of a group, ascending; none where the group is left out.</summary>
    public ReadOnlySpan<int> RecordsOf(int group)
    {
        var count = _rightStarts[group + 1] - _rightStarts[group];
        return (long)count * _leftCounts[group] > _limit ? [] : _rightRecords.AsSpan(_rightStarts[group], count);
    }

    double CostUpTo(long limit)
    {
        double cost = 0;
        for (var group = 0; group < _leftCounts.Length; group++)
        {
            double right = _rightStarts[group + 1] - _rightStarts[group], left = _leftCounts[group];
            if (right * left <= limit)
            {
                cost += _isOneTable ? right * (right - 1) / 2 : right * left;
            }
        }

        return cost;
    }

    /// <summary>Groups of the records of a side.</summary>
    static (int[] Starts, int[] Groups) GroupsOf(LinkRule rule, FieldDomain[] fields, bool isRight, PairGroups? numbers)
    {
        FieldDomain first = fields[rule.First.Keys.Field], second = fields[(rule.Second ?? rule.First).Keys.Field];
        int[] values = isRight ? first.Right : first.Left, others = isRight ? second.Right : second.Left;
        var starts = new int[values.Length + 1];
        var groups = new int[values.Length];
        var count = 0;
        for (var r = 0; r < values.Length; r++)
        {
            foreach (var group in rule.First.Of(values[r]))
            {
                if (numbers is null)
                {
                    Add(ref groups, ref count, group);
                    continue;
                }

                foreach (var other in rule.Second!.Of(others[r]))
                {
                    var number = numbers.Of(group, other);
                    if (number >= 0)
                    {
                        Add(ref groups, ref count, number);
                    }
                }
            }

            starts[r + 1] = count;
        }

        return (starts, groups[..count]);
    }

    static void Add(ref int[] groups, ref int count, int group)
    {
        if (count == groups.Length)
        {
            Array.Resize(ref groups, 2 * count);
        }

        groups[count++] = group;
    }

    static int[] ByGroup(int[] starts, int[] groups, int[] groupStarts)
    {
        foreach (var group in groups)
        {
            groupStarts[group + 1]++;
        }

        for (var g = 1; g < groupStarts.Length; g++)
        {
            groupStarts[g] += groupStarts[g - 1];
        }

        var records = new int[groups.Length];
        var next = groupStarts[..^1];
        for (var r = 0; r + 1 < starts.Length; r++)
        {
            for (var i = starts[r]; i < starts[r + 1]; i++)
            {
                records[next[groups[i]]++] = r;
            }
        }

        return records;
    }
}
