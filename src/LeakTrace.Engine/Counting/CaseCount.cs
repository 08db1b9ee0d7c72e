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

    CaseCount(CountedRows counted, DeliveryPlan deliveries)
    {
        _counted = counted;
        _deliveries = deliveries;
        _fileStarts = new int[counted.Rows.Files.Count + 1];
        foreach (var file in counted.Rows.FileOf)
        {
            _fileStarts[file + 1]++;
        }

        for (var f = 0; f < counted.Rows.Files.Count; f++)
        {
            _fileStarts[f + 1] += _fileStarts[f];
        }

        Statuses = new (RowStatus, string, int)[counted.Rows.Count];
    }

    /// <summary>Status, reason and counting row (or -1) of every row on its file's first edge.</summary>
    public (RowStatus Status, string Reason, int SameAs)[] Statuses { get; }

    /// <summary>Lines of the table.</summary>
    public IReadOnlyList<CountLine> Lines => _lines;

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
        var edges = _deliveries.Edges.Count;
        var byEdge = new Tally[edges];
        for (var e = 0; e < edges; e++)
        {
            byEdge[e] = CountScope(FilesOn(e, e), e).Tally;
        }

        var rest = CountScope(UndeliveredFiles(), -1).Tally;
        var all = new Tally();
        foreach (var tally in byEdge)
        {
            all.Add(tally);
        }

        all.Add(rest);
        _lines.Add(all.ToLine("all", ""));
        for (var e = 0; e < edges; e++)
        {
            _lines.Add(byEdge[e].ToLine("edge", _deliveries.KeyOf(e)));
        }

        if (edges > 0 && rest.ToLine("edge", Undelivered) is { Total: > 0 } undelivered)
        {
            _lines.Add(undelivered);
        }

        CountParties(byEdge);
    }

    void CountParties(Tally[] byEdge)
    {
        var sellers = new SortedDictionary<string, Tally>(StringComparer.Ordinal);
        var buyers = new SortedSet<string>(StringComparer.Ordinal);
        for (var e = 0; e < byEdge.Length; e++)
        {
            var (seller, buyer) = _deliveries.Edges[e];
            if (!sellers.TryGetValue(seller, out var sum))
            {
                sellers[seller] = sum = new Tally();
            }

            sum.Add(byEdge[e]);
            buyers.Add(buyer);
        }

        foreach (var (seller, sum) in sellers)
        {
            _lines.Add(sum.ToLine("seller", seller));
        }

        foreach (var buyer in buyers)
        {
            var files = FilesWhere(e => _deliveries.Edges[e].Buyer == buyer);
            _lines.Add(CountScope(files, -2).Tally.ToLine("buyer", buyer));
        }

        foreach (var party in Parties(sellers, buyers))
        {
            var files = FilesWhere(e => _deliveries.Edges[e].Buyer == party || _deliveries.Edges[e].Seller == party);
            _lines.Add(CountScope(files, -2).Tally.ToLine("party", party));
        }
    }

    static SortedSet<string> Parties(SortedDictionary<string, Tally> sellers, SortedSet<string> buyers)
    {
        var parties = new SortedSet<string>(buyers, StringComparer.Ordinal);
        parties.UnionWith(sellers.Keys);
        return parties;
    }

    void CountFiles()
    {
        for (var f = 0; f < _counted.Rows.Files.Count; f++)
        {
            _lines.Add(CountScope([(f, 0)], -2).Tally.ToLine("file", _counted.Rows.Files[f].File));
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
            for (var row = _fileStarts[file]; row < _fileStarts[file + 1]; row++)
            {
                var result = scope.Next(row);
                if (isFirstEdge)
                {
                    Statuses[row] = result;
                }
            }
        }

        return scope;
    }

    List<(int File, long SentAt)> FilesOn(int first, int last) => FilesWhere(e => e >= first && e <= last);

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
                sums[key] = tally = new Tally();
            }

            tally.Add(_counted, row, Statuses[row].Status);
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
