using LeakTrace.Engine.Linking.Fields;

namespace LeakTrace.Engine.Linking.Rules;

/// <summary>
/// Which rules find the candidate pairs. Keys of one field that are cheap enough stand alone; those that are not are joined, two fields at a time,
/// the loosest keys that the budget allows; costs are counted exactly before anything runs.
/// </summary>
sealed class RulePlan
{
    /// <summary>Most rules: one bit each in a pair's membership.</summary>
    public const int MostRules = 32;

    /// <summary>Tables of no more pairs than this are compared in full.</summary>
    public const double AllPairs = 700_000;

    const double PairsPerRecord = 40;

    // Where records come many times over, even a key that few strangers share has many pairs, and every rule must afford those.
    const double TimesStrictest = 20;

    const double ShareOfOneRule = 0.2;
    const double ShareOfPair = 0.08;
    const int RulesAtOnce = 4;

    // Of the time that planning takes, for whoever shows how far it has come.
    const double ShareOfKeys = 0.4;

    RulePlan(IReadOnlyList<RuleIndex> rules, double allPairs, double budget)
    {
        Rules = rules;
        Pairs = allPairs;
        Budget = budget;
    }

    /// <summary>The rules with their indexes; empty where all pairs are compared.</summary>
    public IReadOnlyList<RuleIndex> Rules { get; }

    /// <summary>Number of pairs of the two sides.</summary>
    public double Pairs { get; }

    /// <summary>Pairs that the plan may cost.</summary>
    public double Budget { get; }

    /// <summary>Plans for fields of both sides.</summary>
    public static RulePlan Make(
        FieldDomain[] fields, int left, int right, bool isOneTable, LinkSettings settings, CancellationToken cancellation = default)
    {
        var allPairs = isOneTable ? left * (left - 1.0) / 2 : (double)left * right;
        if (allPairs <= AllPairs)
        {
            return new RulePlan([], allPairs, AllPairs);
        }

        var work = new Work(fields, isOneTable, settings, cancellation);
        var singles = Singles(work);
        var budget = PairsPerRecord * (isOneTable ? left : left + right) + TimesStrictest * Strictest(singles);
        var chosen = new List<RuleIndex>();
        double spent = 0;
        var weak = new List<KeyGroups>();
        var strong = new List<LinkRule>();
        singles.Sort((a, b) => a.Cost.CompareTo(b.Cost));
        foreach (var groups in singles)
        {
            if (groups.Cost <= ShareOfOneRule * budget && spent + groups.Cost <= 0.6 * budget && strong.Count < MostRules / 2)
            {
                if (groups.Cost > 0)
                {
                    strong.Add(new LinkRule(groups, null));
                    spent += groups.Cost;
                }
            }
            else
            {
                weak.Add(groups);
            }
        }

        chosen.AddRange(Indexed(strong, work));
        var joined = Joined(fields.Length, weak, allPairs, budget);
        for (var at = 0; at < joined.Count && chosen.Count < MostRules && joined[at].Cost <= budget - spent; at += RulesAtOnce)
        {
            var next = joined.GetRange(at, Math.Min(RulesAtOnce, joined.Count - at)).ConvertAll(entry => entry.Rule);
            settings.Progress?.Invoke(LinkStage.Plan, ShareOfKeys + (1 - ShareOfKeys) * at / joined.Count);
            foreach (var index in Indexed(next, work))
            {
                if (index.Cost > 2 * ShareOfPair * budget)
                {
                    index.Narrow(2 * ShareOfPair * budget);
                }

                if (index.Cost > 0 && spent + index.Cost <= budget && chosen.Count < MostRules)
                {
                    chosen.Add(index);
                    spent += index.Cost;
                }
            }
        }

        if (chosen.Count == 0)
        {
            foreach (var index in Indexed(singles.ConvertAll(groups => new LinkRule(groups, null)), work))
            {
                index.Narrow(budget / singles.Count);
                chosen.Add(index);
            }
        }

        return new RulePlan(chosen, allPairs, budget);
    }

    static double Strictest(List<KeyGroups> singles)
    {
        var least = double.MaxValue;
        foreach (var groups in singles)
        {
            least = groups.Cost > 0 ? Math.Min(least, groups.Cost) : least;
        }

        return least == double.MaxValue ? 0 : least;
    }

    static List<KeyGroups> Singles(Work work)
    {
        var makers = new List<Func<KeyGroups>>();
        for (var f = 0; f < work.Fields.Length; f++)
        {
            var domain = work.Fields[f];
            foreach (var make in KeyCatalog.Of(domain, f))
            {
                makers.Add(() => new KeyGroups(domain, make(), work.IsOneTable));
            }
        }

        var groups = new KeyGroups[makers.Count];
        var done = 0;
        Parts.Each(groups.Length, work.Settings.Threads, r =>
        {
            groups[r] = makers[r]();
            work.Settings.Progress?.Invoke(LinkStage.Plan, ShareOfKeys * Interlocked.Increment(ref done) / groups.Length);
        }, work.Cancellation);
        return [.. groups];
    }

    static RuleIndex[] Indexed(List<LinkRule> rules, Work work)
    {
        var indexes = new RuleIndex[rules.Count];
        Parts.Each(rules.Count, work.Settings.Threads, r => indexes[r] = new RuleIndex(rules[r], work.Fields, work.IsOneTable), work.Cancellation);
        return indexes;
    }

    /// <summary>For every two fields, the loosest pair of keys whose expected cost is within a share of the budget; the cheapest first.</summary>
    static List<JoinedRule> Joined(int fields, List<KeyGroups> weak, double allPairs, double budget)
    {
        var found = new List<JoinedRule>();
        for (var f = 0; f < fields; f++)
        {
            for (var g = f + 1; g < fields; g++)
            {
                if (Loosest(weak, f, g, allPairs, ShareOfPair * budget) is var (cost, first, second))
                {
                    found.Add(new JoinedRule(cost, new LinkRule(first, second)));
                }
            }
        }

        found.Sort((a, b) => a.Cost.CompareTo(b.Cost));
        return found;
    }

    static (double Cost, KeyGroups First, KeyGroups Second)? Loosest(List<KeyGroups> weak, int f, int g, double allPairs, double most)
    {
        (double Cost, KeyGroups First, KeyGroups Second)? best = null;
        foreach (var first in weak)
        {
            if (first.Keys.Field != f)
            {
                continue;
            }

            foreach (var second in weak)
            {
                var cost = first.Cost * second.Cost / allPairs;
                if (second.Keys.Field == g && cost <= most && (best is null || cost > best.Value.Cost))
                {
                    best = (cost, first, second);
                }
            }
        }

        return best;
    }

    /// <summary>Two keys joined, and what they are expected to cost.</summary>
    sealed record JoinedRule(double Cost, LinkRule Rule);

    /// <summary>What is planned for, and how.</summary>
    sealed record Work(FieldDomain[] Fields, bool IsOneTable, LinkSettings Settings, CancellationToken Cancellation);
}
