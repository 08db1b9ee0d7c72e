using System.Text;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest;

namespace LeakTrace.Tests.Ingest;

public class PaymentListTests
{
    [Theory]
    [InlineData("paid_at,payer,payee,amount\n2023-05-01 10:00:00,Z,W,1600.50\n", 0)]
    [InlineData("金额,收款人,付款人,时间\n\"¥1,600.50\",W,Z,2023/5/1 10:00\n", 0)]
    [InlineData("账本,,,,\n日期,买家,卖家,金额,条数\n2023-05-01 10:00,Z,W,1600.5元,200\n", 200)]
    [InlineData("2023-05-01 10:00:00,Z,W,１６００．５\n", 0)]
    public void Reads_any_order_and_language(string text, long rows)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        foreach (var encoding in (string[])["utf-8", "gb18030"])
        {
            using var file = new ScratchFile(Encoding.GetEncoding(encoding).GetBytes(text));
            var (payments, problems) = PaymentList.Read(file.Path, "payments/账本.csv");
            Assert.Empty(problems);
            var payment = Assert.Single(payments);
            Assert.Equal(("Z", "W", 1600.5m, rows, "payments/账本.csv"), (payment.Payer, payment.Payee, payment.Amount, payment.ClaimedRows, payment.Source));
            Assert.Equal(36_000, PackedDate.SecondOf(payment.PaidAt));
        }
    }

    [Fact]
    public void Names_lines_that_cannot_be_used_and_keeps_the_rest()
    {
        using var file = new ScratchFile(Encoding.UTF8.GetBytes("paid_at,payer,payee,amount\n2023-05-01,Z,W,x\nsome day,Z,W,5\n2023-05-03,,W,5\n2023-05-04,Z,W,-20\n"));
        var (payments, problems) = PaymentList.Read(file.Path, "payments.csv");

        Assert.Equal([(0UL, 5m), (PackedDate.Pack(new DateOnly(2023, 5, 4).DayNumber), -20m)], payments.Select(payment => (payment.PaidAt, payment.Amount)));
        Assert.Equal([(2, "incomplete-payment"), (3, "unreadable-payment-time"), (4, "incomplete-payment")], problems.Select(problem => (problem.Row, problem.Code)));
    }

    [Fact]
    public void A_list_without_its_columns_is_an_error()
    {
        using var file = new ScratchFile(Encoding.UTF8.GetBytes("paid_at,amount\n2023-05-01,5\n"));

        Assert.Equal((Severity.Error, "no-payment-columns"), PaymentList.Read(file.Path, "payments.csv").Problems.Select(problem => (problem.Severity, problem.Code)).Single());
    }
}
