using System.Numerics;

namespace LeakTrace.Engine.Linking.Rules;

/// <summary>The right records of each key of a rule, and what the rule costs.</summary>
sealed class RuleIndex
{
    readonly LinkRule _rule;
    readonly int _leftRecords;
    readonly bool _isOneTable;
    readonly ulong[] _keys;
    readonly int[] _heads;
    readonly int[] _counts;
    readonly int[] _leftCounts;
    readonly int[] _next;
    readonly int[] _records;
    readonly int _mask;
    int _limit = int.MaxValue;

    /// <summary>Indexes a rule; its cost is exact.</summary>
    public RuleIndex(LinkRule rule, int leftRecords, int rightRecords, bool isOneTable)
    {
        _rule = rule;
        _leftRecords = leftRecords;
        _isOneTable = isOneTable;
        var keys = new List<ulong>();
        var all = new List<ulong>(rightRecords);
        var records = new List<int>(rightRecords);
        for (var r = 0; r < rightRecords; r++)
        {
            rule.OfRight(r, keys);
            foreach (var key in keys)
            {
                all.Add(key);
                records.Add(r);
            }
        }

        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, 2 * all.Count));
        _mask = size - 1;
        _keys = new ulong[size];
        _heads = new int[size];
        _counts = new int[size];
        _next = new int[all.Count];
        _records = [.. records];
        for (var e = 0; e < all.Count; e++)
        {
            var slot = SlotOf(all[e]);
            _keys[slot] = all[e];
            _next[e] = _heads[slot] - 1;
            _heads[slot] = e + 1;
            _counts[slot]++;
        }

        _leftCounts = isOneTable ? _counts : CountLeft(keys);
        Cost = CostUpTo(int.MaxValue);
    }

    /// <summary>The rule.</summary>
    public LinkRule Rule => _rule;

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
            _limit = 1 << bits;
            Cost = CostUpTo(_limit);
        }

        LeftOut = whole - Cost;
    }

    /// <summary>Last entry of a key, -1 where there is none; entries go down by record.</summary>
    public int First(ulong key)
    {
        var slot = SlotOf(key);
        return _counts[slot] == 0 || (long)_counts[slot] * _leftCounts[slot] > _limit ? -1 : _heads[slot] - 1;
    }

    /// <summary>Entry before an entry, -1 where there is none.</summary>
    public int Next(int entry) => _next[entry];

    /// <summary>Right record of an entry.</summary>
    public int RecordOf(int entry) => _records[entry];

    int[] CountLeft(List<ulong> keys)
    {
        var counts = new int[_counts.Length];
        for (var l = 0; l < _leftRecords; l++)
        {
            _rule.OfLeft(l, keys);
            foreach (var key in keys)
            {
                var slot = SlotOf(key);
                counts[slot] += _counts[slot] > 0 ? 1 : 0;
            }
        }

        return counts;
    }

    double CostUpTo(int limit)
    {
        double cost = 0;
        for (var slot = 0; slot < _counts.Length; slot++)
        {
            double right = _counts[slot], left = _leftCounts[slot];
            if (right * left <= limit)
            {
                cost += _isOneTable ? right * (right - 1) / 2 : right * left;
            }
        }

        return cost;
    }

    int SlotOf(ulong key)
    {
        var slot = (int)((key * 0x9E3779B97F4A7C15) >> 32) & _mask;
        while (_counts[slot] != 0 && _keys[slot] != key)
        {
            slot = (slot + 1) & _mask;
        }

        return slot;
    }
}
