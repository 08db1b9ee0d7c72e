using LeakTrace.Engine.Linking.Fields;
using LeakTrace.Engine.Linking.Model;
using LeakTrace.Engine.Records;

namespace LeakTrace.Tests.TableLinking;

public sealed class SharedValuesTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Pairs_equal_in_two_fields_are_counted_as_by_looking_at_every_pair(bool isOneTable)
    {
        var random = new Random(8);
        string[] Row() => [.. Enumerable.Range(0, 2).Select(_ => random.Next(6) == 0 ? "" : MadeTables.Worded((int)(40 * random.NextDouble() * random.NextDouble()), 2))];
        var left = MadeTables.Of([.. Enumerable.Range(0, 150).Select(_ => Row())]);
        var right = isOneTable ? left : MadeTables.Of([.. Enumerable.Range(0, 130).Select(_ => Row())]);
        var fields = FieldDomains.Make(left, right, MadeTables.Fields(FieldType.Name, FieldType.Code), 1);
        var counts = new SharedValues(fields, left.Rows, right.Rows, isOneTable).Between(0, 1, new RandomPairs([], [], null));
        double[] both = new double[25], first = new double[5], second = new double[5];
        double all = 0;
        for (var i = 0; i < left.Rows; i++)
        {
            for (var j = isOneTable ? i + 1 : 0; j < right.Rows; j++)
            {
                int low = fields[0].Between(fields[0].Left[i], fields[0].Right[j]), high = fields[1].Between(fields[1].Left[i], fields[1].Right[j]);
                if (low == 0 || high == 0)
                {
                    continue;
                }

                all++;
                int a = low - fields[0].Same, b = high - fields[1].Same;
                first[Math.Max(0, a)] += a >= 0 ? 1 : 0;
                second[Math.Max(0, b)] += b >= 0 ? 1 : 0;
                both[Math.Max(0, a) * 5 + Math.Max(0, b)] += a >= 0 && b >= 0 ? 1 : 0;
            }
        }

        Assert.Equal(both, counts.Both);
        Assert.Equal(first, counts.EqualInFirst);
        Assert.Equal(second, counts.EqualInSecond);
        Assert.Equal(all, counts.Pairs);
        var (similar, drawn) = counts.SimilarInSecond.Value;
        Assert.InRange(similar, 0, drawn);
        Assert.InRange(drawn, 2_000, 4_096);
    }

    [Fact]
    public void Joint_probabilities_keep_their_margins_whatever_goes_together()
    {
        var random = new Random(9);
        for (var round = 0; round < 200; round++)
        {
            double[] first = Shares(random), second = Shares(random);
            var joint = new JointKinds(first, second);
            for (var i = 0; i < 12; i++)
            {
                joint.Raise(1 + random.Next(6), 1 + random.Next(6), Math.Pow(10, 4 * random.NextDouble()));
            }

            var settled = joint.Settle();
            Assert.All(settled, share => Assert.InRange(share, 0, 1));
            for (var kind = 0; kind < 7; kind++)
            {
                Assert.Equal(first[kind], Enumerable.Range(0, 7).Sum(b => settled[kind * 7 + b]), 9);
                Assert.Equal(second[kind], Enumerable.Range(0, 7).Sum(a => settled[a * 7 + kind]), 9);
            }
        }
    }

    [Fact]
    public void Dependent_pairs_form_no_circle_and_those_that_tell_most_are_kept()
    {
        var table = MadeTables.Of([["a", "b", "c", "d", "e"], ["a", "b", "c", "d", "e"]]);
        var types = Enumerable.Repeat(FieldType.Code, 5).ToArray();
        var fields = FieldDomains.Make(table, table, MadeTables.Fields(types), 1);
        FieldDependence Pair(int first, int second, double information) => new(fields, first, second, 2, information, new double[49]);
        var tree = DependenceTree.Of([Pair(0, 1, 3), Pair(1, 2, 1), Pair(0, 2, 2), Pair(3, 4, 0.5)], 5);
        Assert.Equal([(0, 1), (0, 2), (3, 4)], tree.Select(pair => (pair.First, pair.Second)));
    }

    /// <summary>Shares of kinds, most of them different, as among strangers.</summary>
    static double[] Shares(Random random)
    {
        var shares = Enumerable.Range(0, 7).Select(kind => kind == 0 ? 4 + 20 * random.NextDouble() : Math.Pow(random.NextDouble(), 4)).ToArray();
        return [.. shares.Select(share => share / shares.Sum())];
    }
}
