namespace LeakTrace.Engine.Attribution;

/// <summary>
/// Units with nearly the same people: each alone could be taken out and the other would step in, so that neither would
/// earn evidence.
/// Backgrounds are left out, or whatever resembles one would earn its evidence.
/// </summary>
static class IndistinguishableUnits
{
    /// <summary>Lowest unit of each unit's group; its own where it is alone.</summary>
    internal static int[] Find(HolderUnits units, double overlap)
    {
        var problem = units.Problem;
        var group = new int[problem.UnitCount];
        for (var unit = 0; unit < group.Length; unit++)
        {
            group[unit] = unit;
        }
        var shared = new double[problem.UnitCount];
        var touched = new List<int>();
        for (var unit = 0; unit < problem.UnitCount; unit++)
        {
            if (units.Background[unit] >= 0)
            {
                continue;
            }
            foreach (var set in problem.Sets(unit))
            {
                foreach (var other in problem.Units(set))
                {
                    if (other > unit && units.Background[other] < 0)
                    {
                        if (shared[other] == 0)
                        {
                            touched.Add(other);
                        }
                        shared[other] += problem.Seized[set];
                    }
                }
            }
            foreach (var other in touched)
            {
                var union = problem.UnitSeized[unit] + problem.UnitSeized[other] - shared[other];
                if (shared[other] >= overlap * union && Alike(problem.Unseized[unit], problem.Unseized[other], overlap))
                {
                    Join(group, unit, other);
                }
                shared[other] = 0;
            }
            touched.Clear();
        }
        for (var unit = 0; unit < group.Length; unit++)
        {
            group[unit] = group[group[unit]];
        }
        return group;
    }

    static bool Alike(double left, double right, double overlap) => Math.Min(left, right) >= overlap * Math.Max(left, right);

    /// <summary>Every unit points at the lowest of its group: later units only ever join forwards.</summary>
    static void Join(int[] group, int unit, int other)
    {
        var (low, high) = group[unit] < group[other] ? (group[unit], group[other]) : (group[other], group[unit]);
        for (var k = 0; k < group.Length && low != high; k++)
        {
            if (group[k] == high)
            {
                group[k] = low;
            }
        }
    }
}
