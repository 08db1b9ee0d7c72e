using System.Text;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest;

namespace LeakTrace.Tests.Ingest;

public class DeliveryListTests
{
    [Theory]
    [InlineData("file,seller,buyer,sent_at\na/b.xlsx,S,B,2023-05-01 10:00:00\n")]
    [InlineData("sent_at,buyer,seller,file\n2023-05-01 10:00:00,B,S,a\\b.xlsx\n")]
    [InlineData("文件,卖方,买方,时间\na/b.xlsx,S,B,2023/5/1 10:00\n")]
    [InlineData("发送时间;接收人;发送人;文件名\n2023-05-01 10:00:00;B;S;a/b.xlsx\n")]
    [InlineData("a/b.xlsx,S,B,2023-05-01 10:00:00\n")]
    public void Reads_any_order_and_language(string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        foreach (var encoding in (string[])["utf-8", "gb18030", "utf-16"])
        {
            using var file = new ScratchFile(Encoding.GetEncoding(encoding).GetBytes(text));
            var (deliveries, problems) = DeliveryList.Read(file.Path);
            Assert.Empty(problems);
            var delivery = Assert.Single(deliveries);
            Assert.Equal(("a/b.xlsx", "S", "B"), (delivery.File, delivery.Seller, delivery.Buyer));
            Assert.Equal(new DateOnly(2023, 5, 1), DateOnly.FromDayNumber(PackedDate.DayOf(delivery.SentAt)));
            Assert.Equal(36_000, PackedDate.SecondOf(delivery.SentAt));
        }
    }

    [Fact]
    public void Lines_that_cannot_be_used_are_named()
    {
        using var file = new ScratchFile("file,seller,buyer,sent_at\na.csv,,B,\nb.csv,S,B,whenever\nc.csv,S,B,\n");
        var (deliveries, problems) = DeliveryList.Read(file.Path);
        Assert.Equal(["b.csv", "c.csv"], deliveries.Select(delivery => delivery.File));
        Assert.All(deliveries, delivery => Assert.Equal(0UL, delivery.SentAt));
        Assert.Equal([("incomplete-delivery", 2), ("unreadable-time", 3)], problems.Select(problem => (problem.Code, problem.Row)));
    }

    [Fact]
    public void A_missing_list_is_an_error_and_no_exception() =>
        Assert.Equal("no-deliveries", Assert.Single(DeliveryList.Read("/nonexistent/deliveries.csv").Problems).Code);
}
