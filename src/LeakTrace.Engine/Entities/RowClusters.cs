using LeakTrace.Engine.Blocking;
using LeakTrace.Engine.Scoring;

namespace LeakTrace.Engine.Entities;

/// <summary>
/// Seized rows that tell of the same person's same event. Links are taken best first; a link that would unite rows of two
/// registry units is refused, so that one false link does not chain people together.
/// </summary>
public sealed class RowClusters
{
    readonly DisjointSets _sets;

    RowClusters(int rows) => _sets = new DisjointSets(rows);

    /// <summary>Cluster of a row: its smallest row.</summary>
    public int Of(int row) => _sets.Find(row);

    /// <summary>Clusters rows.</summary>
    /// <param name="unitOfRow">Registry unit that a row is matched to, -1 where none.</param>
    /// <param name="identifies">Whether a row identifies someone; others are not linked.</param>
    /// <param name="links">Pairs of rows.</param>
    /// <param name="model">Model with the prior of pairs of rows.</param>
    /// <param name="leastBits">Weight from which rows are linked.</param>
    public static RowClusters Build(int[] unitOfRow, bool[] identifies, CandidatePairs links, MatchModel model, double leastBits)
    {
        var clusters = new RowClusters(unitOfRow.Length);
        var units = (int[])unitOfRow.Clone();
        var firstOfUnit = new Dictionary<int, int>();
        for (var row = 0; row < unitOfRow.Length; row++)
        {
            if (identifies[row] && unitOfRow[row] >= 0 && !firstOfUnit.TryAdd(unitOfRow[row], row))
            {
                clusters.Unite(firstOfUnit[unitOfRow[row]], row, units);
            }
        }

        var scores = new double[links.Count];
        var order = new List<int>();
        for (var p = 0; p < links.Count; p++)
        {
            scores[p] = model.ScoreBits(links.Patterns[p]);
            if (scores[p] >= leastBits && identifies[links.Left[p]] && identifies[links.Right[p]] && !RegistryUnits.AreOtherEvents(links.Patterns[p]))
            {
                order.Add(p);
            }
        }

        order.Sort((a, b) => scores[a] != scores[b] ? scores[b].CompareTo(scores[a]) : a.CompareTo(b));
        foreach (var p in order)
        {
            int a = clusters.Of(links.Left[p]), b = clusters.Of(links.Right[p]);
            if (a != b && (units[a] < 0 || units[b] < 0 || units[a] == units[b]))
            {
                clusters.Unite(a, b, units);
            }
        }

        return clusters;
    }

    void Unite(int a, int b, int[] units)
    {
        a = Of(a);
        b = Of(b);
        var unit = Math.Max(units[a], units[b]);
        units[_sets.Unite(a, b)] = unit;
    }
}
