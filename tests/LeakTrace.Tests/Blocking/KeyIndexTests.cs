using LeakTrace.Engine.Blocking;
using LeakTrace.Engine.Records;

namespace LeakTrace.Tests.Blocking;

public sealed class KeyIndexTests
{
    static Dictionary<ulong, SortedSet<int>> Dictionary(PersonColumns people, bool widen)
    {
        var records = new Dictionary<ulong, SortedSet<int>>();
        var keys = new ulong[BlockingKeys.Most];
        for (var record = 0; record < people.Count; record++)
        {
            foreach (var key in keys[..BlockingKeys.Write(people, record, widen, keys)])
            {
                if (!records.TryGetValue(key, out var set))
                {
                    records[key] = set = [];
                }

                set.Add(record);
            }
        }

        return records;
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 50)]
    [InlineData(3, 3000)]
    public void Finds_exactly_the_records_that_a_dictionary_finds(int seed, int count)
    {
        var people = RandomPeople.Make(seed, count);
        var expected = Dictionary(people, widen: true);
        var index = KeyIndex.Build(people);

        Assert.Equal(expected.Keys.Order(), index.Keys);
        foreach (var (key, records) in expected)
        {
            Assert.Equal([.. records], index.RecordsOf(index.Find(key)).ToArray());
        }
    }

    [Fact]
    public void Does_not_find_what_no_record_has()
    {
        var index = KeyIndex.Build(RandomPeople.Make(4, 1000));
        var known = index.Keys.ToHashSet();
        var random = new Random(5);
        for (var i = 0; i < 200_000; i++)
        {
            var key = (ulong)random.NextInt64() << 1;
            Assert.True(known.Contains(key) || index.Find(key) == -1);
        }
    }

    [Fact]
    public void An_index_of_nobody_finds_nothing()
    {
        var index = KeyIndex.Build(RandomPeople.Make(1, 0));
        Assert.Empty(index.Keys);
        Assert.Equal(-1, index.Find(12345));
    }

    [Fact]
    public void Every_key_carries_its_rule_and_no_record_has_more_than_the_most()
    {
        var people = RandomPeople.Make(6, 3000);
        var keys = new ulong[BlockingKeys.Most];
        var rules = new HashSet<BlockingRule>();
        for (var record = 0; record < people.Count; record++)
        {
            rules.UnionWith(keys[..BlockingKeys.Write(people, record, widen: true, keys)].Select(BlockingKeys.RuleOf));
        }

        // No landline and no identity number is among these people.
        Assert.Equal(
            Enum.GetValues<BlockingRule>().Except(
                [BlockingRule.WholePhone, BlockingRule.IdRegionBirth, BlockingRule.IdRegionTail, BlockingRule.IdBirthTail]),
            rules.Order());
    }

    [Fact]
    public void Hits_are_the_keys_that_both_sides_have_counted_once_a_record()
    {
        PersonColumns left = RandomPeople.Make(7, 400), right = RandomPeople.Make(8, 600);
        var index = KeyIndex.Build(left);
        var occurrences = new int[index.Keys.Length];
        KeyHits.Of(index, right, occurrences);

        var expected = Dictionary(right, widen: false);
        Assert.Equal(index.Keys.Select(key => expected.TryGetValue(key, out var records) ? records.Count : 0), occurrences);
    }
}
