namespace LeakTrace.Engine.Attribution;

/// <summary>
/// Files of which no delivery is known. That they share people is seen; who had them first is read from the mistakes where these
/// tell, and else left open. Of three files that share the same people, the two least alike are not joined: they are kin through the third.
/// </summary>
sealed class UndatedCopies
{
    /// <summary>Share of the differing values that must speak for one file to be the earlier one …</summary>
    const double Clear = 0.8;

    /// <summary>… of at least so many.</summary>
    const int FewestVotes = 4;

    /// <summary>From here on two files are the same list, saved twice: which of them was made from a third is not known.</summary>
    const double SameList = 0.98;

    readonly IReadOnlyList<FileContent> _contents;
    readonly IReadOnlyList<IReadOnlyList<FileDelivery>> _deliveries;
    readonly CopyComparison _copies;
    readonly List<int>[] _sharing;
    readonly Dictionary<(int, int), (int Shared, double Likeness)> _pairs = [];
    readonly Dictionary<int, List<int>> _rowsOf = [];
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
        if (_pairs.Count == 0)
        {
            return edges;
        }

        Index();
        foreach (var ((a, b), (shared, likeness)) in _pairs)
        {
            var isSame = _sameAs[a] == _sameAs[b] && _sameAs[b] == a;
            if (_deliveries[a].Count > 0 && _deliveries[b].Count > 0)
            {
                continue;
            }

            if (isSame || (_sameAs[a] == a && _sameAs[b] == b && !IsKinThroughAnother(a, b, shared, likeness)))
            {
                edges.Add(Direct(a, b));
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

    void Index()
    {
        foreach (var content in _contents)
        {
            for (var i = 0; i < content.People.Length; i++)
            {
                if (!_rowsOf.TryGetValue(content.People[i], out var rows))
                {
                    _rowsOf[content.People[i]] = rows = [];
                }

                rows.Add(content.Rows[i]);
            }
        }
    }

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

    LineageEdge Direct(int a, int b)
    {
        var shared = _contents[a].SharedWith(_contents[b]);
        int forA = 0, forB = 0;
        for (int i = 0, at = 0; at < _contents[a].People.Length && i < shared.Count; at++)
        {
            if (_contents[a].Rows[at] != shared[i].Here)
            {
                continue;
            }

            var votes = 0;
            foreach (var third in _rowsOf[_contents[a].People[at]])
            {
                votes += third == shared[i].Here || third == shared[i].There ? 0 : _copies.Nearer(shared[i].Here, shared[i].There, third);
            }

            forA += votes > 0 ? 1 : 0;
            forB += votes < 0 ? 1 : 0;
            i++;
        }

        var isTold = forA + forB >= FewestVotes && Math.Max(forA, forB) >= Clear * (forA + forB);
        var (from, to) = isTold && forB > forA ? (b, a) : (a, b);
        return new LineageEdge(from, to, shared.Count, CopyComparison.IsSameOrder(shared), isTold ? LineageBasis.Values : LineageBasis.Unknown);
    }
}
