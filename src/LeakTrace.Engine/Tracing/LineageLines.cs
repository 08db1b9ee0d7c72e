using System.Globalization;
using LeakTrace.Engine.Attribution;
using LeakTrace.Engine.Counting;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Tracing;

/// <summary>Writes the tables <c>lineage</c> and <c>flows</c>.</summary>
sealed class LineageLines
{
    const long SecondsPerDay = 86_400;
    readonly SeizedRows _rows;
    readonly DeliveryPlan _deliveries;
    readonly FileContent[] _contents;

    /// <summary>Takes the rows with whose information each is, -1 where nobody's.</summary>
    public LineageLines(SeizedRows rows, int[] cluster, DeliveryPlan deliveries)
    {
        _rows = rows;
        _deliveries = deliveries;
        _contents = FileContent.OfAll(rows, cluster);
    }

    /// <summary>Lines by earlier and later file.</summary>
    public List<LineageLine> Lineage()
    {
        var ofFiles = new IReadOnlyList<FileDelivery>[_contents.Length];
        for (var f = 0; f < ofFiles.Length; f++)
        {
            var list = new List<FileDelivery>();
            foreach (var (edge, sentAt) in _deliveries.Of(f))
            {
                list.Add(new FileDelivery(_deliveries.Edges[edge].Seller, _deliveries.Edges[edge].Buyer, sentAt));
            }

            ofFiles[f] = list;
        }

        var lines = new List<LineageLine>();
        foreach (var edge in ResaleGraph.Build(_contents, ofFiles, _rows.Table))
        {
            lines.Add(new LineageLine(
                _rows.Files[edge.From].File, _rows.Files[edge.To].File, edge.Shared,
                (double)edge.Shared / _contents[edge.To].People.Length, edge.IsSameOrder, edge.Basis == LineageBasis.Delivery ? true : null,
                (double)edge.Shared / _contents[edge.From].People.Length, NameOf(edge.Basis)));
        }

        return lines;
    }

    /// <summary>Lines by seller and buyer.</summary>
    /// <param name="counts">The counts, of which those of edges are used.</param>
    public List<FlowLine> Flows(IReadOnlyList<CountLine> counts)
    {
        var valid = new Dictionary<string, CountLine>(StringComparer.Ordinal);
        foreach (var count in counts)
        {
            if (count.Scope == "edge")
            {
                valid[count.Key] = count;
            }
        }

        var people = FirstOnEdges();
        var lines = new List<FlowLine>();
        for (var edge = 0; edge < _deliveries.Edges.Count; edge++)
        {
            var (files, first, last) = FilesOf(edge);
            if (files == 0)
            {
                continue;
            }

            var (seller, buyer) = _deliveries.Edges[edge];
            var count = valid.GetValueOrDefault(_deliveries.KeyOf(edge));
            lines.Add(new FlowLine(
                seller, buyer, files, count?.Total ?? 0, count?.Valid ?? 0, Resold(edge, people), TextOf(first), TextOf(last)));
        }

        return lines;
    }

    static string NameOf(LineageBasis basis) => basis switch
    {
        LineageBasis.Delivery => "delivery",
        LineageBasis.Parties => "parties",
        _ => "open",
    };

    (int Files, long First, long Last) FilesOf(int edge)
    {
        int files = 0;
        long first = long.MaxValue, last = long.MinValue;
        for (var f = 0; f < _contents.Length; f++)
        {
            foreach (var (other, sentAt) in _deliveries.Of(f))
            {
                if (other == edge)
                {
                    files++;
                    first = Math.Min(first, sentAt);
                    last = sentAt == long.MaxValue ? last : Math.Max(last, sentAt);
                }
            }
        }

        return (files, first, last);
    }

    /// <summary>For each edge, its people with the time when each first went over it.</summary>
    Dictionary<int, long>[] FirstOnEdges()
    {
        var people = new Dictionary<int, long>[_deliveries.Edges.Count];
        for (var edge = 0; edge < people.Length; edge++)
        {
            people[edge] = [];
        }

        for (var f = 0; f < _contents.Length; f++)
        {
            foreach (var (edge, sentAt) in _deliveries.Of(f))
            {
                foreach (var person in _contents[f].People)
                {
                    people[edge][person] = Math.Min(sentAt, people[edge].GetValueOrDefault(person, long.MaxValue));
                }
            }
        }

        return people;
    }

    long Resold(int edge, Dictionary<int, long>[] people)
    {
        long resold = 0;
        foreach (var (person, sentAt) in people[edge])
        {
            var had = false;
            for (var other = 0; other < people.Length && !had; other++)
            {
                had = _deliveries.Edges[other].Buyer == _deliveries.Edges[edge].Seller
                    && people[other].TryGetValue(person, out var receivedAt)
                    && (receivedAt < sentAt || receivedAt == long.MaxValue || sentAt == long.MaxValue);
            }

            resold += had ? 1 : 0;
        }

        return resold;
    }

    static string TextOf(long seconds) => seconds is long.MaxValue or long.MinValue ? ""
        : DateOnly.FromDayNumber((int)(seconds / SecondsPerDay)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            + TimeSpan.FromSeconds(seconds % SecondsPerDay).ToString(@"'T'hh\:mm\:ss", CultureInfo.InvariantCulture);
}
