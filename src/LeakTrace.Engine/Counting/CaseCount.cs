using LeakTrace.Engine.Tracing;

namespace LeakTrace.Engine.Counting;

/// <summary>Counts a case in all scopes of the table <c>counts</c>, and gives every row its status on its file's first edge.</summary>
public sealed class CaseCount
{
    const string Undelivered = "?→?";
    readonly CountedRows _counted;
    readonly DeliveryPlan _deliveries;
    readonly int[] _fileStarts;
    readonly List<CountLine> _lines = [];
    readonly List<ScopeFigures> _figures = [];
    readonly Dictionary<(int Edge, int File), long> _delivered = [];
    readonly int _recordTiers;

    CaseCount(CountedRows counted, DeliveryPlan deliveries)
    {
        _counted = counted;
        _deliveries = deliveries;
        _recordTiers = counted.Policy.RecordTiers.Count;
        _fileStarts = new int[counted.Rows.Files.Count + 1];
        foreach (var file in counted.Rows.FileOf)
        {
            _fileStarts[file + 1]++;
        }

        for (var f = 0; f < counted.Rows.Files.Count; f++)
        {
            _fileStarts[f + 1] += _fileStarts[f];
        }

        Statuses = new RowOutcome[counted.Rows.Count];
        IsValidInFile = new bool[counted.Rows.Count];
    }

    /// <summary>Status, reason and counting row (or -1) of every row on its file's first edge.</summary>
    public RowOutcome[] Statuses { get; }

    /// <summary>Whether each row counts within its own file.</summary>
    public bool[] IsValidInFile { get; }

    /// <summary>Lines of the table.</summary>
    public IReadOnlyList<CountLine> Lines => _lines;

    /// <summary>What thresholds need to know: the seizure, edges, sellers, buyers, parties.</summary>
    public IReadOnlyList<ScopeFigures> Figures => _figures;

    /// <summary>Number of seized files.</summary>
    public int Files => _counted.Rows.Files.Count;

    /// <summary>Rows of a file that count on an edge; those of the edge -1 where no delivery names the file.</summary>
    public long DeliveredValid(int edge, int file) => _delivered.GetValueOrDefault((edge, file));

    /// <summary>Counts.</summary>
    /// <param name="counted">The rows.</param>
    /// <param name="deliveries">Edges; where none is known the scope is the whole seizure.</param>
    /// <param name="sourceOf">Source of each row, empty where none matched.</param>
    public static CaseCount Run(CountedRows counted, DeliveryPlan deliveries, string[] sourceOf)
    {
        var count = new CaseCount(counted, deliveries);
        count.CountEdges();
        count.CountFiles();
        count.SumBy("source", row => sourceOf[row]);
        count.SumBy("month", row => count.MonthOf(counted.Rows.FileOf[row]));
        return count;
    }

    void CountEdges()
    {
        var edges = new ScopeCount[_deliveries.Edges.Count];
        for (var e = 0; e < edges.Length; e++)
        {
            edges[e] = CountScope(FilesOn(e), e);
        }

        var rest = CountScope(UndeliveredFiles(), -1).Tally;
        var all = new Tally(_counted.UniversalTiers);
        foreach (var edge in edges)
        {
            all.Add(edge.Tally);
        }

        all.Add(rest);
        Add("all", "", "", "", all);
        for (var e = 0; e < edges.Length; e++)
        {
            var (seller, buyer) = _deliveries.Edges[e];
            Add("edge", _deliveries.KeyOf(e), seller, buyer, edges[e].Tally, PartyCount.Own(_counted, _deliveries, edges, seller, e));
        }

        if (edges.Length > 0 && rest.ToLine("edge", Undelivered) is { Total: > 0 } undelivered)
        {
            _lines.Add(undelivered);
        }

        CountParties(edges);
    }

    void CountParties(ScopeCount[] edges)
    {
        var sellers = new SortedDictionary<string, Tally>(StringComparer.Ordinal);
        var buyers = new SortedSet<string>(StringComparer.Ordinal);
        for (var e = 0; e < edges.Length; e++)
        {
            var (seller, buyer) = _deliveries.Edges[e];
            if (!sellers.TryGetValue(seller, out var sum))
            {
                sellers[seller] = sum = new Tally(_counted.UniversalTiers);
            }

            sum.Add(edges[e].Tally);
            buyers.Add(buyer);
        }

        foreach (var (seller, sum) in sellers)
        {
            Add("seller", seller, seller, "", sum, PartyCount.Own(_counted, _deliveries, edges, seller, -1));
        }

        foreach (var buyer in buyers)
        {
            var files = FilesWhere(e => _deliveries.Edges[e].Buyer == buyer);
            Add("buyer", buyer, "", buyer, CountScope(files, -2).Tally);
        }

        var parties = new SortedSet<string>(buyers, StringComparer.Ordinal);
        parties.UnionWith(sellers.Keys);
        foreach (var party in parties)
        {
            var files = FilesWhere(e => _deliveries.Edges[e].Buyer == party || _deliveries.Edges[e].Seller == party);
            Add("party", party, sellers.ContainsKey(party) ? party : "", buyers.Contains(party) ? party : "", CountScope(files, -2).Tally,
                sellers.ContainsKey(party) ? PartyCount.Own(_counted, _deliveries, edges, party, -1) : null,
                PartyCount.Accumulated(_counted, _deliveries, edges, party));
        }
    }

    void Add(string scope, string key, string seller, string buyer, Tally tally, PartyShare? own = null, PartyShare? accumulated = null)
    {
        _lines.Add(tally.ToLine(scope, key));
        _figures.Add(ScopeFigures.Of(scope, key, seller, buyer, tally, _recordTiers, own, accumulated));
    }

    void CountFiles()
    {
        for (var f = 0; f < _counted.Rows.Files.Count; f++)
        {
            var scope = new ScopeCount(_counted);
            for (var row = _fileStarts[f]; row < _fileStarts[f + 1]; row++)
            {
                IsValidInFile[row] = scope.Next(row).Status == RowStatus.Valid;
            }

            _lines.Add(scope.Tally.ToLine("file", _counted.Rows.Files[f].File));
        }
    }

    /// <summary>Counts files in evidence order: delivery time, then path; rows are in order of sheet and row already.</summary>
    /// <param name="files">Files with their delivery times.</param>
    /// <param name="edge">Edge whose statuses are those of the rows, -1 for undelivered files, -2 for neither.</param>
    ScopeCount CountScope(List<(int File, long SentAt)> files, int edge)
    {
        files.Sort((a, b) => a.SentAt != b.SentAt ? a.SentAt.CompareTo(b.SentAt) : a.File.CompareTo(b.File));
        var scope = new ScopeCount(_counted);
        foreach (var (file, _) in files)
        {
            var isFirstEdge = edge == -1 || (edge >= 0 && _deliveries.Of(file)[0].Edge == edge);
            var before = scope.Tally.Valid;
            for (var row = _fileStarts[file]; row < _fileStarts[file + 1]; row++)
            {
                var result = scope.Next(row);
                if (isFirstEdge)
                {
                    Statuses[row] = result;
                }
            }

            if (edge >= -1)
            {
                _delivered[(edge, file)] = scope.Tally.Valid - before;
            }
        }

        return scope;
    }

    List<(int File, long SentAt)> FilesOn(int edge) => FilesWhere(e => e == edge);

    List<(int File, long SentAt)> FilesWhere(Func<int, bool> isInScope)
    {
        var files = new List<(int, long)>();
        for (var f = 0; f < _counted.Rows.Files.Count; f++)
        {
            foreach (var (edge, sentAt) in _deliveries.Of(f))
            {
                if (isInScope(edge))
                {
                    files.Add((f, sentAt));
                    break;
                }
            }
        }

        return files;
    }

    List<(int File, long SentAt)> UndeliveredFiles()
    {
        var files = new List<(int, long)>();
        for (var f = 0; f < _counted.Rows.Files.Count; f++)
        {
            if (_deliveries.Of(f).Count == 0)
            {
                files.Add((f, 0));
            }
        }

        return files;
    }

    void SumBy(string scope, Func<int, string> keyOf)
    {
        var sums = new SortedDictionary<string, Tally>(StringComparer.Ordinal);
        for (var row = 0; row < _counted.Rows.Count; row++)
        {
            var key = keyOf(row);
            if (!sums.TryGetValue(key, out var tally))
            {
                sums[key] = tally = new Tally(~0);
            }

            tally.Add(_counted, row, Statuses[row]);
        }

        foreach (var (key, tally) in sums)
        {
            _lines.Add(tally.ToLine(scope, key));
        }
    }

    /// <summary>Month of the file's first delivery as <c>2021-03</c>; empty where no time is known.</summary>
    string MonthOf(int file)
    {
        var sentAt = _deliveries.FirstSentAt(file);
        return sentAt is long.MaxValue or < 0 ? ""
            : DateOnly.FromDayNumber((int)(sentAt / 86_400)).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
    }
}
