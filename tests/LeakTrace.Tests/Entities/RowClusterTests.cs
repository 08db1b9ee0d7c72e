using LeakTrace.Engine.Blocking;
using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Entities;
using LeakTrace.Tests.Reference;

namespace LeakTrace.Tests.Entities;

public sealed class RowClusterTests
{
    static readonly ulong _samePhone = PersonPattern.At(PersonField.Phone, (int)PhoneLevel.Exact);

    static RowClusters Build(int[] unitOfRow, bool[] identifies, params (int Left, int Right, ulong Pattern)[] links) => RowClusters.Build(
        unitOfRow, identifies,
        new CandidatePairs([.. links.Select(link => link.Left)], [.. links.Select(link => link.Right)], [.. links.Select(link => link.Pattern)]),
        Linking.MakeModel(unitOfRow.Length), 0);

    [Fact]
    public void Rows_of_two_registry_units_are_never_united_and_those_of_one_always() => Always.Holds(
        Always.From(random =>
        {
            var rows = random.Next(2, 30);
            int[] units = [.. Enumerable.Range(0, rows).Select(_ => random.Next(-4, 4)).Select(unit => Math.Max(-1, unit))];
            bool[] identifies = [.. Enumerable.Range(0, rows).Select(_ => random.Next(6) > 0)];
            (int, int, ulong)[] links =
            [
                .. Enumerable.Range(0, 3 * rows).Select(_ => random.Next(1, rows)).Select(right => (random.Next(right), right,
                    _samePhone | PersonPattern.At(PersonField.Name, random.Next(1, 10)))),
            ];
            return (units, identifies, links);
        }),
        item =>
        {
            var clusters = Build(item.units, item.identifies, item.links);
            for (var a = 0; a < item.units.Length; a++)
            {
                for (var b = 0; b < a; b++)
                {
                    var together = clusters.Of(a) == clusters.Of(b);
                    if (!item.identifies[a] || !item.identifies[b])
                    {
                        Assert.False(together);
                    }
                    else if (item.units[a] >= 0 && item.units[b] >= 0)
                    {
                        Assert.Equal(item.units[a] == item.units[b], together);
                    }
                }
            }
        });

    [Fact]
    public void The_best_link_goes_first()
    {
        // Row 1 fits a row of either unit; the better link decides.
        var better = _samePhone | PersonPattern.At(PersonField.Name, (int)NameLevel.ExactRare);
        var clusters = Build([5, -1, 9], [true, true, true], (0, 1, _samePhone), (1, 2, better));
        Assert.Equal(1, clusters.Of(2));
        Assert.Equal(0, clusters.Of(0));
    }

    [Theory]
    [InlineData(PersonField.Waybill, (int)CodeLevel.Different)]
    [InlineData(PersonField.Waybill, (int)CodeLevel.NearlySame)]
    [InlineData(PersonField.EventDate, (int)DateLevel.Different)]
    public void Another_event_of_the_same_person_is_not_united(PersonField field, int level)
    {
        var pattern = _samePhone | PersonPattern.At(PersonField.Name, (int)NameLevel.ExactRare) | PersonPattern.At(field, level);
        var clusters = Build([-1, -1], [true, true], (0, 1, pattern));
        Assert.NotEqual(clusters.Of(0), clusters.Of(1));
    }

    [Fact]
    public void A_link_below_the_threshold_unites_nobody()
    {
        var clusters = Build([-1, -1], [true, true], (0, 1, PersonPattern.At(PersonField.Name, (int)NameLevel.SurnameOnly)));
        Assert.NotEqual(clusters.Of(0), clusters.Of(1));
    }

    [Fact]
    public void The_smallest_member_stands_for_its_set_however_it_was_united() => Always.Holds(
        Always.From(random => Enumerable.Range(0, 40).Select(_ => (A: random.Next(30), B: random.Next(30))).ToArray()),
        unions =>
        {
            var sets = new DisjointSets(30);
            int[] naive = [.. Enumerable.Range(0, 30)];
            foreach (var (a, b) in unions)
            {
                var (low, high) = (Math.Min(naive[a], naive[b]), Math.Max(naive[a], naive[b]));
                Assert.Equal(low, sets.Unite(a, b));
                naive = [.. naive.Select(set => set == high ? low : set)];
            }

            Assert.Equal(naive, Enumerable.Range(0, 30).Select(sets.Find));
        },
        500);
}
