using LeakTrace.Engine.Counting;
using LeakTrace.Engine.Records;

namespace LeakTrace.Tests.Counting;

public sealed class ChatEvidenceTests
{
    const int Start = 738_000;
    readonly SmallCase _case = new(
        [("disk/1.csv", "# a b c"), ("disk/2.csv", "d e -"), ("disk/3.csv", "f")], ("1.csv", "W", "Z", 1), ("disk/2.csv", "W", "Z", 5), ("3.csv", "L", "W", 7));

    IEnumerable<(string Kind, string File, double First, string Second, double SecondValue)> Compare(
        IReadOnlyList<ChatMessage> messages, IReadOnlyList<Delivery>? listed = null, params Payment[] payments)
    {
        listed ??= [Listed("1.csv", 1, 2), Listed("disk/2.csv", 5, 3), Listed("3.csv", 7, 4) with { Seller = "L", Buyer = "W" }];
        return ChatEvidence.Compare(messages, listed, payments, _case.Rows.Files, _case.Counted.Lines)
            .Select(line => (line.Kind, line.File, line.FirstValue, line.SecondSource, line.SecondValue));
    }

    static Delivery Listed(string file, int day, int row) => new(file, "W", "Z", PackedDate.Pack(Start + day), row);

    static ChatMessage Sent(string file, int day, long records = 0, string from = "W", string to = "Z") =>
        new("chats/c.txt", day, from, to, PackedDate.Pack(Start + day, 0), file) { Records = records };

    [Fact]
    public void Chats_that_say_what_the_list_and_the_files_say_disagree_with_nothing() =>
        Assert.Empty(Compare([Sent("1.csv", 1, 3), Sent("2.csv", 6, 2), Sent("", 6)]));

    [Fact]
    public void A_file_that_was_sent_and_not_seized_is_told() =>
        Assert.Equal([("not-seized", "4.csv", 800.0, "seized", double.NaN)], Compare([Sent("1.csv", 1), Sent("2.csv", 5), Sent("4.csv", 9, 800)]));

    [Fact]
    public void A_file_that_the_list_lacks_is_told_and_so_is_one_that_the_chat_lacks() => Assert.Equal(
        [("only-first", "2.csv", double.NaN, "deliveries.csv", double.NaN), ("only-second", "1.csv", double.NaN, "deliveries.csv", double.NaN)],
        Compare([Sent("", 1), Sent("2.csv", 5)], [Listed("1.csv", 1, 2), Listed("3.csv", 9, 3)]));

    [Fact]
    public void Another_number_of_records_another_time_and_other_parties_are_told() => Assert.Equal(
        [
            ("rows", "1.csv", 5.0, "seized", 3.0), ("date", "2.csv", double.NaN, "deliveries.csv", double.NaN),
            ("parties", "3.csv", double.NaN, "deliveries.csv", double.NaN),
        ],
        Compare([Sent("1.csv", 1, 5), Sent("2.csv", 8), Sent("3.csv", 7)]));

    [Fact]
    public void Names_that_only_the_chat_knows_are_no_other_parties() =>
        Assert.Empty(Compare([Sent("3.csv", 7, from: "老李", to: "小王")]));

    [Fact]
    public void The_senders_next_words_say_how_many_records_the_file_has() =>
        Assert.Equal([("rows", "1.csv", 9.0, "seized", 3.0)], Compare([Sent("1.csv", 1), Sent("", 1, 9), Sent("2.csv", 5)]));

    [Fact]
    public void Money_of_chats_is_held_against_the_payments_but_silence_is_no_disagreement()
    {
        static ChatMessage Paid(int day, decimal amount) => Sent("", day, from: "Z", to: "W") with { Amount = amount };
        static Payment Listed(int day, decimal amount) => new(PackedDate.Pack(Start + day), "Z", "W", amount);

        Assert.Equal(
            [("amount", "", 950.0, "payments.csv", 960.0), ("only-first", "", 70.0, "payments.csv", double.NaN)],
            Compare([Sent("1.csv", 1), Sent("2.csv", 5), Paid(2, 24), Paid(6, 950), Paid(9, 70)], null, Listed(2, 24), Listed(6, 960), Listed(30, 500)));
    }
}
