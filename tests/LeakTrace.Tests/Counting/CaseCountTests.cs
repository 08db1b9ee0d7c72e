using LeakTrace.Engine.Counting;
using LeakTrace.Engine.Tracing;
using LeakTrace.Tests.Reference;

namespace LeakTrace.Tests.Counting;

public sealed class CaseCountTests
{
    [Fact]
    public void A_person_counts_once_and_a_repetition_with_a_difference_is_probable()
    {
        var small = new SmallCase([("1.csv", "# a b a a' a' - ? ! 0")]);
        Assert.Equal("LVVDdDBUIP", small.Statuses("1.csv"));
        Assert.Equal((1, "1.csv!!2"), (small.Counted.Statuses[3].SameAs, small.Rows.LocationOf(small.Counted.Statuses[3].SameAs)));
        Assert.Equal(new CountLine("all", "", 10, 1, 1, 1, 1, 1, 2, 1, 2, 2, 0, 3, 0, 3, 3) { ValidLow = 2, ValidHigh = 3 }, small["all"]);
    }

    [Fact]
    public void Without_deliveries_the_scope_is_the_whole_seizure()
    {
        var small = new SmallCase([("1.csv", "a b"), ("2.csv", "b c")]);
        Assert.Equal(3, small["all"].Valid);
        Assert.Equal("DV", small.Statuses("2.csv"));
        Assert.Equal([2, 2], small.Lines("file").Select(line => line.Valid));
        Assert.Empty(small.Lines("edge"));
    }

    [Fact]
    public void Sold_to_two_buyers_counts_twice()
    {
        var small = new SmallCase([("1.csv", "a b"), ("2.csv", "b a")], ("1.csv", "L", "Y", 1), ("2.csv", "L", "Z", 2));
        Assert.Equal(4, small["all"].Valid);
        Assert.Equal(4, small["seller", "L"].Valid);
        Assert.Equal(2, small["edge", "L→Y"].Valid);
        Assert.Equal(2, small["buyer", "Z"].Valid);
        Assert.Equal("VV", small.Statuses("2.csv"));
    }

    [Fact]
    public void Obtained_and_then_sold_counts_once_for_the_party_between()
    {
        var small = new SmallCase([("1.csv", "a b"), ("2.csv", "a b c")], ("1.csv", "L", "W", 1), ("2.csv", "W", "Z", 2));
        Assert.Equal(3, small["party", "W"].Valid);
        Assert.Equal(2, small["party", "L"].Valid);
        Assert.Equal(3, small["party", "Z"].Valid);
        Assert.Equal(5, small["all"].Valid);
    }

    [Fact]
    public void A_buyer_has_distinct_information_over_its_sellers()
    {
        var small = new SmallCase([("1.csv", "a b"), ("2.csv", "b c")], ("1.csv", "L", "Z", 1), ("2.csv", "W", "Z", 2));
        Assert.Equal(3, small["buyer", "Z"].Valid);
        Assert.Equal(4, small["all"].Valid);
        Assert.Equal("VV", small.Statuses("2.csv"));
    }

    [Fact]
    public void The_earliest_delivery_counts_then_the_path()
    {
        (string, string)[] files = [("1.csv", "a"), ("2.csv", "a"), ("3.csv", "a")];
        var late = new SmallCase(files, ("1.csv", "L", "Z", 3), ("2.csv", "L", "Z", 2), ("3.csv", "L", "Z", 0));
        Assert.Equal(["D", "V", "D"], files.Select(file => late.Statuses(file.Item1)));
        var same = new SmallCase(files, ("3.csv", "L", "Z", 2), ("2.csv", "L", "Z", 2), ("1.csv", "L", "Z", 2));
        Assert.Equal(["V", "D", "D"], files.Select(file => same.Statuses(file.Item1)));
    }

    [Fact]
    public void A_file_on_two_edges_counts_on_both_and_its_rows_show_the_first()
    {
        var small = new SmallCase([("1.csv", "a"), ("2.csv", "a b")], ("1.csv", "L", "Z", 1), ("2.csv", "L", "Z", 3), ("2.csv", "L", "Y", 2));
        Assert.Equal("VV", small.Statuses("2.csv"));
        Assert.Equal((3, 1), (small["edge", "L→Z"].Total, small["edge", "L→Z"].Duplicate));
        Assert.Equal((5, 4), (small["all"].Total, small["all"].Valid));
        Assert.Equal(2, small["party", "L"].Valid);
    }

    [Fact]
    public void What_no_delivery_names_is_counted_apart()
    {
        var small = new SmallCase([("1.csv", "a b"), ("2.csv", "b c")], ("1.csv", "L", "Z", 1));
        Assert.Equal(2, small["edge", "?→?"].Valid);
        Assert.Equal(4, small["all"].Valid);
        Assert.Equal([2, 2], small.Lines("month").Select(line => line.Valid));
        Assert.Equal(["", "2021-07"], small.Lines("month").Select(line => line.Key));
    }

    [Theory]
    [InlineData("x/1.csv", "x/1.csv", "")]
    [InlineData("x/1.csv", "1.csv", "")]
    [InlineData("x/1.csv", "seized/x/1.csv", "")]
    [InlineData("x/1.csv", "X\\1.CSV", "")]
    [InlineData("x/1.csv", "2.csv", "delivery-without-file")]
    [InlineData("x/1.csv,y/1.csv", "1.csv", "delivery-ambiguous")]
    [InlineData("x/1.csv,1.csv", "1.csv", "")]
    public void A_delivery_names_its_file_by_path_or_by_name(string paths, string named, string problem)
    {
        var small = new SmallCase([.. paths.Split(',').Select(path => (path, "a"))], (named, "L", "Z", 1));
        Assert.Equal(problem, string.Concat(small.Problems.Select(p => p.Code)));
        Assert.Equal(problem == "delivery-without-file" ? 0 : 1, small["edge", "L→Z"].Valid);
    }

    [Fact]
    public void Nothing_is_lost_and_nothing_counted_twice() => Always.Holds(
        Always.From(random =>
        {
            string[] words = ["a", "a'", "b", "b'", "c", "d", "n", "o", "-", "#", "?", "!", "0"];
            (string, string)[] files =
            [
                .. Enumerable.Range(1, random.Next(1, 5)).Select(f => ($"{f}.csv", string.Join(' ', Enumerable.Range(0, random.Next(1, 9)).Select(_ => words[random.Next(words.Length)])))),
            ];
            (string, string, string, int)[] deliveries =
            [
                .. Enumerable.Range(0, random.Next(6)).Select(_ => (files[random.Next(files.Length)].Item1, "LW"[random.Next(2)].ToString(), "WYZ"[random.Next(3)].ToString(), random.Next(4))),
            ];
            return (files, deliveries);
        }),
        item =>
        {
            var small = new SmallCase(item.files, item.deliveries);
            var rows = small.Rows.Count;
            Assert.All(small.Counted.Lines, line => Assert.Equal(line.Total, States(line).Sum()));
            Assert.All(small.Counted.Lines, line => Assert.True(line.ValidLow <= line.Valid && line.Valid <= line.ValidHigh && line.ValidHigh <= line.Total));
            Assert.Equal(rows, small.Lines("file").Sum(line => line.Total));
            Assert.Equal(rows, small.Lines("source").Sum(line => line.Total));

            // Every row has one status, and source and month sum those.
            var statuses = Enum.GetValues<RowStatus>().Select(status => (long)small.Counted.Statuses.Count(row => row.Status == status));
            Assert.Equal(statuses, Sum(small.Lines("month")));
            Assert.Equal(statuses, Sum(small.Lines("source")));

            var edges = small.Lines("edge").ToList();
            if (edges.Count > 0)
            {
                Assert.Equal(States(small["all"]), Sum(edges));
            }

            foreach (var seller in small.Lines("seller"))
            {
                Assert.Equal(States(seller), Sum(edges.Where(edge => edge.Key.StartsWith(seller.Key + "→", StringComparison.Ordinal))));
            }

            // In a scope that removes repetitions as many rows count as people are in it.
            foreach (var file in small.Lines("file"))
            {
                Assert.Equal(People(small, [file.Key]), file.Valid);
            }

            foreach (var party in small.Lines("party"))
            {
                var files = item.deliveries.Where(d => d.Item2 == party.Key || d.Item3 == party.Key).Select(d => d.Item1);
                Assert.Equal(People(small, [.. files]), party.Valid);
            }

            foreach (var edge in edges.Where(edge => edge.Key != "?→?"))
            {
                var files = item.deliveries.Where(d => d.Item2 + "→" + d.Item3 == edge.Key).Select(d => d.Item1);
                Assert.Equal(People(small, [.. files]), edge.Valid);
            }
        });

    static long[] States(CountLine line) =>
        [line.Blank, line.Layout, line.Placeholder, line.Invalid, line.Unidentifiable, line.Duplicate, line.ProbableDuplicate, line.Valid];

    static long[] Sum(IEnumerable<CountLine> lines) =>
        lines.Select(States).Aggregate(new long[8], (sum, states) => [.. sum.Zip(states, (a, b) => a + b)]);

    static int People(SmallCase small, HashSet<string> files) =>
        Enumerable.Range(0, small.Rows.Count).Where(row => small.Cluster[row] >= 0 && files.Contains(small.Rows.PathOf(row)))
            .Select(row => small.Cluster[row]).Distinct().Count();
}
