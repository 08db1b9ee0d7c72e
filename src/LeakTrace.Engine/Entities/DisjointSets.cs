namespace LeakTrace.Engine.Entities;

/// <summary>Disjoint sets of integers (Tarjan 1975); the smallest member stands for its set.</summary>
public sealed class DisjointSets
{
    readonly int[] _parents;

    /// <summary>Creates sets of one member each.</summary>
    public DisjointSets(int count)
    {
        _parents = new int[count];
        for (var i = 0; i < count; i++)
        {
            _parents[i] = i;
        }
    }

    /// <summary>Smallest member of the set that a member is in.</summary>
    public int Find(int member)
    {
        while (_parents[member] != member)
        {
            _parents[member] = _parents[_parents[member]];
            member = _parents[member];
        }

        return member;
    }

    /// <summary>Unites two sets; returns their smallest member.</summary>
    public int Unite(int a, int b)
    {
        a = Find(a);
        b = Find(b);
        var (low, high) = a < b ? (a, b) : (b, a);
        _parents[high] = low;
        return low;
    }
}
