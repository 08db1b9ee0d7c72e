namespace LeakTrace.Engine.Linking.Groups;

/// <summary>
/// Clusters that do not chain. Links are taken best first; two clusters are joined where the evidence between all their records, for and against, compared
/// before or not, adds up to a match on average (average linkage on match weights; a greedy form of correlation clustering, Bansal, Blum and Chawla 2004).
/// </summary>
sealed class Agglomeration
{
    const double StrongestBits = 12;
    const int MostCompared = 600;

    readonly PairWeights _weights;
    readonly List<int>[] _members;
    readonly int[] _cluster;

    /// <summary>Creates clusters of one record each.</summary>
    /// <param name="records">Number of records.</param>
    /// <param name="weights">Match weights of records.</param>
    public Agglomeration(int records, PairWeights weights)
    {
        _weights = weights;
        _members = new List<int>[records];
        _cluster = new int[records];
        for (var i = 0; i < records; i++)
        {
            _members[i] = [i];
            _cluster[i] = i;
        }
    }

    /// <summary>Cluster of each record, named by its smallest record.</summary>
    public int[] Clusters => _cluster;

    /// <summary>Joins along links in their order; a link refused is tried again when the others are done.</summary>
    /// <returns>For each link whether it joined two clusters.</returns>
    public bool[] Join(ReadOnlySpan<int> left, ReadOnlySpan<int> right, int[] order, CancellationToken cancellation = default)
    {
        var joined = new bool[left.Length];
        for (var round = 0; round < 3; round++)
        {
            var changed = false;
            foreach (var link in order)
            {
                cancellation.ThrowIfCancellationRequested();
                int a = _cluster[left[link]], b = _cluster[right[link]];
                if (a != b && (_members[a].Count == 1 && _members[b].Count == 1 && round == 0 || AverageToMatch(_members[a], _members[b])))
                {
                    Unite(Math.Min(a, b), Math.Max(a, b));
                    joined[link] = true;
                    changed = true;
                }
            }

            if (!changed)
            {
                break;
            }
        }

        return joined;
    }

    void Unite(int low, int high)
    {
        foreach (var record in _members[high])
        {
            _cluster[record] = low;
        }

        _members[low].AddRange(_members[high]);
        _members[high].Clear();
    }

    /// <summary>Whether the weights between two clusters, each bounded, are a match on average; of very large clusters, of evenly spaced pairs.</summary>
    bool AverageToMatch(List<int> first, List<int> second)
    {
        var pairs = (long)first.Count * second.Count;
        var step = Math.Max(1, pairs / MostCompared);
        double sum = 0;
        for (long i = 0; i < pairs; i += step)
        {
            int a = first[(int)(i / second.Count)], b = second[(int)(i % second.Count)];
            sum += Math.Clamp(_weights.Between(Math.Min(a, b), Math.Max(a, b)), -StrongestBits, StrongestBits);
            var open = (pairs - 1 - i) / step * StrongestBits;
            if (Math.Abs(sum) > open)
            {
                // Whatever the others are, they do not turn it.
                return sum > 0;
            }
        }

        return sum >= 0;
    }
}
