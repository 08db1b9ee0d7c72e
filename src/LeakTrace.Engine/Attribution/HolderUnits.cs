namespace LeakTrace.Engine.Attribution;

/// <summary>
/// Holders reduced to units: those with the same seized and as many unseized people cannot be told apart and are one.
/// Holders without seized people
/// belong to none: their hazard is zero exactly.
/// </summary>
sealed class HolderUnits
{
    internal HolderUnits(HolderSets sets)
    {
        Check(sets);
        var signatures = Signatures(sets, out var seized);
        UnitOf = new int[sets.HolderCount];
        Array.Fill(UnitOf, -1);
        var members = new List<List<int>>();
        var candidates = new Dictionary<(ulong, double), List<int>>();
        var setsOf = SetsByHolder(sets);
        for (var holder = 0; holder < sets.HolderCount; holder++)
        {
            if (!(seized[holder] > 0))
            {
                continue;
            }
            var key = (signatures[holder], sets.Unseized[holder]);
            if (!candidates.TryGetValue(key, out var alike))
            {
                candidates.Add(key, alike = []);
            }
            foreach (var unit in alike)
            {
                if (setsOf[members[unit][0]].AsSpan().SequenceEqual(setsOf[holder]))
                {
                    UnitOf[holder] = unit;
                    members[unit].Add(holder);
                    break;
                }
            }
            if (UnitOf[holder] < 0)
            {
                UnitOf[holder] = members.Count;
                alike.Add(members.Count);
                members.Add([holder]);
            }
        }
        Members = new int[members.Count][];
        Background = new int[members.Count];
        for (var unit = 0; unit < members.Count; unit++)
        {
            Members[unit] = [.. members[unit]];
            Background[unit] = -1;
            foreach (var holder in Members[unit])
            {
                if (sets.IsBackground[holder])
                {
                    Background[unit] = holder;
                    break;
                }
            }
        }
        Problem = Reduce(sets);
    }

    /// <summary>Unit of each holder, −1 for a holder without seized people.</summary>
    internal int[] UnitOf { get; }

    /// <summary>Holders of each unit, ascending.</summary>
    internal int[][] Members { get; }

    /// <summary>The first background among the members, or −1.</summary>
    internal int[] Background { get; }

    internal HazardProblem Problem { get; }

    /// <summary>A holder's part of its unit's hazard: all of it goes to a background, else each member has the same.</summary>
    internal double HazardOf(int holder, double[] hazards)
    {
        var unit = UnitOf[holder];
        return unit < 0 || (Background[unit] >= 0 && Background[unit] != holder) ? 0
            : hazards[unit] / (Background[unit] >= 0 ? 1 : Members[unit].Length);
    }

    HazardProblem Reduce(HolderSets sets)
    {
        var start = new List<int> { 0 };
        var units = new List<int>();
        var weights = new List<double>();
        var seenIn = new int[Members.Length];
        for (var set = 0; set < sets.Sets.Length; set++)
        {
            if (!(sets.Seized[set] > 0))
            {
                continue;
            }
            foreach (var holder in sets.Sets[set])
            {
                if (seenIn[UnitOf[holder]] != set + 1)
                {
                    seenIn[UnitOf[holder]] = set + 1;
                    units.Add(UnitOf[holder]);
                }
            }
            start.Add(units.Count);
            weights.Add(sets.Seized[set]);
        }
        var unseized = new double[Members.Length];
        for (var unit = 0; unit < unseized.Length; unit++)
        {
            unseized[unit] = sets.Unseized[Members[unit][0]];
        }
        return new HazardProblem(Members.Length, [.. start], [.. units], [.. weights], unseized);
    }

    static ulong[] Signatures(HolderSets sets, out double[] seized)
    {
        var signatures = new ulong[sets.HolderCount];
        seized = new double[sets.HolderCount];
        for (var set = 0; set < sets.Sets.Length; set++)
        {
            // splitmix64 of the set's number; sums of it over different sets of sets differ but by chance, and equality
            // is checked.
            var mixed = (ulong)(set + 1) * 0x9E3779B97F4A7C15UL;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
            foreach (var holder in sets.Sets[set])
            {
                seized[holder] += sets.Seized[set];
                signatures[holder] += sets.Seized[set] > 0 ? mixed ^ (mixed >> 31) : 0;
            }
        }
        return signatures;
    }

    static int[][] SetsByHolder(HolderSets sets)
    {
        var lists = new List<int>[sets.HolderCount];
        for (var set = 0; set < sets.Sets.Length; set++)
        {
            if (sets.Seized[set] > 0)
            {
                foreach (var holder in sets.Sets[set])
                {
                    (lists[holder] ??= []).Add(set);
                }
            }
        }
        var arrays = new int[sets.HolderCount][];
        for (var holder = 0; holder < arrays.Length; holder++)
        {
            arrays[holder] = lists[holder] is null ? [] : [.. lists[holder]];
        }
        return arrays;
    }

    static void Check(HolderSets sets)
    {
        if (sets.HolderCount < 1 || sets.IsBackground.Length != sets.HolderCount || sets.Unseized.Length != sets.HolderCount
            || sets.Seized.Length != sets.Sets.Length || !sets.IsBackground[0])
        {
            throw new ArgumentException("Holder arrays differ in length, or holder 0 is not a background.", nameof(sets));
        }
        for (var set = 0; set < sets.Sets.Length; set++)
        {
            var holders = sets.Sets[set];
            if (holders.Length == 0 || holders[0] != 0 || !(sets.Seized[set] >= 0))
            {
                throw new ArgumentException($"Set {set} does not begin with holder 0 or has a negative weight.", nameof(sets));
            }
            for (var k = 1; k < holders.Length; k++)
            {
                if (holders[k] <= holders[k - 1] || holders[k] >= sets.HolderCount)
                {
                    throw new ArgumentException($"Set {set} is not ascending or names a holder that is not there.", nameof(sets));
                }
            }
        }
        foreach (var unseized in sets.Unseized)
        {
            if (!(unseized >= 0) || double.IsInfinity(unseized))
            {
                throw new ArgumentException("A holder has a negative or infinite number of unseized people.", nameof(sets));
            }
        }
    }
}
