namespace LeakTrace.Engine.Attribution;

/// <summary>
/// Files of which no delivery is known. That they share people is seen, not who had them first: what differs between copies
/// shows which are nearest, and a chain read backwards has the same differences. That is left open. Of three files that share the same people, the two least alike are not joined: they are kin through the third.
/// </summary>
sealed class UndatedCopies
{
    /// <summary>From here on two files are the same list, saved twice: which of them was made from a third is not known.</summary>
    const double SameList = 0.98;

    readonly IReadOnlyList<FileContent> _contents;
    readonly IReadOnlyList<IReadOnlyList<FileDelivery>> _deliveries;
    readonly CopyComparison _copies;
    readonly List<int>[] _sharing;
    readonly Dictionary<(int, int), (int Shared, double Likeness)> _pairs = [];
    readonly int[] _sameAs;

    public UndatedCopies(
        IReadOnlyList<FileContent> contents, IReadOnlyList<IReadOnlyList<FileDelivery>> deliveries, CopyComparison copies, List<int>[] sharing)
    {
        _contents = contents;
        _deliveries = deliveries;
        _copies = copies;
        _sharing = sharing;
        _sameAs = new int[contents.Count];
    }

    /// <summary>Edges between files of which at least one was delivered as nobody knows.</summary>
    public List<LineageEdge> Edges()
    {
        Compare();
        var edges = new List<LineageEdge>();
        foreach (var ((a, b), (shared, likeness)) in _pairs)
        {
            var isSame = _sameAs[a] == _sameAs[b] && _sameAs[b] == a;
            if (_deliveries[a].Count > 0 && _deliveries[b].Count > 0)
            {
                continue;
            }

            if (isSame || (_sameAs[a] == a && _sameAs[b] == b && !IsKinThroughAnother(a, b, shared, likeness)))
            {
                edges.Add(Joined(a, b));
            }
        }

        return edges;
    }

    void Compare()
    {
        for (var a = 0; a < _contents.Count; a++)
        {
            _sameAs[a] = a;
        }

        for (var a = 0; a < _contents.Count; a++)
        {
            foreach (var b in _sharing[a])
            {
                if (b <= a)
                {
                    continue;
                }

                var shared = _contents[a].SharedWith(_contents[b]);
                var (smaller, larger) = (Math.Min(_contents[a].People.Length, _contents[b].People.Length), Math.Max(_contents[a].People.Length, _contents[b].People.Length));
                if (!ResaleGraph.IsEnough(shared.Count, smaller, larger))
                {
                    continue;
                }

                var likeness = _copies.Likeness(shared);
                _pairs[(a, b)] = (shared.Count, likeness);
                if (shared.Count >= SameList * larger && likeness >= SameList && _sameAs[b] == b && IsUndated(a) && IsUndated(b))
                {
                    _sameAs[b] = _sameAs[a];
                }
            }
        }
    }

    bool IsUndated(int file) => _deliveries[file].Count == 0;

    bool IsKinThroughAnother(int a, int b, int shared, double likeness)
    {
        foreach (var other in _sharing[a])
        {
            if (other == b || _sameAs[other] != other || !_pairs.TryGetValue(Key(a, other), out var left) || !_pairs.TryGetValue(Key(b, other), out var right))
            {
                continue;
            }

            var nearer = Closeness(left) > Closeness((shared, likeness)) && Closeness(right) > Closeness((shared, likeness));
            if (nearer && !ResaleGraph.IsEnough(shared - SharedByAll(a, b, other), _contents[a].People.Length, _contents[b].People.Length))
            {
                return true;
            }
        }

        return false;
    }

    static double Closeness((int Shared, double Likeness) pair) => pair.Shared * pair.Likeness;

    static (int, int) Key(int a, int b) => a < b ? (a, b) : (b, a);

    int SharedByAll(int a, int b, int other)
    {
        var rows = new HashSet<int>();
        foreach (var (here, _) in _contents[a].SharedWith(_contents[other]))
        {
            rows.Add(here);
        }

        var count = 0;
        foreach (var (here, _) in _contents[a].SharedWith(_contents[b]))
        {
            count += rows.Contains(here) ? 1 : 0;
        }

        return count;
    }

    LineageEdge Joined(int a, int b)
    {
        var shared = _contents[a].SharedWith(_contents[b]);
        return new LineageEdge(a, b, shared.Count, CopyComparison.IsSameOrder(shared), LineageBasis.Unknown);
    }
}
