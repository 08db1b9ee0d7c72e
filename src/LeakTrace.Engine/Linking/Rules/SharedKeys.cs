using LeakTrace.Engine.Linking.Fields;

namespace LeakTrace.Engine.Linking.Rules;

/// <summary>Which keys matches share, field by field: each set of keys of a field that some match shares is a number, zero where it shares none.</summary>
sealed class SharedKeys
{
    const int MostMissed = 20_000;

    readonly List<KeyGroups> _keys = [];
    readonly List<int> _fields = [];
    readonly List<ulong> _rules = [];
    readonly List<List<ulong>> _sets = [];
    readonly Dictionary<ulong, double> _found = [];
    readonly FieldDomain[] _domains;

    /// <summary>Takes the keys of the rules of a plan that leave nothing out.</summary>
    public SharedKeys(RulePlan plan, FieldDomain[] fields)
    {
        _domains = fields;
        foreach (var index in plan.Rules)
        {
            if (index.LeftOut == 0)
            {
                _rules.Add(BitOf(index.Rule.First) | (index.Rule.Second is { } second ? BitOf(second) : 0));
            }
        }
    }

    /// <summary>Number of fields that have keys.</summary>
    public int Fields => _fields.Count;

    /// <summary>Adds a match with its weight.</summary>
    public void Add(int left, int right, double weight)
    {
        ulong shared = 0;
        for (var k = 0; k < _keys.Count; k++)
        {
            var domain = _domains[_keys[k].Keys.Field];
            shared |= Meet(_keys[k].Of(domain.Left[left]), _keys[k].Of(domain.Right[right])) ? 1UL << k : 0;
        }

        _found[shared] = _found.GetValueOrDefault(shared) + weight;
    }

    /// <summary>The matches found, as the number of each field's set of shared keys, and their weights.</summary>
    public (List<int[]> Cells, List<double> Weights) Found()
    {
        var cells = new List<int[]>();
        var weights = new List<double>();
        _sets.Clear();
        for (var f = 0; f < _fields.Count; f++)
        {
            _sets.Add([0]);
        }

        foreach (var (shared, weight) in _found)
        {
            var cell = new int[_fields.Count];
            for (var f = 0; f < cell.Length; f++)
            {
                var own = shared & MaskOf(_fields[f]);
                cell[f] = _sets[f].IndexOf(own);
                if (cell[f] < 0)
                {
                    cell[f] = _sets[f].Count;
                    _sets[f].Add(own);
                }
            }

            cells.Add(cell);
            weights.Add(weight);
        }

        return (cells, weights);
    }

    /// <summary>Number of sets of shared keys of a field; after <see cref="Found"/>.</summary>
    public int SetsOf(int field) => _sets[field].Count;

    /// <summary>All cells that no rule finds; after <see cref="Found"/>.</summary>
    public List<int[]> Missed()
    {
        var missed = new List<int[]>();
        Descend(0, 0, new int[_fields.Count], missed);
        return missed;
    }

    void Descend(int field, ulong shared, int[] cell, List<int[]> missed)
    {
        foreach (var rule in _rules)
        {
            if ((shared & rule) == rule)
            {
                return;
            }
        }

        if (missed.Count == MostMissed)
        {
            return;
        }

        if (field == cell.Length)
        {
            missed.Add((int[])cell.Clone());
            return;
        }

        for (var set = 0; set < _sets[field].Count; set++)
        {
            cell[field] = set;
            Descend(field + 1, shared | _sets[field][set], cell, missed);
        }
    }

    ulong BitOf(KeyGroups key)
    {
        var place = _keys.IndexOf(key);
        if (place < 0)
        {
            place = _keys.Count;
            _keys.Add(key);
            if (!_fields.Contains(key.Keys.Field))
            {
                _fields.Add(key.Keys.Field);
            }
        }

        return 1UL << place;
    }

    ulong MaskOf(int field)
    {
        ulong mask = 0;
        for (var k = 0; k < _keys.Count; k++)
        {
            mask |= _keys[k].Keys.Field == field ? 1UL << k : 0;
        }

        return mask;
    }

    static bool Meet(ReadOnlySpan<int> groups, ReadOnlySpan<int> others)
    {
        foreach (var group in groups)
        {
            if (Tokens.Has(others, group))
            {
                return true;
            }
        }

        return false;
    }
}
