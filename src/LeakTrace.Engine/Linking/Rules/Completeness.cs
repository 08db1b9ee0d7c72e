using System.Numerics;
using LeakTrace.Engine.Linking.Fields;

namespace LeakTrace.Engine.Linking.Rules;

/// <summary>
/// Share of the matches that blocking found, estimated without truth by capture and recapture. Which keys a match shares is modelled field by field, with
/// one or with two kinds of matches (careful and careless records), as the Bayesian criterion prefers (Schwarz 1978); beside them stands the estimate from
/// matches that one and that two rules found (Chao 1987). Each leans another way where rules depend on one another, so that together they make the range.
/// </summary>
/// <remarks>
/// A rule that left out its commonest keys does not find all that share one: it is left out of the models, and what it found counts as found.
/// Matches that the weights do not recognise as such are not in the estimate.
/// </remarks>
static class Completeness
{
    const double LeastProbability = 0.01;
    const int Sample = 20_000;
    const double TwiceTheError = 1.4142135623730951;

    /// <summary>The estimate.</summary>
    public static PairCompleteness Of(RulePlan plan, FieldDomain[] fields, ComparedPairs pairs, double[] probabilities)
    {
        var whole = 0u;
        for (var r = 0; r < plan.Rules.Count; r++)
        {
            whole |= plan.Rules[r].LeftOut == 0 ? 1u << r : 0;
        }

        if (whole == 0)
        {
            return plan.Rules.Count == 0 ? new PairCompleteness(1, 1, 1) : new PairCompleteness(double.NaN, 0, 1);
        }

        var sampled = Sampled(probabilities);
        var shared = new SharedKeys(plan, fields);
        double all = 0, modelled = 0;
        foreach (var i in sampled)
        {
            all += probabilities[i];
            if ((pairs.Rules[i] & whole) != 0)
            {
                modelled += probabilities[i];
                shared.Add(pairs.Left[i], pairs.Right[i], probabilities[i]);
            }
        }

        if (modelled == 0)
        {
            return new PairCompleteness(double.NaN, 0, 1);
        }

        var one = MissedMatches.Fit(shared, 1);
        var two = MissedMatches.Fit(shared, 2);
        var chosen = two.Criterion < one.Criterion ? two : one;
        double low = 1, high = 0;
        foreach (var missed in new[] { one.Missed, two.Missed, Recaptured(plan, pairs, probabilities, sampled) + all - modelled })
        {
            // Twice the error of a count and of its estimate, on the scale of square roots, where counts vary alike; matches are whole.
            double root = Math.Sqrt(missed), most = root + TwiceTheError, least = Math.Max(0, root - TwiceTheError);
            low = Math.Min(low, Share(all, modelled + most * most));
            high = Math.Max(high, Share(all, modelled + Math.Floor(least * least)));
        }

        return new PairCompleteness(Share(all, modelled + chosen.Missed), low, high);
    }

    static double Share(double found, double matches) => Math.Min(1, found / matches);

    static List<int> Sampled(double[] probabilities)
    {
        var matches = new List<int>();
        for (var i = 0; i < probabilities.Length; i++)
        {
            if (probabilities[i] >= LeastProbability)
            {
                matches.Add(i);
            }
        }

        var step = (matches.Count + Sample - 1) / Sample;
        var sampled = new List<int>();
        for (var i = 0; i < matches.Count; i += step)
        {
            sampled.Add(matches[i]);
        }

        return sampled;
    }

    /// <summary>How many no rule found, from those that one and that two found; rules on the same fields catch the same matches and count as one.</summary>
    static double Recaptured(RulePlan plan, ComparedPairs pairs, double[] probabilities, List<int> sampled)
    {
        var groups = GroupsOf(plan);
        double once = 0, twice = 0;
        foreach (var i in sampled)
        {
            uint caught = 0;
            for (var rules = pairs.Rules[i]; rules != 0; rules &= rules - 1)
            {
                caught |= 1u << groups[BitOperations.TrailingZeroCount(rules)];
            }

            var times = BitOperations.PopCount(caught);
            once += times == 1 ? probabilities[i] : 0;
            twice += times == 2 ? probabilities[i] : 0;
        }

        // The form that holds where nothing was found twice.
        return once * Math.Max(0, once - 1) / (2 * (twice + 1));
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
