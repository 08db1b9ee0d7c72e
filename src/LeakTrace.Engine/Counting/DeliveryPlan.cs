using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Counting;

/// <summary>Which seized file went over which edge, seller → buyer, and when.</summary>
public sealed class DeliveryPlan
{
    readonly List<(int Edge, long SentAt)>[] _ofFile;
    readonly List<int>[] _membersOf;

    /// <summary>Resolves deliveries to files; what names no file becomes a problem.</summary>
    public DeliveryPlan(IReadOnlyList<InputFile> files, IReadOnlyList<Delivery> deliveries)
    {
        _membersOf = MembersOf(files);
        _ofFile = new List<(int, long)>[files.Count];
        for (var f = 0; f < files.Count; f++)
        {
            _ofFile[f] = [];
        }

        var edges = new SortedDictionary<string, (string Seller, string Buyer)>(StringComparer.Ordinal);
        foreach (var delivery in deliveries)
        {
            edges[KeyOf(delivery)] = (delivery.Seller, delivery.Buyer);
        }

        var number = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (key, edge) in edges)
        {
            number[key] = Edges.Count;
            Edges.Add(edge);
        }

        var byPath = new Dictionary<string, List<int>>(StringComparer.OrdinalIgnoreCase);
        for (var f = 0; f < files.Count; f++)
        {
            Index(byPath, "/" + files[f].File, f);
            Index(byPath, files[f].File[(files[f].File.LastIndexOf('/') + 1)..], f);
        }

        foreach (var delivery in deliveries)
        {
            Place(delivery, number[KeyOf(delivery)], byPath);
        }

        foreach (var list in _ofFile)
        {
            list.Sort((a, b) => a.SentAt != b.SentAt ? a.SentAt.CompareTo(b.SentAt) : a.Edge.CompareTo(b.Edge));
            KeepFirstOfEdge(list);
        }
    }

    /// <summary>Edges in ordinal order of their key.</summary>
    public List<(string Seller, string Buyer)> Edges { get; } = [];

    /// <summary>Deliveries that could not be resolved.</summary>
    public List<Problem> Problems { get; } = [];

    /// <summary>Whether any delivery is known.</summary>
    public bool IsKnown => Edges.Count > 0;

    /// <summary>Key of an edge as it stands in tables.</summary>
    public string KeyOf(int edge) => Edges[edge].Seller + "→" + Edges[edge].Buyer;

    /// <summary>Deliveries of a file, earliest first; times in seconds as in <see cref="PackedDate.InstantOf"/>, long.MaxValue where unknown.</summary>
    public IReadOnlyList<(int Edge, long SentAt)> Of(int file) => _ofFile[file];

    /// <summary>When a file was first delivered, long.MaxValue where unknown.</summary>
    public long FirstSentAt(int file) => _ofFile[file].Count == 0 ? long.MaxValue : _ofFile[file][0].SentAt;

    static string KeyOf(Delivery delivery) => delivery.Seller + "→" + delivery.Buyer;

    static void KeepFirstOfEdge(List<(int Edge, long SentAt)> list)
    {
        for (var i = list.Count - 1; i > 0; i--)
        {
            for (var earlier = 0; earlier < i; earlier++)
            {
                if (list[earlier].Edge == list[i].Edge)
                {
                    list.RemoveAt(i);
                    break;
                }
            }
        }
    }

    static void Index(Dictionary<string, List<int>> byPath, string name, int file)
    {
        if (!byPath.TryGetValue(name, out var list))
        {
            byPath[name] = list = [];
        }

        list.Add(file);
    }

    void Place(Delivery delivery, int edge, Dictionary<string, List<int>> byPath)
    {
        var name = delivery.File.Replace('\\', '/').TrimStart('/');
        if (name.StartsWith("seized/", StringComparison.OrdinalIgnoreCase))
        {
            name = name["seized/".Length..];
        }

        // A whole path is meant before a mere name.
        if (!byPath.TryGetValue("/" + name, out var files) && !byPath.TryGetValue(name[(name.LastIndexOf('/') + 1)..], out files))
        {
            Problems.Add(new Problem(delivery.List, "", delivery.Row, Severity.Warning, "delivery-without-file",
                $"{delivery.List}, row {delivery.Row}: no seized file is named '{name}'. Give its name or its path below seized/."));
            return;
        }

        if (files.Count > 1)
        {
            Problems.Add(new Problem(delivery.List, "", delivery.Row, Severity.Warning, "delivery-ambiguous",
                $"{delivery.List}, row {delivery.Row}: {files.Count} seized files are named '{name}'; the delivery is taken to hold for each. Give the path below seized/ to tell them apart."));
        }

        var sentAt = delivery.SentAt == 0 ? long.MaxValue : PackedDate.InstantOf(delivery.SentAt);
        foreach (var file in files)
        {
            _ofFile[file].Add((edge, sentAt));
            foreach (var member in _membersOf[file])
            {
                _ofFile[member].Add((edge, sentAt));
            }
        }
    }

    // An archive that was delivered was delivered with all that is in it.
    static List<int>[] MembersOf(IReadOnlyList<InputFile> files)
    {
        var members = new List<int>[files.Count];
        var archives = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var f = 0; f < files.Count; f++)
        {
            members[f] = [];
            archives[files[f].File] = f;
        }

        for (var f = 0; f < files.Count; f++)
        {
            for (var at = files[f].File.IndexOf("!/", StringComparison.Ordinal); at > 0; at = files[f].File.IndexOf("!/", at + 2, StringComparison.Ordinal))
            {
                if (archives.TryGetValue(files[f].File[..at], out var archive))
                {
                    members[archive].Add(f);
                }
            }
        }

        return members;
    }
}
