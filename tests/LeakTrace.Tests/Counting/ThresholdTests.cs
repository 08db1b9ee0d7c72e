using LeakTrace.Engine.Counting;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Tracing;

namespace LeakTrace.Tests.Counting;

public sealed class ThresholdTests
{
    [Theory]
    [InlineData("三", 49, false)]
    [InlineData("三", 50, true)]
    [InlineData("四", 499, false)]
    [InlineData("四", 500, true)]
    [InlineData("五", 4_999, false)]
    [InlineData("五", 5_000, true)]
    public void Items_three_to_five_of_article_5_are_reached_from_their_number_on(string tier, int records, bool reached)
    {
        var line = Seller(tier, records, PartyRole.Outsider);

        Assert.Equal((reached, false), (line.Reached, line.SevereReached));
        Assert.Null(line.InsiderReached);
        Assert.Equal(double.NaN, line.InsiderThreshold);
    }

    [Theory]
    [InlineData("三", 499, false)]
    [InlineData("三", 500, true)]
    [InlineData("四", 4_999, false)]
    [InlineData("四", 5_000, true)]
    [InlineData("五", 49_999, false)]
    [InlineData("五", 50_000, true)]
    public void The_tenfold_of_article_5_paragraph_2_is_the_graver_degree(string tier, int records, bool severe) =>
        Assert.Equal((true, severe), (Seller(tier, records, PartyRole.Outsider).Reached, Seller(tier, records, PartyRole.Outsider).SevereReached));

    [Theory]
    [InlineData("三", 24, false, false)]
    [InlineData("三", 25, true, false)]
    [InlineData("四", 249, false, false)]
    [InlineData("四", 250, true, false)]
    [InlineData("五", 2_499, false, false)]
    [InlineData("五", 2_500, true, false)]
    [InlineData("三", 249, true, false)]
    [InlineData("三", 250, true, true)]
    [InlineData("四", 2_499, true, false)]
    [InlineData("四", 2_500, true, true)]
    [InlineData("五", 24_999, true, false)]
    [InlineData("五", 25_000, true, true)]
    public void Item_eight_halves_them_for_what_duty_or_service_gave(string tier, int records, bool reached, bool severe)
    {
        var insider = Seller(tier, records, PartyRole.Insider);
        var unknown = Seller(tier, records, PartyRole.Unknown);

        Assert.Equal((reached, severe), (insider.Reached, insider.SevereReached));
        Assert.Equal((reached, severe), (unknown.InsiderReached, unknown.InsiderSevereReached));
        Assert.Equal(records >= unknown.Threshold, unknown.Reached);
        Assert.Equal("role-unknown", unknown.Note);
    }

    [Fact]
    public void The_half_is_for_selling_what_no_other_party_had_delivered()
    {
        var resold = Seller("五", 4_000, PartyRole.Insider, own: 2_499);
        var bought = Lines(Figures("buyer", "Z", "", "Z", 0, 0, 4_000), PartyRole.Insider).Single(line => line.Tier == "五");

        Assert.Equal((false, 2_499), (resold.Reached, resold.InsiderCount));
        Assert.True(Seller("五", 4_000, PartyRole.Insider, own: 2_500).Reached);
        Assert.False(bought.Reached);
        Assert.Null(bought.InsiderReached);
    }

    [Theory]
    [InlineData(20, 200, 999, false)]
    [InlineData(20, 200, 1_000, true)]
    [InlineData(49, 9, 9, false)]
    [InlineData(49, 10, 0, true)]
    [InlineData(0, 499, 9, false)]
    [InlineData(0, 499, 10, true)]
    public void Item_six_adds_the_proportions_where_no_item_is_reached_alone(int three, int four, int five, bool reached) =>
        Assert.Equal(reached, Sum(three, four, five, PartyRole.Outsider).Reached);

    [Theory]
    [InlineData(10, 100, 499, false)]
    [InlineData(10, 100, 500, true)]
    public void Item_six_is_halved_by_item_eight(int three, int four, int five, bool reached) =>
        Assert.Equal((reached, reached), (Sum(three, four, five, PartyRole.Insider).Reached, Sum(three, four, five, PartyRole.Unknown).InsiderReached));

    [Theory]
    [InlineData(200, 2_000, 9_999, false)]
    [InlineData(200, 2_000, 10_000, true)]
    public void Item_six_has_a_tenfold_too(int three, int four, int five, bool severe)
    {
        var line = Sum(three, four, five, PartyRole.Outsider);

        Assert.Equal((false, severe, "reached-alone"), (line.Reached, line.SevereReached, line.Note));
    }

    [Fact]
    public void Item_six_is_not_needed_where_an_item_is_reached_alone() =>
        Assert.Equal((false, 1.5), (Sum(50, 250, 0, PartyRole.Outsider).Reached, Sum(50, 250, 0, PartyRole.Outsider).Count));

    [Theory]
    [InlineData(PartyRole.Outsider, 4_999.99, false, false)]
    [InlineData(PartyRole.Outsider, 5_000, true, false)]
    [InlineData(PartyRole.Outsider, 49_999.99, true, false)]
    [InlineData(PartyRole.Outsider, 50_000, true, true)]
    [InlineData(PartyRole.Insider, 2_499.99, false, false)]
    [InlineData(PartyRole.Insider, 2_500, true, false)]
    [InlineData(PartyRole.Insider, 24_999.99, true, false)]
    [InlineData(PartyRole.Insider, 25_000, true, true)]
    public void Item_seven_is_illegal_income(PartyRole role, double yuan, bool reached, bool severe)
    {
        var line = Lines(Figures("seller", "L", "L", "", 0, 0, 1), role, money: (decimal)yuan).Single(line => line.Tier == "七");

        Assert.Equal((reached, severe, yuan), (line.Reached, line.SevereReached, line.Count));
    }

    [Theory]
    [InlineData(49_999.99, false)]
    [InlineData(50_000, true)]
    public void Article_6_is_for_profit_of_a_lawful_business(double yuan, bool reached)
    {
        var lines = Lines(Figures("buyer", "Z", "", "Z", 0, 500, 5_000), PartyRole.LawfulBusiness, profit: (decimal)yuan);

        Assert.Equal(reached, lines.Single(line => line.Tier == "第六条").Reached);
        Assert.Equal((false, "lawful-business-article-6"), (lines.Single(line => line.Tier == "五").Reached, lines.Single(line => line.Tier == "五").Note));
        Assert.True(lines.Single(line => line.Tier == "四").Reached);
    }

    [Fact]
    public void Article_6_does_not_shield_who_sells_on()
    {
        var scopes = new[] { Figures("seller", "Z", "Z", "", 0, 0, 5_000), Figures("buyer", "Z", "", "Z", 0, 0, 5_000) };
        var lines = Run(scopes, new() { ["Z"] = PartyRole.LawfulBusiness }, new() { ["Z"] = 90_000 }, null).Lines;

        Assert.Equal((false, "resold-article-5"), lines.Where(line => line.Tier == "第六条").Select(line => (line.Reached, line.Note)).Single());
        Assert.All(lines.Where(line => line.Tier == "五"), line => Assert.True(line.Reached));
    }

    [Fact]
    public void Article_11_counts_resale_once_and_each_recipient_and_no_duplicates()
    {
        var small = new SmallCase(
            [("1.csv", "a b b"), ("2.csv", "a b c"), ("3.csv", "c a")], ("1.csv", "L", "W", 1), ("2.csv", "W", "Z", 2), ("3.csv", "W", "Y", 3));
        var lines = Run(small.Counted.Figures, [], [], null).Lines;
        ThresholdLine Of(string scope, string key) => lines.Single(line => line.Scope == scope && line.Key == key && line.Tier == "五");

        Assert.Equal((2, 3), (Of("seller", "L").Count, Of("seller", "L").Rows));
        Assert.Equal((5, 2), (Of("seller", "W").Count, Of("seller", "W").InsiderCount));
        Assert.Equal((3, 5), (Of("party", "W").Count, Of("party", "W").Accumulated));
        Assert.Equal(2, Of("buyer", "W").Count);
    }

    [Theory]
    [InlineData("a b c d", "", "", false)] // One below the threshold of five.
    [InlineData("a b c d e", "", "", true)]
    [InlineData("a b c d d d", "", "", false)] // 第三款: not what is shown to be duplicate,
    [InlineData("a b c d 0 0 ! ?", "", "", false)] // or untrue.
    [InlineData("a b c", "", "a", false)] // 第二款: once for each recipient, four in all,
    [InlineData("a b c", "", "a b", true)] // and five.
    [InlineData("a b c d", "a b c d", "", false)] // 第一款: obtained and then sold, once.
    [InlineData("a b c", "a b c d", "", false)] // What was obtained and kept is added to what was sold: four,
    [InlineData("a b c", "a b c d e", "", true)] // and five.
    public void Article_11_decides_on_which_side_of_a_threshold_a_party_is(string toW, string fromX, string toZ, bool reached)
    {
        static PolicyTier Five(PolicyTier tier) => tier.Name == "五" ? tier with { Threshold = 5 } : tier;
        var policy = CountingPolicy.Default with
        {
            Tiers = [.. CountingPolicy.Default.Tiers.Select(Five)],
            RecordTiers = [.. CountingPolicy.Default.RecordTiers.Select(Five)],
        };
        var small = new SmallCase([("1.csv", fromX), ("2.csv", toW), ("3.csv", toZ)], ("1.csv", "X", "L", 1), ("2.csv", "L", "W", 2), ("3.csv", "L", "Z", 3));
        var lines = Thresholds.Run(small.Counted.Figures, policy, new Dictionary<string, PartyRole> { ["L"] = PartyRole.Outsider }, new Dictionary<string, decimal>(), (_, _) => null).Lines;

        Assert.Equal(reached, lines.Single(line => line.Scope == "party" && line.Key == "L" && line.Tier == "五").Reached);
    }

    [Fact]
    public void Says_whether_an_answer_depends_on_the_key()
    {
        var figures = Figures("seller", "L", "L", "", 0, 0, 5_000);
        var thresholds = Run([figures with { Tiers = [figures.Tiers[0], figures.Tiers[1], figures.Tiers[2] with { ByPhone = 4_999, ById = 10, Covered = [5_000, 100, 5_000, 5_000] }] }],
            new() { ["L"] = PartyRole.Outsider }, [], null);

        Assert.True(thresholds.Lines.Single(line => line.Tier == "五").DependsOnKey);
        Assert.False(thresholds.Lines.Single(line => line.Tier == "四").DependsOnKey);
        Assert.Equal(["phone", "id"], thresholds.KeyLines.Where(line => line.Tier == "五" && line.Differs).Select(line => line.CountedBy));
    }

    static ThresholdLine Seller(string tier, int records, PartyRole role, int own = -1) => Lines(
        Figures("seller", "L", "L", "", tier == "三" ? records : 0, tier == "四" ? records : 0, tier == "五" ? records : 0, own), role)
        .Single(line => line.Tier == tier);

    static ThresholdLine Sum(int three, int four, int five, PartyRole role) =>
        Lines(Figures("seller", "L", "L", "", three, four, five), role).Single(line => line.Tier == "六");

    static IReadOnlyList<ThresholdLine> Lines(ScopeFigures figures, PartyRole role, decimal? money = null, decimal? profit = null) => Run(
        [figures], new() { [figures.Key] = role }, profit is { } yuan ? new() { [figures.Key] = yuan } : [],
        money is { } paid ? new PartyMoney(paid, paid, paid) : null).Lines;

    static Thresholds Run(
        IReadOnlyList<ScopeFigures> scopes, Dictionary<string, PartyRole> roles, Dictionary<string, decimal> profits, PartyMoney? money) =>
        Thresholds.Run(scopes, CountingPolicy.Default, roles, profits, (_, _) => money);

    static ScopeFigures Figures(string scope, string key, string seller, string buyer, int three, int four, int five, int own = -1)
    {
        long[] counts = [three, four, five, 0, 0, 0, 0, 0];
        var tiers = counts[..3].Select(n => new TierCount(n, n, n, n, n, n, n, n, n, [n, n, n, n])).ToList();
        var owned = own < 0 ? counts : [.. counts.Select(n => Math.Min(n, own))];
        return new ScopeFigures(scope, key, seller, buyer, tiers, counts, counts, counts, seller.Length > 0 ? new PartyShare(owned, owned) : null, null);
    }
}
