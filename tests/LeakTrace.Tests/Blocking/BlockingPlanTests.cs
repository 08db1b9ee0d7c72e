using LeakTrace.Engine.Blocking;
using LeakTrace.Engine.Records;

namespace LeakTrace.Tests.Blocking;

public sealed class BlockingPlanTests
{
    const long Unbounded = long.MaxValue;
    static readonly PersonColumns _left = RandomPeople.Make(11, 200);
    static readonly PersonColumns _right = RandomPeople.Make(12, 300);
    static readonly KeyIndex _index = KeyIndex.Build(_left);

    static int[] Occurrences()
    {
        var occurrences = new int[_index.Keys.Length];
        KeyHits.Of(_index, _right, occurrences);
        return occurrences;
    }

    static long[] CountPairs(Func<ulong, bool> isCounted)
    {
        var pairs = new long[BlockingKeys.Rules];
        var keysOf = Enumerable.Range(0, _right.Count).Select(record => Keys(_right, record, widen: false)).ToList();
        for (var left = 0; left < _left.Count; left++)
        {
            var own = Keys(_left, left, widen: true);
            foreach (var key in keysOf.SelectMany(keys => keys).Where(key => own.Contains(key) && isCounted(key)))
            {
                pairs[(int)BlockingKeys.RuleOf(key)]++;
            }
        }

        return pairs;
    }

    static HashSet<ulong> Keys(PersonColumns people, int record, bool widen)
    {
        var keys = new ulong[BlockingKeys.Most];
        return [.. keys[..BlockingKeys.Write(people, record, widen, keys)]];
    }

    [Fact]
    public void The_cost_of_every_rule_is_its_number_of_pairs()
    {
        var plan = BlockingPlan.Make(_index, Occurrences(), Unbounded);
        var rareOnly = plan.IsSkipped.Select((skipped, key) => (skipped, _index.Keys[key])).Where(item => item.skipped).Select(item => item.Item2).ToHashSet();
        Assert.All(rareOnly, key => Assert.Equal(BlockingRule.RareName, BlockingKeys.RuleOf(key)));
        Assert.Equal(CountPairs(key => !rareOnly.Contains(key)), plan.Pairs);
        Assert.Equal(CountPairs(rareOnly.Contains), plan.Skipped);
        Assert.True(plan.Pairs.Sum() > 5_000);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(100)]
    [InlineData(1_000)]
    public void A_budget_is_kept_and_what_it_leaves_out_is_told(long budget)
    {
        var occurrences = Occurrences();
        var whole = BlockingPlan.Make(_index, occurrences, Unbounded);
        var plan = BlockingPlan.Make(_index, occurrences, budget);
        for (var rule = 0; rule < BlockingKeys.Rules; rule++)
        {
            Assert.InRange(plan.Pairs[rule], 0, budget);
            Assert.Equal(whole.Pairs[rule] + whole.Skipped[rule], plan.Pairs[rule] + plan.Skipped[rule]);
        }

        var skipped = _index.Keys.Where((_, key) => plan.IsSkipped[key]).ToHashSet();
        Assert.Equal(CountPairs(skipped.Contains), plan.Skipped);
    }

    [Fact]
    public void The_commonest_keys_are_left_out_first_and_equals_together()
    {
        var occurrences = Occurrences();
        var plan = BlockingPlan.Make(_index, occurrences, 100);
        var byRule = Enumerable.Range(0, _index.Keys.Length).Where(key => occurrences[key] > 0).ToLookup(key => BlockingKeys.RuleOf(_index.Keys[key]));
        foreach (var rule in byRule.Where(rule => rule.Any(key => plan.IsSkipped[key]) && rule.Any(key => !plan.IsSkipped[key])))
        {
            var rarestSkipped = rule.Where(key => plan.IsSkipped[key]).Min(key => occurrences[key]);
            var commonestKept = rule.Where(key => !plan.IsSkipped[key]).Max(key => occurrences[key]);
            Assert.True(commonestKept < rarestSkipped, $"{rule.Key}: kept a key of {commonestKept}, left out one of {rarestSkipped}");
        }
    }
}
