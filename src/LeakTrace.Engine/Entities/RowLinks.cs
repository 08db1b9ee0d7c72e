using LeakTrace.Engine.Blocking;
using LeakTrace.Engine.Scoring;

namespace LeakTrace.Engine.Entities;

/// <summary>
/// How strongly seized rows are linked, whichever way links run through others: the weakest link of the strongest chain. Also who
/// might be one person at all, for the lower bound of a count.
/// </summary>
/// <remarks>
/// Links are taken best first, so that every union is at the weakest link of the strongest chain between its two sides (Kruskal's
/// maximum spanning tree).
/// </remarks>
public sealed class RowLinks
{
    readonly int[] _parents;
    readonly int[] _sizes;
    readonly double[] _bits;

    RowLinks(int rows)
    {
        _parents = new int[rows];
        _sizes = new int[rows];
        _bits = new double[rows];
        for (var row = 0; row < rows; row++)
        {
            _parents[row] = row;
            _sizes[row] = 1;
        }
    }

    /// <summary>Group of a row at the least weight: rows of different groups are surely of different people.</summary>
    public int GroupOf(int row)
    {
        while (_parents[row] != row)
        {
            row = _parents[row];
        }

        return row;
    }

    /// <summary>Evidence in bits, prior included, that two rows tell of one person's event; negative infinity where nothing links them.</summary>
    public double BitsBetween(int a, int b)
    {
        var bits = double.PositiveInfinity;
        while (a != b)
        {
            // The smaller side was hung below the larger: the row whose link is the stronger was united earlier, and climbs first.
            var climbsA = _parents[a] != a && (_parents[b] == b || _bits[a] >= _bits[b]);
            if (!climbsA && _parents[b] == b)
            {
                return double.NegativeInfinity;
            }

            ref var climber = ref climbsA ? ref a : ref b;
            bits = Math.Min(bits, _bits[climber]);
            climber = _parents[climber];
        }

        return bits;
    }

    /// <summary>Links rows.</summary>
    /// <param name="unitOfRow">Registry unit that a row is matched to, -1 where none.</param>
    /// <param name="unitProbability">Probability of that match.</param>
    /// <param name="sure">Probability from which two rows matched to different units are of different people, whatever links them.</param>
    /// <param name="identifies">Whether a row identifies someone; others are not linked.</param>
    /// <param name="links">Pairs of rows.</param>
    /// <param name="model">Model with the prior of pairs of rows.</param>
    /// <param name="leastBits">Weight from which rows might be one person's.</param>
    /// <param name="areOnePerson">Whether two units are events of one person: a date written wrongly takes a row from one to the other.</param>
    public static RowLinks Build(
        int[] unitOfRow, double[] unitProbability, double sure, bool[] identifies, CandidatePairs links, MatchModel model, double leastBits,
        Func<int, int, bool> areOnePerson)
    {
        var result = new RowLinks(unitOfRow.Length);
        var edges = new List<(double Bits, int A, int B)>();
        var firstOfUnit = new Dictionary<int, int>();
        for (var row = 0; row < unitOfRow.Length; row++)
        {
            if (identifies[row] && unitOfRow[row] >= 0 && !firstOfUnit.TryAdd(unitOfRow[row], row))
            {
                var first = firstOfUnit[unitOfRow[row]];
                edges.Add((BitsOf(unitProbability[first] * unitProbability[row]), first, row));
            }
        }

        for (var p = 0; p < links.Count; p++)
        {
            int a = links.Left[p], b = links.Right[p];
            var bits = model.ScoreBits(links.Patterns[p]);
            if (bits >= leastBits && identifies[a] && identifies[b] && !RegistryUnits.AreOtherEvents(links.Patterns[p])
                && (unitOfRow[a] < 0 || unitOfRow[b] < 0 || unitProbability[a] < sure || unitProbability[b] < sure
                    || areOnePerson(unitOfRow[a], unitOfRow[b])))
            {
                edges.Add((bits, a, b));
            }
        }

        edges.Sort((x, y) => x.Bits != y.Bits ? y.Bits.CompareTo(x.Bits) : x.A != y.A ? x.A.CompareTo(y.A) : x.B.CompareTo(y.B));
        foreach (var (bits, a, b) in edges)
        {
            result.Unite(a, b, bits);
        }

        return result;
    }

    static double BitsOf(double probability) => probability >= 1 ? 64 : Math.Log2(probability / (1 - probability));

    // Without path compression: the tree keeps at which weight each part joined. By size its depth stays logarithmic.
    void Unite(int a, int b, double bits)
    {
        a = GroupOf(a);
        b = GroupOf(b);
        if (a == b)
        {
            return;
        }

        var (larger, smaller) = _sizes[a] != _sizes[b] ? (_sizes[a] > _sizes[b] ? (a, b) : (b, a)) : (Math.Min(a, b), Math.Max(a, b));
        _parents[smaller] = larger;
        _sizes[larger] += _sizes[smaller];
        _bits[smaller] = bits;
    }
}
