using LeakTrace.Engine.Blocking;
using LeakTrace.Engine.Scoring;

namespace LeakTrace.Engine.Entities;

/// <summary>Candidate records of every seized row, best first; those of row i are at <c>Starts[i]</c> to <c>Starts[i + 1]</c>.</summary>
public sealed class RowCandidates
{
    const double LeastBits = -10;

    RowCandidates(int[] starts, int[] records, ulong[] patterns, double[] weightBits)
    {
        Starts = starts;
        Records = records;
        Patterns = patterns;
        LinkBits = weightBits;
        SiblingBits = new double[records.Length];
        CopyBits = new double[records.Length];
        CopyShift = new double[records.Length];
        WeightBits = (double[])weightBits.Clone();
        Probabilities = new double[records.Length];
    }

    /// <summary>First candidate of each row, and one more.</summary>
    public int[] Starts { get; }

    /// <summary>Registry record of each candidate.</summary>
    public int[] Records { get; }

    /// <summary>Comparison pattern of each candidate.</summary>
    public ulong[] Patterns { get; }

    /// <summary>Match weight of each candidate in bits, from the comparison alone.</summary>
    public double[] LinkBits { get; }

    /// <summary>What other records of the same person add to each candidate in fields that it lacks, in bits.</summary>
    public double[] SiblingBits { get; }

    /// <summary>How well each record fits the row against the best of the same person's records, in bits ≤ 0; see <see cref="CopyEvidence"/>.</summary>
    public double[] CopyBits { get; }

    /// <summary>What copy evidence adds to each candidate, in bits.</summary>
    public double[] CopyShift { get; }

    /// <summary>Match weight of each candidate in bits, with siblings and the evidence of its source once that is known.</summary>
    public double[] WeightBits { get; }

    /// <summary>Probability after the candidates of a row have competed; see <see cref="Competition"/>.</summary>
    public double[] Probabilities { get; }

    /// <summary>Groups scored pairs by row; pairs below −10 bits are dropped.</summary>
    public static RowCandidates Group(CandidatePairs pairs, MatchModel model, int rows)
    {
        var starts = new int[rows + 1];
        var scores = new double[pairs.Count];
        for (var p = 0; p < pairs.Count; p++)
        {
            scores[p] = model.ScoreBits(pairs.Patterns[p]);
            starts[pairs.Left[p] + 1] += scores[p] >= LeastBits ? 1 : 0;
        }

        for (var row = 0; row < rows; row++)
        {
            starts[row + 1] += starts[row];
        }

        var order = new int[starts[rows]];
        var next = starts.AsSpan(0, rows).ToArray();
        for (var p = 0; p < pairs.Count; p++)
        {
            if (scores[p] >= LeastBits)
            {
                order[next[pairs.Left[p]]++] = p;
            }
        }

        var byWeight = Comparer<int>.Create((a, b) =>
            scores[a] != scores[b] ? scores[b].CompareTo(scores[a]) : pairs.Right[a].CompareTo(pairs.Right[b]));
        for (var row = 0; row < rows; row++)
        {
            Array.Sort(order, starts[row], starts[row + 1] - starts[row], byWeight);
        }

        var candidates = new RowCandidates(starts, new int[order.Length], new ulong[order.Length], new double[order.Length]);
        for (var i = 0; i < order.Length; i++)
        {
            candidates.Records[i] = pairs.Right[order[i]];
            candidates.Patterns[i] = pairs.Patterns[order[i]];
            candidates.LinkBits[i] = scores[order[i]];
            candidates.WeightBits[i] = scores[order[i]];
        }

        return candidates;
    }

    /// <summary>Weighs every candidate with what its record's source says, and puts the candidates of each row in order again.</summary>
    public void SetWeights(Func<int, double> sourceBitsOfRecord)
    {
        for (var c = 0; c < Records.Length; c++)
        {
            WeightBits[c] = LinkBits[c] + SiblingBits[c] + CopyShift[c] + sourceBitsOfRecord(Records[c]);
        }

        for (var row = 0; row + 1 < Starts.Length; row++)
        {
            Sort(Starts[row], Starts[row + 1]);
        }
    }

    /// <summary>Insertion sort: a row has few candidates, and they are nearly in order.</summary>
    void Sort(int first, int end)
    {
        for (var i = first + 1; i < end; i++)
        {
            for (var j = i; j > first && IsBefore(j, j - 1); j--)
            {
                (Records[j], Records[j - 1]) = (Records[j - 1], Records[j]);
                (Patterns[j], Patterns[j - 1]) = (Patterns[j - 1], Patterns[j]);
                (LinkBits[j], LinkBits[j - 1]) = (LinkBits[j - 1], LinkBits[j]);
                (SiblingBits[j], SiblingBits[j - 1]) = (SiblingBits[j - 1], SiblingBits[j]);
                (CopyBits[j], CopyBits[j - 1]) = (CopyBits[j - 1], CopyBits[j]);
                (CopyShift[j], CopyShift[j - 1]) = (CopyShift[j - 1], CopyShift[j]);
                (WeightBits[j], WeightBits[j - 1]) = (WeightBits[j - 1], WeightBits[j]);
            }
        }
    }

    bool IsBefore(int a, int b) => WeightBits[a] != WeightBits[b] ? WeightBits[a] > WeightBits[b] : Records[a] < Records[b];
}
