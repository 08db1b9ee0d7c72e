using LeakTrace.Engine.Comparison;
using LeakTrace.Tests.Reference;

namespace LeakTrace.Tests.Comparison;

public sealed class NationalIdComparisonTests
{
    static readonly FsCheck.Gen<(string Left, string Right)> _pairs = Always.From(random =>
    {
        var left = Typing.Word(random, "0123456789", 17, 17) + (random.Next(4) == 0 ? 'X' : '7');
        var right = left.ToCharArray();
        for (var slips = random.Next(4); slips > 0; slips--)
        {
            right[random.Next(17)] = (char)('0' + random.Next(10));
        }

        var masked = left.ToCharArray();
        masked.AsSpan(random.Next(18)..).Slice(0, 1).Fill(random.Next(3) == 0 ? '*' : masked[0]);
        var from = random.Next(18);
        right.AsSpan(from, random.Next(19 - from)).Fill(random.Next(2) == 0 ? '*' : '5');
        return random.Next(2) == 0 ? (new string(masked), new string(right)) : (new string(right), left);
    });

    static NationalIdLevel Between(string left, string right)
    {
        var (leftHead, leftTail) = NationalIdReference.Pack(left);
        var (rightHead, rightTail) = NationalIdReference.Pack(right);
        return NationalIdComparison.Between(leftHead, leftTail, rightHead, rightTail);
    }

    [Fact]
    public void Agrees_with_the_reference() => Always.Holds(
        _pairs, pair => Assert.Equal(NationalIdReference.Between(pair.Left, pair.Right), Between(pair.Left, pair.Right)), 20_000);

    [Fact]
    public void Is_symmetric() =>
        Always.Holds(_pairs, pair => Assert.Equal(Between(pair.Left, pair.Right), Between(pair.Right, pair.Left)));

    [Theory]
    [InlineData("11010519491231002X", "", NationalIdLevel.Absent)]
    [InlineData("11010519491231002X", "11010519491231002X", NationalIdLevel.Exact)]
    [InlineData("11010519491231002X", "110105194912310021", NationalIdLevel.NearlySame)]
    [InlineData("11010519491231002X", "11010519491321002X", NationalIdLevel.NearlySame)]
    [InlineData("11010519491231002X", "11010519481321002X", NationalIdLevel.Different)]
    [InlineData("11010519491231002X", "110105********002X", NationalIdLevel.Mask)]
    [InlineData("11010519491231002X", "110105**********2X", NationalIdLevel.WeakMask)]
    [InlineData("11010519491231002X", "**************002X", NationalIdLevel.WeakMask)]
    [InlineData("11010519491231002X", "***************02X", NationalIdLevel.Absent)]
    [InlineData("11010519491231002X", "110105194912310***", NationalIdLevel.Mask)]
    [InlineData("11010519491231002X", "110106********002X", NationalIdLevel.Different)]
    public void Examples(string left, string right, NationalIdLevel expected) => Assert.Equal(expected, Between(left, right));
}
