using LeakTrace.Engine.Blocking;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Scoring;
using LeakTrace.Tests.Entities;
using LeakTrace.Tests.Records;

namespace LeakTrace.Tests.Blocking;

/// <summary>What a seized row may differ in from the record that it was copied from, and still be compared with it.</summary>
public sealed class ToleranceTests
{
    static readonly FieldRole[] _maternity = [FieldRole.PersonName, FieldRole.Phone, FieldRole.EventDate, FieldRole.Institution];
    static readonly FieldRole[] _courier = [FieldRole.PersonName, FieldRole.Phone, FieldRole.Address, FieldRole.Waybill];

    static bool Meet(FieldRole[] roles, string[] row, string[] record)
    {
        PersonColumns left = Lists.People(roles, row), right = Lists.People(roles, record);
        var index = KeyIndex.Build(left);
        var hits = KeyHits.Of(index, right, new int[index.Keys.Length]);
        return hits.Starts[1] > 0;
    }

    [Fact]
    public void A_mobile_is_found_with_any_one_digit_wrong()
    {
        const string mobile = "13812345678";
        for (var at = 2; at < 11; at++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                Assert.True(Meet([FieldRole.Phone], [mobile], [mobile[..at] + digit + mobile[(at + 1)..]]), $"digit {at + 1} is {digit}");
            }
        }
    }

    [Fact]
    public void A_mobile_is_found_with_any_two_neighbours_swapped_where_the_surname_is_known()
    {
        const string mobile = "13987456213";
        for (var at = 1; at < 10; at++)
        {
            var swapped = mobile[..at] + mobile[at + 1] + mobile[at] + mobile[(at + 2)..];
            if (swapped[1] >= '3')
            {
                Assert.True(Meet([FieldRole.PersonName, FieldRole.Phone], ["王芳", mobile], ["王小丽", swapped]), $"digits {at + 1} and {at + 2}");
            }
        }
    }

    [Theory]
    [InlineData("13812345678", "15512345678", true)]
    [InlineData("138****5678", "13812345678", true)]
    [InlineData("138****5678", "138****5678", true)]
    [InlineData("1381234****", "13812345678", true)]
    [InlineData("021-12345678", "02112345678", true)]
    [InlineData("13812345678", "13987654321", false)]
    public void Phones_meet_by_two_of_three_parts(string left, string right, bool expected) =>
        Assert.Equal(expected, Meet([FieldRole.Phone], [left], [right]));

    [Theory]
    [InlineData("王芳", "", "2023-05-01", "", "王方", "", "2023-05-02", "")]
    [InlineData("王芳", "", "2023-05-01", "", "王方", "", "2023-04-30", "")]
    [InlineData("王芳", "", "", "医院1", "王方", "", "", "医院1")]
    [InlineData("王*", "", "2023-05-01", "医院1", "王芳", "", "2023-05-02", "医院1")]
    [InlineData("王大芳", "", "2023-05-01", "医院1", "王小丽", "", "2023-05-01", "医院1")]
    [InlineData("王芳", "", "", "", "王芳", "", "", "")]
    [InlineData("阿依古丽买买提", "", "2023-05-01", "", "阿依古丽买买提", "", "2023-05-02", "")]
    public void A_name_meets_with_a_homophone_a_day_off_or_a_mask(params string[] cells) =>
        Assert.True(Meet(_maternity, cells[..4], cells[4..]));

    [Theory]
    [InlineData("王芳", "", "2023-05-01", "", "王方", "", "2023-05-03", "")]
    [InlineData("王芳", "", "", "医院1", "王方", "", "", "医院2")]
    [InlineData("王芳", "", "2023-05-01", "医院1", "李芳", "", "2023-05-01", "医院1")]
    public void A_name_alone_in_common_is_not_enough_unless_it_is_the_same_name(params string[] cells) =>
        Assert.False(Meet(_maternity, cells[..4], cells[4..]));

    [Theory]
    [InlineData("", "", "", "SF1234567890123", "", "", "", "SF1234567890123")]
    [InlineData("", "", "", "sf 1234567890123", "", "", "", "SF1234567890123")]
    [InlineData("", "", "", "SF1934567890123", "", "", "", "SF1234567890123")]
    [InlineData("", "", "", "FS1234567890123", "", "", "", "SF1234567890123")]
    [InlineData("", "", "", "sf 1934567890123", "", "", "", "SF1234567890123")]
    [InlineData("王芳", "", "", "SF1234567890132", "王*", "", "", "SF1234567890123")]
    [InlineData("王芳", "", "", "sf-1234567890132", "王*", "", "", "SF1234567890123")]
    [InlineData("王芳", "", "张杨路88号502室", "", "王*", "", "浦东张杨路88弄502", "")]
    public void A_waybill_meets_with_a_slip_and_an_address_by_its_numbers(params string[] cells) =>
        Assert.True(Meet(_courier, cells[..4], cells[4..]));

    [Theory]
    [InlineData("110105********002X")]
    [InlineData("11010519491231****")]
    [InlineData("******19491231002X")]
    [InlineData("110105194912310021")]
    [InlineData("11010519491231002X")]
    public void An_identity_number_meets_by_two_of_three_parts(string masked) =>
        Assert.True(Meet([FieldRole.NationalId], [masked], ["11010519491231002X"]));

    [Fact]
    public void A_list_of_newborns_meets_the_register_by_child_and_day() => Assert.True(Meet(
        [FieldRole.PersonName, FieldRole.RelatedName, FieldRole.EventDate], ["", "李小宝", "2023-05-01"], ["王芳", "李晓宝", "2023-05-01"]));

    [Fact]
    public void Dummy_numbers_bring_nobody_together() =>
        Assert.False(Meet([FieldRole.Phone], ["13800138000"], ["13800138000"]));

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void A_scan_comes_out_the_same_with_any_number_of_threads(int threads)
    {
        var left = RandomPeople.Make(21, 800);
        PersonColumns[] right = [.. Enumerable.Range(0, 7).Select(i => RandomPeople.Make(30 + i, 300))];
        PairScan one = Scan(left, right, 1), many = Scan(left, right, threads);
        Assert.True(one.Pairs.Count > 1000);
        Assert.Equal(one.Pairs.Left, many.Pairs.Left);
        Assert.Equal(one.Pairs.Right, many.Pairs.Right);
        Assert.Equal(one.Pairs.Patterns, many.Pairs.Patterns);
        Assert.Equal(one.Histogram.Sorted().Patterns, many.Histogram.Sorted().Patterns);
        Assert.Equal(one.Histogram.Sorted().Counts, many.Histogram.Sorted().Counts);
        Assert.Equal(one.RulePairs, many.RulePairs);
    }

    [Fact]
    public void A_scan_of_a_table_with_itself_finds_every_pair_once_and_nobody_beside_themselves()
    {
        var people = RandomPeople.Make(22, 500);
        var pairs = Scan(people, [people], 2).Pairs;
        Assert.True(pairs.Count > 100);
        Assert.All(Enumerable.Range(0, pairs.Count), p => Assert.True(pairs.Left[p] < pairs.Right[p]));
        Assert.Equal(pairs.Count, pairs.Left.Zip(pairs.Right).Distinct().Count());
    }

    static PairScan Scan(PersonColumns left, PersonColumns[] right, int threads)
    {
        _ = new NameFrequencies(left, right);
        return PairScan.Run(
            left, right, Lists.Places(), Linking.MakeModel(1000), 100_000, new ParallelOptions { MaxDegreeOfParallelism = threads });
    }
}
