using System.Globalization;
using LeakTrace.Tests.Cases;
using LeakTrace.Tests.Synthetic;

namespace LeakTrace.Tests.App;

/// <summary>A list of names, identity numbers and phones, bought and resold at 4 yuan a row: 7,967 rows, 31,831 yuan (Changsha).</summary>
public sealed class ResoldListTests : IDisposable
{
    const int Rows = 7_967;
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Rows_obtained_and_then_sold_count_once_and_the_money_leaves_its_residual()
    {
        var rows = Enumerable.Range(0, Rows).Select(Row).ToList();
        _folder.Write("case/seized/收到.csv", "姓名,身份证号,手机\n" + string.Concat(rows));
        _folder.Write("case/seized/转卖.csv", "姓名,身份证号,手机\n" + string.Concat(rows.Concat(rows.Take(40))));
        _folder.Write("case/deliveries.csv", "file,seller,buyer,sent_at\n收到.csv,上家,甲,2020-03-01 10:00:00\n转卖.csv,甲,乙,2020-03-02 10:00:00\n");
        _folder.Write("case/payments.csv", "paid_at,payer,payee,amount\n2020-03-05 10:00:00,乙,甲,31831\n");
        Assert.Equal(0, TracedCase.Run("trace", _folder["case"], "--out", _folder["out"]).Code);

        var counts = Table("counts").ToDictionary(line => (line["scope"], line["key"]));
        Assert.Equal(("8008", "40", "7967"), (counts[("edge", "甲→乙")]["total"], counts[("edge", "甲→乙")]["duplicate"], counts[("edge", "甲→乙")]["valid"]));
        Assert.Equal("7967", counts[("party", "甲")]["valid"]);
        var payment = Assert.Single(Table("ledger"));
        Assert.Equal(
            ("7967", "4", "7957.75", "-37"), (payment["delivered_valid"], payment["tier"], payment["implied_rows"], payment["residual"]));
        var thresholds = Table("thresholds").Where(line => line["scope"] == "party" && line["key"] == "甲").ToDictionary(line => line["tier"]);
        Assert.Equal(("7967", "true"), (thresholds["五"]["count"], thresholds["五"]["reached"]));
        Assert.Equal(("31831", "true"), (thresholds["七"]["count"], thresholds["七"]["reached"]));
        Assert.Equal(0, TracedCase.Run("verify", _folder["case"], "--out", _folder["out"]).Code);
    }

    List<Dictionary<string, string>> Table(string name) => CaseReading.Table(_folder["out/tables/" + name + ".csv"]);

    static string Row(int i)
    {
        const string Surnames = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗", Given = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英玉兰红梅文斌志浩";
        var random = new Random(i + 1);
        var digits = string.Create(CultureInfo.InvariantCulture, $"430102{1960 + random.Next(40)}{1 + random.Next(12):00}{1 + random.Next(28):00}{random.Next(1_000):000}");
        var phone = 13_000_000_000L + random.NextInt64(999_999_999);
        return $"{Surnames[random.Next(20)]}{Given[random.Next(30)]}{Given[random.Next(30)]},{digits}{CheckOf(digits)},{phone.ToString(CultureInfo.InvariantCulture)}\n";
    }

    /// <summary>Last place of an identity number (GB 11643, ISO 7064 mod 11-2).</summary>
    static char CheckOf(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            sum += (digits[i] - '0') * ((1 << (17 - i)) % 11);
        }

        return "10X98765432"[sum % 11];
    }
}
