using LeakTrace.Engine.Attribution;
using LeakTrace.Engine.Records;

namespace LeakTrace.Tests.Attribution;

/// <summary>Direct edges between files, whatever else they share.</summary>
public sealed class ResaleGraphTests
{
    readonly List<FileContent> _contents = [];
    readonly List<IReadOnlyList<FileDelivery>> _deliveries = [];
    readonly List<ulong> _phones = [];

    [Fact]
    public void A_chain_has_no_edge_that_leaves_a_hop_out()
    {
        Send("A", "B", 1, Enumerable.Range(0, 100));
        Send("B", "C", 2, Enumerable.Range(0, 80));
        Send("C", "D", 3, Enumerable.Range(10, 60));
        Assert.Equal([(0, 1), (1, 2)], Edges());
    }

    [Fact]
    public void A_mixture_has_both_its_parents()
    {
        Send("A", "C", 1, Enumerable.Range(0, 50));
        Send("B", "C", 1, Enumerable.Range(100, 300));
        Send("C", "D", 2, [.. Enumerable.Range(0, 40), .. Enumerable.Range(150, 200), .. Enumerable.Range(1000, 20)]);
        Assert.Equal([(0, 2), (1, 2)], Edges());
    }

    [Fact]
    public void What_one_seller_sends_to_two_buyers_is_no_chain()
    {
        Send("A", "B", 1, Enumerable.Range(0, 100));
        Send("A", "C", 2, Enumerable.Range(0, 100));
        Assert.Empty(Edges());
    }

    [Fact]
    public void A_file_that_was_sent_later_is_no_parent()
    {
        Send("A", "B", 5, Enumerable.Range(0, 100));
        Send("B", "C", 4, Enumerable.Range(0, 100));
        Assert.Empty(Edges());
    }

    [Fact]
    public void Over_a_file_that_was_not_found_an_edge_takes_a_known_way_between_the_parties()
    {
        Send("A", "B", 1, Enumerable.Range(0, 100));
        Send("C", "D", 5, Enumerable.Range(20, 60));
        Assert.Empty(Edges());

        Send("B", "C", 2, Enumerable.Range(500, 40));
        Assert.Equal([(0, 1)], Edges());
    }

    [Fact]
    public void A_few_people_in_common_make_no_edge()
    {
        Send("A", "B", 1, Enumerable.Range(0, 100));
        Send("B", "C", 2, Enumerable.Range(97, 200));
        Assert.Empty(Edges());
    }

    [Fact]
    public void Between_two_lists_of_the_same_people_the_values_tell()
    {
        Send("A", "C", 1, Enumerable.Range(0, 60));
        Send("B", "C", 2, Enumerable.Range(0, 60), wrong: [3, 4, 5, 6, 7]);
        Send("C", "D", 3, Enumerable.Range(0, 60));
        Assert.Equal([(0, 2)], Edges());

        Send("C", "E", 4, Enumerable.Range(0, 60), wrong: [3, 4, 5, 6, 7]);
        Assert.Equal([(0, 2), (1, 3)], Edges());
    }

    [Fact]
    public void Rows_put_in_between_keep_the_order_and_sorting_does_not()
    {
        Send("A", "B", 1, Enumerable.Range(0, 60));
        Send("B", "C", 2, Enumerable.Range(0, 60).SelectMany(person => (int[])[person, 1000 + person]));
        Send("B", "D", 3, Enumerable.Range(0, 60).Reverse());
        Assert.Equal([(0, 1, true), (0, 2, false)], Build().Select(edge => (edge.From, edge.To, edge.IsSameOrder)));
    }

    [Fact]
    public void Without_times_the_parties_give_the_direction()
    {
        Send("B", "C", null, Enumerable.Range(0, 60));
        Send("A", "B", null, Enumerable.Range(0, 80));
        var edge = Assert.Single(Build());
        Assert.Equal((1, 0, LineageBasis.Parties), (edge.From, edge.To, edge.Basis));
    }

    [Fact]
    public void Without_deliveries_copies_are_joined_to_those_nearest_to_them()
    {
        int[] first = [.. Enumerable.Range(0, 10)], second = [.. Enumerable.Range(20, 10)];
        Find(Enumerable.Range(0, 100), []);
        Find(Enumerable.Range(0, 90), first);
        Find(Enumerable.Range(0, 80), [.. first, .. second]);
        Assert.Equal([(0, 1), (1, 2)], Edges());
        Assert.All(Build(), edge => Assert.Equal(LineageBasis.Unknown, edge.Basis));
    }

    [Fact]
    public void Without_deliveries_the_direction_is_not_known()
    {
        Find(Enumerable.Range(0, 100), []);
        Find(Enumerable.Range(0, 50), []);
        Assert.Equal(LineageBasis.Unknown, Assert.Single(Build()).Basis);
    }

    [Fact]
    public void A_sample_of_people_finds_the_pairs_of_files_that_share_many()
    {
        for (var file = 0; file < 40; file++)
        {
            Find(Enumerable.Range(file / 2 * 1000, 900), []);
        }

        var all = FilePairs.Sharing(_contents);
        var sampled = FilePairs.Sharing(_contents, budget: 5000);
        Assert.All(all, list => Assert.Single(list));
        Assert.Equal(all, sampled);
    }

    void Send(string seller, string buyer, long? at, IEnumerable<int> people, int[]? wrong = null)
    {
        Find(people, wrong ?? []);
        _deliveries[^1] = [new FileDelivery(seller, buyer, at ?? long.MaxValue)];
    }

    void Find(IEnumerable<int> people, int[] wrong)
    {
        var list = people.ToArray();
        var rows = list.Select((_, i) => _phones.Count + i).ToArray();
        _phones.AddRange(list.Select(person => (ulong)(1000 + person) + (wrong.Contains(person) ? 500_000UL : 0)));
        Array.Sort(list, rows);
        _contents.Add(new FileContent(list, rows));
        _deliveries.Add([]);
    }

    List<LineageEdge> Build()
    {
        var columns = new Column?[FieldRoles.Count];
        columns[(int)FieldRole.Phone] = new Column(FieldType.Phone, [.. _phones]);
        var table = new RecordTable(new int[_phones.Count], new RowTraits[_phones.Count], new ulong[_phones.Count], columns);
        return ResaleGraph.Build(_contents, _deliveries, table);
    }

    IEnumerable<(int, int)> Edges() => Build().Select(edge => (edge.From, edge.To));
}
