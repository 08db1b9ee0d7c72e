using LeakTrace.Engine.Linking.Model;

namespace LeakTrace.Engine.Linking.Groups;

/// <summary>The links in the order in which they are taken.</summary>
static class LinkOrder
{
    /// <summary>Pairs of at least a probability, the most probable first, then as they come; ranked by patterns, which are far fewer than pairs.</summary>
    public static int[] Of(PatternCounts counts, double[] posteriors, double least)
    {
        var patterns = new List<int>();
        for (var p = 0; p < posteriors.Length; p++)
        {
            if (posteriors[p] >= least)
            {
                patterns.Add(p);
            }
        }

        patterns.Sort((a, b) => posteriors[a] != posteriors[b] ? posteriors[b].CompareTo(posteriors[a]) : a.CompareTo(b));

        // Patterns of one probability share a rank, so that their pairs keep their order.
        var ranks = new int[posteriors.Length];
        Array.Fill(ranks, -1);
        var starts = new int[patterns.Count + 1];
        var rank = -1;
        for (var i = 0; i < patterns.Count; i++)
        {
            rank += i == 0 || posteriors[patterns[i]] != posteriors[patterns[i - 1]] ? 1 : 0;
            ranks[patterns[i]] = rank;
            starts[rank + 1] += (int)counts.Counts[patterns[i]];
        }

        for (var r = 0; r <= rank; r++)
        {
            starts[r + 1] += starts[r];
        }

        var order = new int[starts[rank + 1]];
        for (var i = 0; i < counts.Of.Length; i++)
        {
            if (ranks[counts.Of[i]] is >= 0 and var own)
            {
                order[starts[own]++] = i;
            }
        }

        return order;
    }
}
