using System.Globalization;
using LeakTrace.Ingest.Chats;

namespace LeakTrace.Tests.Ingest.Chats;

public sealed class ChatClaimTests
{
    [Theory]
    [InlineData("3月的 共1,200条", 1200)]
    [InlineData("这次 3200 条，五块一条", 3200)]
    [InlineData("1.5万条", 15000)]
    [InlineData("450 rows this time", 450)]
    [InlineData("2019年3月名单.xlsx", 0)]
    [InlineData("还有12条消息", 0)]
    [InlineData("12:30行不行", 0)]
    public void Records_that_are_announced_are_read(string line, long expected) => Assert.Equal(expected, ChatClaim.RowsIn(line));

    [Theory]
    [InlineData("[转账] ¥9,600.00", "9600")]
    [InlineData("微信转账：9600元", "9600")]
    [InlineData("已转给你8000", "8000")]
    [InlineData("给你打了1万", "10000")]
    [InlineData("paid 350.50 yuan", "350.5")]
    [InlineData("[转账] 已收款 ¥9600", "0")]
    [InlineData("收到转账 9600", "0")]
    [InlineData("打了3个电话", "0")]
    [InlineData("转了 1200条", "0")]
    [InlineData("8块一条", "0")]
    public void Money_that_is_said_to_be_paid_is_read(string line, string expected) =>
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), ChatClaim.AmountIn(line));
}
