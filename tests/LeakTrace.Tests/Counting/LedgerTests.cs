using LeakTrace.Engine.Counting;
using LeakTrace.Engine.Records;
using LeakTrace.Synthetic.Ledgers;

namespace LeakTrace.Tests.Counting;

public sealed class LedgerTests
{
    [Fact]
    public void A_resale_at_four_yuan_leaves_its_residual()
    {
        // 7,967 records at 4 yuan come to 31,868; 31,831 were paid.
        var settlements = Settlement.Of([(1_000_000, 7_967)], [(0, 1_000_500, 31_831m)], isInAdvance: false);
        var price = Assert.Single(PriceTiers.Find(settlements).Tiers);

        Assert.Equal(4, price.Price);
        Assert.Equal(-37, settlements[0].Amount - (settlements[0].Rows * price.Price));
    }

    [Fact]
    public void Every_payment_is_held_against_what_came_since_the_last()
    {
        var small = new SmallCase(
            [("1.csv", "a b c d"), ("2.csv", "e f g h i j"), ("3.csv", "k l"), ("4.csv", "m n")],
            ("1.csv", "W", "Z", 1), ("2.csv", "W", "Z", 5), ("3.csv", "W", "Z", 9), ("4.csv", "W", "Z", 20));
        var ledger = Ledger.Run([Paid(2, 32), Paid(6, 46), Paid(10, 8), Paid(11, 8)], [], small.Deliveries, small.Counted);

        Assert.Equal([4, 6, 2, 0], ledger.Lines.Select(line => line.DeliveredValid));
        Assert.Equal([0m, -2m, -8m, 8m], ledger.Lines.Select(line => line.Residual));
        Assert.All(ledger.Lines, line => Assert.Equal(8, line.Tier));
        Assert.Equal([1, 2, 3, 3], ledger.Lines.Select(line => line.Settlement));
        Assert.Equal(5.75, ledger.Lines[1].ImpliedRows);
        var seller = ledger.Parties(new Dictionary<string, PartyRole>()).Single(line => line.Party == "W");
        Assert.Equal((94m, 0m, 94m, 14, 12, 2), (seller.Received, seller.PassedOn, seller.Kept, seller.SoldValid, seller.PaidForValid, seller.UnpaidValid));
    }

    [Fact]
    public void Money_passed_on_is_not_kept()
    {
        var small = new SmallCase([("1.csv", "a b"), ("2.csv", "a b c")], ("1.csv", "L", "W", 1), ("2.csv", "W", "Z", 2));
        var ledger = Ledger.Run([Paid(2, 10, "W", "L"), Paid(3, 24)], [], small.Deliveries, small.Counted);

        Assert.Equal(new PartyMoney(24, 14, 24), ledger.MoneyOf("party", "W"));
        Assert.Equal(new PartyMoney(24, 24, 24), ledger.MoneyOf("edge", "W→Z"));
        Assert.Null(ledger.MoneyOf("party", "Z"));
    }

    [Fact]
    public void Files_of_payments_are_held_against_each_other()
    {
        var small = new SmallCase([("1.csv", "a b")], ("1.csv", "W", "Z", 1));
        Payment[] bank = [Paid(2, 16), Paid(30, 100), Paid(60, 50), Paid(90, 70)];
        Payment[] book = [Paid(2, 16), Paid(33, 100), Paid(60, 53), Paid(120, 20)];
        var ledger = Ledger.Run([.. bank, .. book.Select(payment => payment with { Source = "payments/账本.csv" })], [], small.Deliveries, small.Counted);

        Assert.Equal(["date", "amount", "only-first", "only-second"], ledger.Disagreements.Select(line => line.Kind));
        Assert.Equal([(100.0, 100.0), (50.0, 53.0), (70.0, double.NaN), (double.NaN, 20.0)], ledger.Disagreements.Select(line => (line.FirstValue, line.SecondValue)));
    }

    [Fact]
    public void Chats_that_tell_of_payments_are_evidence_of_their_own()
    {
        var small = new SmallCase([("1.csv", "a b"), ("2.csv", "c d e")], ("1.csv", "W", "Z", 1), ("2.csv", "W", "Z", 5));
        ChatMessage[] messages =
        [
            Said("chats/a.txt", 2, 0, 16), Said("chats/a.txt", 2, 120, 16), Said("chats/b.txt", 2, 60, 16), Said("chats/b.txt", 6, 0, 24),
        ];
        var alone = Ledger.Run([], messages, small.Deliveries, small.Counted);
        Assert.Equal(
            [("chats", "chats/a.txt", 16m, 2L, 0m), ("chats", "chats/b.txt", 24m, 3L, 0m)],
            alone.Lines.Select(line => (line.Source, line.File, line.Amount, line.DeliveredValid, line.Residual)));
        Assert.Equal(("chats", 8m), alone.Prices.Select(line => (line.Source, line.Tier)).Single());
        Assert.Equal(new PartyMoney(40, 40, 40), alone.MoneyOf("seller", "W"));

        // Beside a file, what chats leave out lowers nothing.
        var both = Ledger.Run([Paid(2, 16), Paid(6, 24), Paid(9, 8)], messages[..1], small.Deliveries, small.Counted);
        Assert.Equal(["payments.csv", "chats"], both.Sources);
        Assert.Equal(new PartyMoney(48, 48, 48), both.MoneyOf("seller", "W"));
        Assert.Equal(4, both.Lines.Count);
        Assert.Empty(both.Disagreements);
    }

    [Fact]
    public void An_entry_that_names_another_number_of_records_disagrees()
    {
        var small = new SmallCase([("1.csv", "a b")], ("1.csv", "W", "Z", 1));
        var ledger = Ledger.Run([Paid(2, 16) with { ClaimedRows = 3 }], [], small.Deliveries, small.Counted);

        Assert.Equal(("rows", 3.0, 2.0), ledger.Disagreements.Select(line => (line.Kind, line.FirstValue, line.SecondValue)).Single());
    }

    [Fact]
    public void Without_deliveries_one_payer_paid_for_the_whole_seizure()
    {
        var small = new SmallCase([("1.csv", "a b c"), ("2.csv", "d")]);
        var line = Ledger.Run([Paid(2, 16)], [], small.Deliveries, small.Counted).Lines.Single();

        Assert.Equal((4L, 4m, 0m), (line.DeliveredValid, line.Tier, line.Residual));
    }

    [Fact]
    public void Two_prices_with_a_payment_across_the_change_are_told_apart_exactly()
    {
        // Two deliveries are paid at once: the first at the old price, the second at the new.
        (long, long)[] deliveries = [.. Enumerable.Range(0, 12).Select(i => (i * 864_000L, 100L + (i * 7)))];
        var payments = Enumerable.Range(0, 12).Where(i => i != 5)
            .Select(i => (i, (i * 864_000L) + 5_000, (i < 6 ? 8m : 5m) * deliveries[i].Item2 + (i == 6 ? 8m * deliveries[5].Item2 : 0))).ToList();
        var found = PriceTiers.Find(Settlement.Of(deliveries, payments, isInAdvance: false));

        Assert.Equal([(8m, 0, 0), (5m, 5, 1)], found.Tiers.Select(tier => (tier.Price, tier.FirstSettlement, tier.FirstDelivery)));
    }

    [Fact]
    public void One_odd_payment_is_no_price()
    {
        (long, long)[] deliveries = [.. Enumerable.Range(0, 10).Select(i => (i * 864_000L, 100L))];
        var payments = Enumerable.Range(0, 10).Select(i => (i, (i * 864_000L) + 5_000, i == 4 ? 250m : 800m)).ToList();

        Assert.Equal([8m], PriceTiers.Find(Settlement.Of(deliveries, payments, isInAdvance: false)).Tiers.Select(tier => tier.Price));
    }

    [Theory]
    [InlineData(LedgerNoise.Even, 0.02, 0.05, 0.95, 0.95)]
    [InlineData(LedgerNoise.Even, 0.05, 0.1, 0.95, 0.88)]
    [InlineData(LedgerNoise.Gross, 0.05, 0.1, 0.95, 0.75)]
    [InlineData(LedgerNoise.Normal, 0.02, 0.05, 0.92, 0.84)]
    public void Finds_the_prices_and_the_months_of_their_changes_in_nineteen_of_twenty_ledgers(
        LedgerNoise kind, double missing, double merged, double leastWithinRange, double leastExact)
    {
        const int Ledgers = 100;
        int withinRange = 0, exact = 0;
        for (var seed = 1; seed <= Ledgers; seed++)
        {
            var ledger = SyntheticLedger.Make(seed, kind, 0.1, missing, merged);
            var (settlements, found) = Find(ledger);
            var arePrices = found.Select(tier => tier.Price).SequenceEqual(ledger.Prices.Select(price => price.Price));
            var truth = ledger.Prices.Select(price => MonthOf(ledger.Deliveries[price.First].SentAt)).ToList();
            withinRange += arePrices && found.Index().Skip(1).All(tier =>
                MonthOf(tier.Item.Earliest) <= truth[tier.Index] && truth[tier.Index] <= MonthOf(tier.Item.Latest)) ? 1 : 0;
            exact += arePrices && found.Index().Skip(1).All(tier =>
                MonthOf(settlements[tier.Item.FirstSettlement].Deliveries[tier.Item.FirstDelivery].SentAt) == truth[tier.Index]) ? 1 : 0;
        }

        // Where the payment beside a change is missing or grossly off, the month cannot be told: the range says so, the single month is a guess.
        Assert.InRange(withinRange, leastWithinRange * Ledgers, Ledgers);
        Assert.InRange(exact, leastExact * Ledgers, Ledgers);
    }

    [Fact]
    public void A_single_price_is_found_as_one() =>
        Assert.InRange(Enumerable.Range(1, 60).Count(seed => Find(SyntheticLedger.Make(seed, LedgerNoise.Even, 0.1, 0.05, 0.1, 0)).Tiers.Count == 1), 59, 60);

    [Fact]
    public void Where_the_payment_beside_a_change_is_missing_the_range_has_both_months()
    {
        // The delivery of the sixth month was never paid: at the old price or at the new.
        (long, long)[] deliveries = [.. Enumerable.Range(0, 12).Select(i => (i * 31 * 86_400L, 100L + (i * 7)))];
        var payments = Enumerable.Range(0, 12).Where(i => i != 6)
            .Select(i => (i, (i * 31 * 86_400L) + 5_000, (i < 6 ? 8m : 5m) * deliveries[i].Item2)).ToList();
        var change = PriceTiers.Find(Settlement.Of(deliveries, payments, isInAdvance: false)).Tiers[1];

        Assert.Equal((5m, deliveries[6].Item1, deliveries[7].Item1), (change.Price, change.Earliest, change.Latest));
    }

    static (List<Settlement> Settlements, List<PriceTier> Tiers) Find(SyntheticLedger ledger)
    {
        var settlements = Settlement.Of(ledger.Deliveries, [.. ledger.Payments.Select((payment, i) => (i, payment.PaidAt, payment.Amount))], isInAdvance: false);
        return (settlements, PriceTiers.Find(settlements).Tiers);
    }

    static int MonthOf(long sentAt) => DateOnly.FromDayNumber((int)(sentAt / 86_400)) is var day ? (12 * day.Year) + day.Month : 0;

    static Payment Paid(int day, decimal amount, string payer = "Z", string payee = "W") =>
        new(PackedDate.Pack(738_000 + day), payer, payee, amount);

    static ChatMessage Said(string chat, int day, int second, decimal amount) =>
        new(chat, day, "Z", "W", PackedDate.Pack(738_000 + day, second), "") { Amount = amount };
}
