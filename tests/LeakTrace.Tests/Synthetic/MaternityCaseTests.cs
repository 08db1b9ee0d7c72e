using System.Globalization;
using LeakTrace.Synthetic;
using LeakTrace.Synthetic.People;

namespace LeakTrace.Tests.Synthetic;

public sealed class MaternityCaseTests(GeneratedCases cases) : IClassFixture<GeneratedCases>
{
    static readonly MaternityOptions _options = GeneratedCases.MaternityOptions;

    [Fact]
    public void Identity_numbers_have_valid_check_characters_and_phones_are_nobody_elses()
    {
        var register = CaseReading.TextRegisters(cases.Maternity, "登记编号").Values;
        var ids = register.Select(row => row["证件号码"]).Where(id => id.Length > 0).ToList();
        Assert.InRange(ids.Count, 1000, register.Count);
        Assert.All(ids, id => Assert.True(NationalIds.IsWellFormed(id)));
        Assert.All(register.Where(row => row["手机号码"].Length > 0),
            row => Assert.True(PhoneNumbers.IsWellFormed(row["手机号码"])));
        var phones = Enumerable.Range(0, 20000).Select(slot => new PhoneNumbers(3).Of(slot)[3..]).ToHashSet();
        Assert.Equal(20000, phones.Count);
    }

    [Theory]
    [InlineData("11010519491231002", 'X')]
    [InlineData("44052418800101001", '4')]
    public void Check_characters_are_those_of_the_standard(string body, char expected) =>
        Assert.Equal(expected, NationalIds.CheckCharacter(body));

    [Fact]
    public void Sold_records_were_read_by_their_insider_before_the_sale_unless_the_log_lost_it()
    {
        var sentAt = CaseReading.Table(Path.Combine(cases.Maternity, "deliveries.csv"))
            .ToDictionary(delivery => delivery["file"], delivery => Time(delivery["sent_at"]));
        var reads = CaseReading.Table(Path.Combine(cases.Maternity, "access-log", "head-office.csv"))
            .Select(read => (Key: (read["account"], read["record_no"]), At: Time(read["access_time"])))
            .Concat(CaseReading.Table(Path.Combine(cases.Maternity, "access-log", "医院登记系统日志.csv"))
                .Select(read => (Key: (read["操作账号"], read["登记号"]), At: Time(read["操作时间"]))))
            .GroupBy(read => read.Key).ToDictionary(read => read.Key, read => read.Min(one => one.At));
        var found = 0;
        var leaked = Rows().Where(row => row["leaked"] == "true").ToList();
        foreach (var row in leaked)
        {
            if (reads.TryGetValue((row["account"], row["record"]), out var at))
            {
                Assert.True(at < sentAt[row["file"]]);
                found++;
            }
        }

        // A read that enabled the sale is lost as often as any other.
        Assert.InRange(found / (double)leaked.Count, 1 - _options.LostLogShare - 0.05, 1 - _options.LostLogShare + 0.1);
    }

    [Fact]
    public void Shares_come_out_as_asked()
    {
        var rows = Rows();
        Assert.InRange(rows.Count, _options.SeizedRows * 0.85, _options.SeizedRows * 1.15);
        var people = rows.Where(row => row["person"].Length > 0).GroupBy(row => row["person"]).ToList();
        var nowhere = people.Count(person => person.First()["leaked"] == "false");
        Assert.InRange(nowhere / (double)people.Count, _options.NowhereShare - 0.02, _options.NowhereShare + 0.02);
        Assert.InRange(rows.Count(row => row["status"] == "placeholder") / (double)rows.Count, 0.001, 0.008);
        Assert.InRange(rows.Count(row => row["status"] == "blank") / (double)rows.Count, 0.003, 0.014);
        var sources = CaseReading.Table(Path.Combine(CaseTruth.DirectoryFor(cases.Maternity), "sources.csv"));
        var shares = sources.Select(source => double.Parse(source["explained_share"], CultureInfo.InvariantCulture))
            .ToList();
        Assert.InRange(shares.Sum(), 1, 1.05);
        var top = sources.OrderByDescending(source => int.Parse(source["leaked_people"],
            CultureInfo.InvariantCulture)).First();
        Assert.NotEqual("申江市第一妇婴保健院", top["source"]);
    }

    [Fact]
    public void Second_registrations_differ_from_the_first()
    {
        var staff = new LeakTrace.Synthetic.Maternity.Staff(_options);
        var register = new LeakTrace.Synthetic.Maternity.Register(_options, staff);
        var twice = 0;
        for (var i = 0; i < 5000; i++)
        {
            var registrations = register.At(i).Registrations;
            if (registrations.Count > 1)
            {
                twice++;
                var (first, second) = (registrations[0], registrations[1]);
                Assert.NotEqual(first.Hospital, second.Hospital);
                Assert.True(second.RecordedAt > first.RecordedAt);
            }
        }

        Assert.InRange(twice / 5000.0, _options.TwoHospitalShare - 0.012, _options.TwoHospitalShare + 0.012);
    }

    [Fact]
    public void Two_prices_were_paid()
    {
        var valid = CaseReading.Table(Path.Combine(CaseTruth.DirectoryFor(cases.Maternity), "counts.csv"));
        var payments = CaseReading.Table(Path.Combine(cases.Maternity, "payments.csv"));
        var rows = int.Parse(valid.Single(count => count["key"] == "W→Z")["valid"], CultureInfo.InvariantCulture);
        var paid = payments.Where(payment => payment["payee"] == "W").Sum(payment => decimal.Parse(payment["amount"],
            CultureInfo.InvariantCulture));
        Assert.InRange(paid / rows, _options.LaterPrice + 0.3m, _options.FirstPrice - 0.3m);
        Assert.Equal(["L", "W"], payments.Select(payment => payment["payee"]).Distinct().Order(StringComparer.Ordinal));
    }

    List<Dictionary<string, string>> Rows() =>
        CaseReading.Table(Path.Combine(CaseTruth.DirectoryFor(cases.Maternity), "rows.csv"));

    static DateTime Time(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);
}
