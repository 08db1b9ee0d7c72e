using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Scoring;
using LeakTrace.Tests.Blocking;
using LeakTrace.Tests.Records;

namespace LeakTrace.Tests.Scoring;

public sealed class FrequencyTests
{
    static readonly double[] _bounds = [1e-3, 1e-4, 1e-5];

    static string[] Names(int seed, int count)
    {
        var random = new Random(seed);
        // A few names are common, many are rare, and some are masked.
        string Name() => $"{"王李张赵"[random.Next(4)]}{(random.Next(3) == 0 ? '芳' : (char)('一' + random.Next(3000)))}";
        return [.. Enumerable.Range(0, count).Select(_ => random.Next(9) == 0 ? Name()[..1] + "*" : random.Next(20) == 0 ? "" : Name())];
    }

    static PersonColumns People(string[] names) => Lists.People([FieldRole.PersonName, FieldRole.Phone], [.. names.Select(name => new[] { name, "13812345678" })]);

    static string[] Texts(PersonColumns people) => [.. people.Name!.Select(name => string.Concat(
        Enumerable.Range(0, PackedName.LengthOf(name)).Select(unit => PackedName.UnitAt(name, unit))))];

    [Fact]
    public void Names_are_as_rare_as_counting_them_says()
    {
        var left = People(Names(1, 400));
        PersonColumns[] right = [People(Names(2, 4000)), People(Names(3, 5000))];
        var frequencies = new NameFrequencies(left, right);
        var seized = Texts(left);
        var registers = right.Select(Texts).ToList();

        var all = registers.SelectMany(names => names).Where(name => name.Length > 0).ToList();
        var expected = new double[6];
        for (var row = 0; row < seized.Length; row++)
        {
            var name = seized[row];
            if (name.Length == 0)
            {
                continue;
            }

            if (name.Contains('*', StringComparison.Ordinal))
            {
                Assert.True(name[0] != '*' && name[^1] == '*', "only given names are masked here");
                var fits = (all.Count(other => other[0] == name[0]) + 0.5) / all.Count;
                Assert.Equal(fits < 2e-3 ? 1 : 0, left.NameRarity[row]);
                expected[4 + left.NameRarity[row]] += fits;
            }
            else
            {
                var frequency = Math.Max(all.Count(other => other == name) - 1, 0.5) / all.Count;
                Assert.Equal(_bounds.Count(bound => frequency < bound), left.NameRarity[row]);
                expected[left.NameRarity[row]] += frequency;
            }
        }

        var present = seized.Count(name => name.Length > 0);
        for (var rarity = 0; rarity < 4; rarity++)
        {
            Assert.Equal(Math.Max(1e-9, expected[rarity] / present), frequencies.AgreementOf((NameLevel)((int)NameLevel.ExactVeryCommon + rarity)), 1e-12);
        }

        Assert.Equal(Math.Max(1e-9, expected[4] / present), frequencies.AgreementOf(NameLevel.MaskCommon), 1e-12);
        Assert.Equal(Math.Max(1e-9, expected[5] / present), frequencies.AgreementOf(NameLevel.MaskRare), 1e-12);
    }

    [Fact]
    public void Patterns_are_counted_as_a_dictionary_counts_them_in_whatever_order_parts_are_added()
    {
        var random = new Random(4);
        var naive = new SortedDictionary<ulong, long>();
        PatternHistogram[] parts = [new(), new(), new()];
        for (var i = 0; i < 60_000; i++)
        {
            // Some patterns come again and again, most once: the table must grow, and zero is a pattern too.
            var pattern = random.Next(3) == 0 ? (ulong)random.Next(50) : (ulong)random.NextInt64(1L << 36);
            var pairs = random.Next(1, 4);
            naive[pattern] = naive.GetValueOrDefault(pattern) + pairs;
            parts[i % 3].Add(pattern, pairs);
        }

        PatternHistogram forth = new(), back = new();
        foreach (var part in parts)
        {
            forth.Add(part);
        }

        foreach (var part in parts.AsEnumerable().Reverse())
        {
            back.Add(part);
        }

        foreach (var histogram in (PatternHistogram[])[forth, back])
        {
            Assert.Equal(naive.Keys, histogram.Sorted().Patterns);
            Assert.Equal(naive.Values, histogram.Sorted().Counts);
            Assert.Equal(naive.Values.Sum(), histogram.Total);
            Assert.Equal(naive.Count, histogram.Distinct);
        }
    }

    [Fact]
    public void Random_pairs_give_the_same_u_for_a_seed_and_nearly_the_same_for_another()
    {
        var left = RandomPeople.Make(1, 700);
        PersonColumns[] right = [RandomPeople.Make(2, 900), RandomPeople.Make(3, 300)];
        var names = new NameFrequencies(left, right);
        double[] first = RandomPairs.EstimateU(left, right, Lists.Places(), names, 1),
            again = RandomPairs.EstimateU(left, right, Lists.Places(), names, 1),
            other = RandomPairs.EstimateU(left, right, Lists.Places(), names, 2);
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.All(first.Zip(other), pair => Assert.Equal(pair.First, pair.Second, 0.02));
    }

    [Fact]
    public void Institutions_agree_by_chance_as_often_as_all_pairs_do()
    {
        PersonColumns left = RandomPeople.Make(5, 500), right = RandomPeople.Make(6, 800);
        var u = RandomPairs.EstimateU(left, [right], Lists.Places(), new NameFrequencies(left, [right]), 1);
        var present = left.Place!.Where(place => place > 0).SelectMany(_ => right.Place!.Where(place => place > 0), (a, b) => a == b).ToList();
        var expected = (double)present.Count(same => same) / present.Count;
        Assert.Equal(expected, u[Simulation.At(PersonField.Institution, (int)PlaceLevel.SameMiddling)], 0.01);
    }
}
