namespace LeakTrace.Engine.Attribution;

/// <summary>
/// Which seized file was made from which: direct edges, not all ancestors. A file that was sent is explained by the files that its
/// sender had received before, the one that explains most first and then what adds to it; so a grandparent, whose people came
/// through the parent, adds nothing, and a mixture has two parents.
/// </summary>
public sealed class ResaleGraph
{
    /// <summary>People that a parent must explain.</summary>
    const int FewestPeople = 3;

    /// <summary>Share of the later file that it must explain …</summary>
    const double LeastOfChild = 0.04;

    /// <summary>… or share of the earlier one that must be in the later: a short list that went whole into a long one.</summary>
    const double LeastOfParent = 0.3;

    /// <summary>Who explains nearly as much is as good: then the values decide, then the time.</summary>
    const double NearlyAsMuch = 0.93;

    readonly IReadOnlyList<FileContent> _contents;
    readonly IReadOnlyList<IReadOnlyList<FileDelivery>> _deliveries;
    readonly CopyComparison _copies;
    readonly List<int>[] _sharing;
    readonly Dictionary<string, HashSet<string>> _reached;
    readonly List<LineageEdge> _edges = [];

    ResaleGraph(
        IReadOnlyList<FileContent> contents, IReadOnlyList<IReadOnlyList<FileDelivery>> deliveries, CopyComparison copies)
    {
        _contents = contents;
        _deliveries = deliveries;
        _copies = copies;
        _sharing = FilePairs.Sharing(contents);
        _reached = TradeRoutes.Reached(deliveries);
    }

    /// <summary>The edges, by earlier and later file.</summary>
    /// <param name="contents">Who is in each file.</param>
    /// <param name="deliveries">Deliveries of each file, earliest first; may be empty.</param>
    /// <param name="table">The rows that <paramref name="contents"/> speaks of.</param>
    public static List<LineageEdge> Build(
        IReadOnlyList<FileContent> contents, IReadOnlyList<IReadOnlyList<FileDelivery>> deliveries, Records.RecordTable table)
    {
        var graph = new ResaleGraph(contents, deliveries, new CopyComparison(table));
        for (var file = 0; file < contents.Count; file++)
        {
            if (deliveries[file].Count > 0)
            {
                graph.AddParents(file);
            }
        }

        graph._edges.AddRange(new UndatedCopies(contents, deliveries, graph._copies, graph._sharing).Edges());
        graph._edges.Sort((a, b) => a.From != b.From ? a.From.CompareTo(b.From) : a.To.CompareTo(b.To));
        return graph._edges;
    }

    /// <summary>Whether so many shared people are more than chance, of files so large.</summary>
    internal static bool IsEnough(int explained, int ofParent, int ofChild) =>
        explained >= FewestPeople && (explained >= LeastOfChild * ofChild || explained >= LeastOfParent * ofParent);

    void AddParents(int file)
    {
        var first = _deliveries[file][0];
        var direct = new List<int>();
        var distant = new List<int>();
        foreach (var other in _sharing[file])
        {
            if (_deliveries[other].Count == 0)
            {
                continue;
            }

            if (HadReceived(first, other))
            {
                direct.Add(other);
            }
            else if (MayHaveComeThrough(first, other))
            {
                distant.Add(other);
            }
        }

        var open = new HashSet<int>(_contents[file].People);
        Explain(file, direct, open);
        Explain(file, distant, open);
    }

    /// <summary>Whether the sender had received another file before sending this one.</summary>
    bool HadReceived(FileDelivery sent, int other)
    {
        foreach (var delivery in _deliveries[other])
        {
            if (delivery.Buyer == sent.Seller && IsBefore(delivery, sent))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether another file may have reached the sender through parties of whom no file was found.</summary>
    bool MayHaveComeThrough(FileDelivery sent, int other)
    {
        foreach (var delivery in _deliveries[other])
        {
            if (delivery.Seller != sent.Seller && delivery.Buyer != sent.Buyer && IsBefore(delivery, sent)
                && _reached.TryGetValue(delivery.Buyer, out var reached) && reached.Contains(sent.Seller))
            {
                return true;
            }
        }

        return false;
    }

    static bool IsBefore(FileDelivery earlier, FileDelivery later) =>
        earlier.SentAt < later.SentAt || !earlier.IsTimed || !later.IsTimed;

    void Explain(int file, List<int> candidates, HashSet<int> open)
    {
        while (candidates.Count > 0 && open.Count > 0)
        {
            var best = BestOf(file, candidates, open);
            if (best < 0)
            {
                return;
            }

            Add(best, file);
            open.ExceptWith(_contents[best].People);
            candidates.Remove(best);
        }
    }

    int BestOf(int file, List<int> candidates, HashSet<int> open)
    {
        var explained = new int[candidates.Count];
        var most = 0;
        for (var i = 0; i < explained.Length; i++)
        {
            explained[i] = CountIn(open, _contents[candidates[i]].People);
            most = Math.Max(most, explained[i]);
        }

        var best = -1;
        double likeness = -1;
        for (var i = 0; i < explained.Length; i++)
        {
            var candidate = candidates[i];
            if (explained[i] < NearlyAsMuch * most || !IsEnough(explained[i], _contents[candidate].People.Length, _contents[file].People.Length))
            {
                continue;
            }

            // The last one received before is meant where values do not tell.
            var alike = _copies.Likeness(_contents[file].SharedWith(_contents[candidate]));
            if (best < 0 || alike > likeness + 0.01 || (alike > likeness - 0.01 && FirstSentAt(candidate) > FirstSentAt(best)))
            {
                (best, likeness) = (candidate, alike);
            }
        }

        return best;
    }

    long FirstSentAt(int file) => _deliveries[file][0].IsTimed ? _deliveries[file][0].SentAt : long.MinValue;

    static int CountIn(HashSet<int> open, int[] people)
    {
        var count = 0;
        foreach (var person in people)
        {
            count += open.Contains(person) ? 1 : 0;
        }

        return count;
    }

    void Add(int from, int to)
    {
        var shared = _contents[from].SharedWith(_contents[to]);
        var isTimed = _deliveries[from][0].IsTimed && _deliveries[to][0].IsTimed;
        _edges.Add(new LineageEdge(
            from, to, shared.Count, CopyComparison.IsSameOrder(shared), isTimed ? LineageBasis.Delivery : LineageBasis.Parties));
    }
}
