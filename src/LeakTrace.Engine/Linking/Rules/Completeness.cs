using System.Numerics;

namespace LeakTrace.Engine.Linking.Rules;

/// <summary>
/// Share of the matches that blocking found, estimated without truth: matches that one rule alone found, against those that two found, tell how many
/// none found (capture and recapture; Chao 1987). Rules on the same fields catch the same matches and count as one.
/// </summary>
static class Completeness
{
    /// <summary>The estimate; 1 where all pairs were compared.</summary>
    public static double Of(RulePlan plan, ComparedPairs pairs, double[] probabilities)
    {
        if (plan.Rules.Count == 0)
        {
            return 1;
        }

        var groups = GroupsOf(plan);
        double found = 0, once = 0, twice = 0;
        for (var i = 0; i < probabilities.Length; i++)
        {
            uint caught = 0;
            for (var rules = pairs.Rules[i]; rules != 0; rules &= rules - 1)
            {
                caught |= 1u << groups[BitOperations.TrailingZeroCount(rules)];
            }

            var times = BitOperations.PopCount(caught);
            found += probabilities[i];
            once += times == 1 ? probabilities[i] : 0;
            twice += times == 2 ? probabilities[i] : 0;
        }

        // The form that holds where nothing was found twice.
        var missed = once * Math.Max(0, once - 1) / (2 * (twice + 1));
        return found + missed > 0 ? found / (found + missed) : 1;
    }

    static int[] GroupsOf(RulePlan plan)
    {
        var groups = new int[plan.Rules.Count];
        var fields = new List<uint>();
        for (var r = 0; r < groups.Length; r++)
        {
            var used = plan.Rules[r].Rule.Fields;
            groups[r] = fields.IndexOf(used);
            if (groups[r] < 0)
            {
                groups[r] = fields.Count;
                fields.Add(used);
            }
        }

        return groups;
    }
}
