using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Records;
using LeakTrace.Tests.Reference;

namespace LeakTrace.Tests.Comparison;

public sealed class PhoneComparisonTests
{
    const string Digits = "0135789";

    static readonly FsCheck.Gen<(string Left, string Right)> _pairs = Always.From(random =>
    {
        var (left, right) = Typing.Pair(random, Digits, 7, 12);
        return (left.Length > 12 ? left[..12] : left, right.Length > 12 ? right[..12] : right);
    });

    static PhoneLevel Between(string left, string right) =>
        PhoneComparison.Between(PhoneReference.Pack(left), PhoneReference.Pack(right));

    [Fact]
    public void Agrees_with_the_reference() =>
        Always.Holds(_pairs, pair => Assert.Equal(PhoneReference.Between(pair.Left, pair.Right), Between(pair.Left, pair.Right)), 20_000);

    [Fact]
    public void Is_symmetric() =>
        Always.Holds(_pairs, pair => Assert.Equal(Between(pair.Left, pair.Right), Between(pair.Right, pair.Left)));

    [Fact]
    public void A_number_is_exactly_itself() =>
        Always.Holds(Always.From(random => Typing.Word(random, Digits, 1, 12)), phone => Assert.Equal(PhoneLevel.Exact, Between(phone, phone)));

    [Theory]
    [InlineData("13812345678", "", PhoneLevel.Absent)]
    [InlineData("13812345678", "13812345678", PhoneLevel.Exact)]
    [InlineData("13812345678", "13812345679", PhoneLevel.OneDigit)]
    [InlineData("13812345678", "23812345678", PhoneLevel.OneDigit)]
    [InlineData("13812345678", "1381234567", PhoneLevel.OneDigit)]
    [InlineData("13812345678", "138123345678", PhoneLevel.OneDigit)]
    [InlineData("13812345678", "13812345687", PhoneLevel.Transposed)]
    [InlineData("13812345678", "13821345678", PhoneLevel.Transposed)]
    [InlineData("13812345678", "13812345876", PhoneLevel.Near)]
    [InlineData("13812345678", "15512345678", PhoneLevel.Near)]
    [InlineData("13812345678", "19912345678", PhoneLevel.Near)]
    [InlineData("02112345678", "12345678", PhoneLevel.Near)]
    [InlineData("13812345678", "138****5678", PhoneLevel.Mask)]
    [InlineData("138****5678", "138****5678", PhoneLevel.Mask)]
    [InlineData("138****5678", "*******5678", PhoneLevel.WeakMask)]
    [InlineData("13812345678", "1381234****", PhoneLevel.Mask)]
    [InlineData("13812345678", "138*****678", PhoneLevel.WeakMask)]
    [InlineData("13812345678", "********678", PhoneLevel.Different)]
    [InlineData("13812345678", "139****5678", PhoneLevel.Different)]
    [InlineData("13812345678", "138****567", PhoneLevel.Different)]
    [InlineData("13812345678", "13787654321", PhoneLevel.Different)]
    public void Examples(string left, string right, PhoneLevel expected) => Assert.Equal(expected, Between(left, right));

    [Fact]
    public void What_kind_of_number_it_was_read_as_makes_no_difference() => Assert.Equal(
        PhoneLevel.Exact,
        PhoneComparison.Between(PhoneReference.Pack("02112345678", PhoneKind.Landline), PhoneReference.Pack("02112345678", PhoneKind.Malformed)));

    [Fact]
    public void Of_two_numbers_each_the_best_pair_counts() => Always.Holds(
        Always.From(random => Enumerable.Range(0, 2).Select(_ => Typing.Pair(random, Digits, 9, 11)).ToArray()),
        both =>
        {
            string[] left = [both[0].Left, both[1].Left], right = [both[0].Right, both[1].Right];
            left[1] = left[1].Length % 3 == 0 ? "" : left[1];
            right = [.. right.Select(phone => phone.Length > 12 ? phone[..12] : phone)];
            left = [.. left.Select(phone => phone.Length > 12 ? phone[..12] : phone)];
            var expected = left.SelectMany(_ => right, PhoneReference.Between).Max();
            var best = PhoneComparison.Best(
                PhoneReference.Pack(left[0]), PhoneReference.Pack(left[1]), PhoneReference.Pack(right[0]), PhoneReference.Pack(right[1]));
            Assert.Equal(expected, best);
        });
}
