namespace LeakTrace.Engine.Entities;

/// <summary>Collects the registry units that counted rows match.</summary>
public sealed class SeizedPeople
{
    const double LeastProbability = 0.05;
    const double LeastCopyBits = -30;
    readonly SortedDictionary<int, Finding> _findings = [];

    /// <summary>Adds a row's candidates.</summary>
    /// <param name="candidates">Candidates of all rows, after competition.</param>
    /// <param name="row">Row that identifies someone.</param>
    /// <param name="units">Units of records.</param>
    /// <param name="deliveries">Edges and times of the row's file.</param>
    public void Add(RowCandidates candidates, int row, RegistryUnits units, IReadOnlyList<(int Edge, long SentAt)> deliveries)
    {
        for (var c = candidates.Starts[row]; c < candidates.Starts[row + 1]; c++)
        {
            if (candidates.Probabilities[c] < LeastProbability)
            {
                continue;
            }

            var unit = units.Of(candidates.Records[c]);
            if (!_findings.TryGetValue(unit, out var finding))
            {
                _findings[unit] = finding = new Finding();
            }

            finding.Probability = Math.Max(finding.Probability, candidates.Probabilities[c]);
            ref var bits = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(finding.Bits, candidates.Records[c], out var known);
            var copy = candidates.LinkBits[c] + candidates.SiblingBits[c];
            bits = known ? Math.Max(bits, copy) : copy;
            foreach (var (edge, sentAt) in deliveries)
            {
                finding.Add(edge, sentAt);
            }
        }
    }

    /// <summary>Everyone found, by unit.</summary>
    public List<SeizedPerson> ToList()
    {
        var people = new List<SeizedPerson>(_findings.Count);
        foreach (var (unit, finding) in _findings)
        {
            var records = new int[finding.Bits.Count];
            finding.Bits.Keys.CopyTo(records, 0);
            Array.Sort(records);
            var copy = new double[records.Length];
            var best = double.NegativeInfinity;
            foreach (var bits in finding.Bits.Values)
            {
                best = Math.Max(best, bits);
            }

            for (var i = 0; i < records.Length; i++)
            {
                copy[i] = Math.Max(LeastCopyBits, finding.Bits[records[i]] - best);
            }

            people.Add(new SeizedPerson(unit, finding.Probability, finding.FirstSentAt, records, copy, finding.Edges, finding.FirstEdges));
        }

        return people;
    }

    sealed class Finding
    {
        public double Probability { get; set; }

        public long FirstSentAt { get; set; } = long.MaxValue;

        public Dictionary<int, double> Bits { get; } = [];

        public SortedSet<int> Edges { get; } = [];

        public SortedSet<int> FirstEdges { get; } = [];

        public void Add(int edge, long sentAt)
        {
            Edges.Add(edge);
            if (sentAt < FirstSentAt)
            {
                FirstSentAt = sentAt;
                FirstEdges.Clear();
            }

            if (sentAt == FirstSentAt)
            {
                FirstEdges.Add(edge);
            }
        }
    }
}
