using System.Runtime.InteropServices;

namespace LeakTrace.Engine.Entities;

/// <summary>Collects the registry units that counted rows match.</summary>
public sealed class SeizedPeople
{
    const double LeastProbability = 0.05;
    const double LeastCopyBits = -30;
    readonly List<Finding> _findings = [];
    readonly List<IReadOnlyList<(int Edge, long SentAt)>> _routes = [];
    readonly List<Journey?> _journeys = [];

    /// <summary>Adds a row's candidates.</summary>
    /// <param name="candidates">Candidates of all rows, after competition.</param>
    /// <param name="row">Row that identifies someone.</param>
    /// <param name="units">Units of records.</param>
    /// <param name="deliveries">Edges and times of the row's file.</param>
    public void Add(RowCandidates candidates, int row, RegistryUnits units, IReadOnlyList<(int Edge, long SentAt)> deliveries)
    {
        // The rows of a file come one after another.
        if (_routes.Count == 0 || !ReferenceEquals(_routes[^1], deliveries))
        {
            _routes.Add(deliveries);
        }

        for (var c = candidates.Starts[row]; c < candidates.Starts[row + 1]; c++)
        {
            if (candidates.Probabilities[c] >= LeastProbability)
            {
                _findings.Add(new Finding(
                    units.Of(candidates.Records[c]), candidates.Records[c], candidates.Probabilities[c], candidates.CopyBits[c], _routes.Count - 1));
            }
        }
    }

    /// <summary>Everyone found, by unit.</summary>
    public List<SeizedPerson> ToList()
    {
        var findings = CollectionsMarshal.AsSpan(_findings);
        findings.Sort((a, b) => a.Unit != b.Unit ? a.Unit.CompareTo(b.Unit)
            : a.Record != b.Record ? a.Record.CompareTo(b.Record)
            : a.Route != b.Route ? a.Route.CompareTo(b.Route) : a.CopyBits.CompareTo(b.CopyBits));
        var people = new List<SeizedPerson>();
        for (var first = 0; first < findings.Length;)
        {
            var end = first + 1;
            while (end < findings.Length && findings[end].Unit == findings[first].Unit)
            {
                end++;
            }

            people.Add(PersonOf(findings[first..end]));
            first = end;
        }

        return people;
    }

    SeizedPerson PersonOf(ReadOnlySpan<Finding> findings)
    {
        var count = 0;
        double probability = 0, best = double.NegativeInfinity;
        for (var i = 0; i < findings.Length; i++)
        {
            count += i == 0 || findings[i].Record != findings[i - 1].Record ? 1 : 0;
            probability = Math.Max(probability, findings[i].Probability);
            best = Math.Max(best, findings[i].CopyBits);
        }

        var records = new int[count];
        var copy = new double[count];
        Array.Fill(copy, LeastCopyBits);
        var at = -1;
        for (var i = 0; i < findings.Length; i++)
        {
            at += i == 0 || findings[i].Record != findings[i - 1].Record ? 1 : 0;
            records[at] = findings[i].Record;
            copy[at] = Math.Max(copy[at], findings[i].CopyBits - best);
        }

        var journey = JourneyOf(findings);
        return new SeizedPerson(findings[0].Unit, probability, journey.FirstSentAt, records, copy, journey.Edges, journey.FirstEdges);
    }

    /// <summary>Edges of a person; those of one file's people are the same.</summary>
    Journey JourneyOf(ReadOnlySpan<Finding> findings)
    {
        var route = findings[0].Route;
        foreach (var finding in findings)
        {
            if (finding.Route != route)
            {
                return Journey.Of(findings, _routes);
            }
        }

        while (_journeys.Count <= route)
        {
            _journeys.Add(null);
        }

        return _journeys[route] ??= Journey.Of(findings[..1], _routes);
    }

    readonly record struct Finding(int Unit, int Record, double Probability, double CopyBits, int Route);

    sealed record Journey(int[] Edges, int[] FirstEdges, long FirstSentAt)
    {
        public static Journey Of(ReadOnlySpan<Finding> findings, List<IReadOnlyList<(int Edge, long SentAt)>> routes)
        {
            var edges = new SortedSet<int>();
            var firstEdges = new SortedSet<int>();
            var firstSentAt = long.MaxValue;
            foreach (var finding in findings)
            {
                foreach (var (edge, sentAt) in routes[finding.Route])
                {
                    edges.Add(edge);
                    if (sentAt < firstSentAt)
                    {
                        firstSentAt = sentAt;
                        firstEdges.Clear();
                    }

                    if (sentAt == firstSentAt)
                    {
                        firstEdges.Add(edge);
                    }
                }
            }

            return new Journey([.. edges], [.. firstEdges], firstSentAt);
        }
    }
}
