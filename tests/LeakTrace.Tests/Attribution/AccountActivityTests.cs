using LeakTrace.Benchmarks.Attribution;
using LeakTrace.Engine.Attribution;
using LeakTrace.Engine.Entities;
using LeakTrace.Engine.Records;

namespace LeakTrace.Tests.Attribution;

/// <summary>Bursts before deliveries, days round the clock and shared log-ins, counted against what was put in.</summary>
public sealed class AccountActivityTests
{
    const long Hour = 3600;
    const long Day = 24 * Hour;
    const long Start = 736_000 * Day;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Bursts_are_the_deliveries_before_which_much_was_read(int bursts)
    {
        // Ten deliveries, every tenth day at noon; five reads a day, and thirty more on the morning of some deliveries.
        var times = new List<long>();
        for (var day = 0; day < 100; day++)
        {
            for (var read = 0; read < 5; read++)
            {
                times.Add(Start + day * Day + (9 + read) * Hour);
            }

            for (var read = 0; read < (day % 10 == 9 && day / 10 < bursts ? 30 : 0); read++)
            {
                times.Add(Start + day * Day + 8 * Hour + read * 60);
            }
        }

        var people = Enumerable.Range(0, 10).Select(i => Person(Start + (i * 10 + 9) * Day + 12 * Hour)).ToList();
        var findings = Describe(times, people);
        Assert.Equal(bursts, findings.Bursts);
        Assert.Equal(0, findings.RoundTheClockDays);
    }

    [Fact]
    public void Reading_much_after_a_delivery_or_days_before_it_is_no_burst()
    {
        var times = Enumerable.Range(0, 500).Select(i => Start + i / 5 * Day + (9 + i % 5) * Hour).ToList();
        times.AddRange(Enumerable.Range(0, 30).Select(i => Start + 50 * Day + 14 * Hour + i * 60));
        Assert.Equal(0, Describe(times, [Person(Start + 50 * Day + 12 * Hour)]).Bursts);
        Assert.Equal(0, Describe(times, [Person(Start + 53 * Day + 12 * Hour)]).Bursts);
        Assert.Equal(1, Describe(times, [Person(Start + 50 * Day + 20 * Hour)]).Bursts);
    }

    [Fact]
    public void A_few_reads_are_no_burst_however_rare_reading_is() =>
        Assert.Equal(0, Describe([.. Enumerable.Range(0, 9).Select(i => Start + 50 * Day + i * 60)], [Person(Start + 50 * Day + Hour)]).Bursts);

    [Fact]
    public void Days_round_the_clock_are_those_with_reads_in_twenty_hours()
    {
        var times = new List<long>();
        for (var day = 0; day < 6; day++)
        {
            for (var hour = 0; hour < (day < 4 ? 20 : 19); hour++)
            {
                times.Add(Start + day * Day + hour * Hour);
            }
        }

        Assert.Equal(4, Describe(times, []).RoundTheClockDays);
    }

    [Fact]
    public void Devices_overlap_in_the_hours_in_which_two_were_used()
    {
        // Account 1 on devices 1 and 2 in the same hour on three days; account 2 changes its device from day to day; account 3 has one.
        var entries = new List<(int Account, int Device, int Minute)>();
        for (var day = 0; day < 6; day++)
        {
            entries.Add((0, 1, day * 1440 + 600));
            entries.Add((0, day < 3 ? 2 : 1, day * 1440 + 630));
            entries.Add((1, 1 + day % 2, day * 1440 + 600));
            entries.Add((2, 3, day * 1440 + 600));
        }

        var use = new DeviceUse();
        use.Add(Log(entries), [0, 0, 1, 2], 0);
        Assert.Equal([(2, 6, 3), (2, 0, 0), (1, 0, 0)], use.Of(3));
    }

    [Fact]
    public void A_date_without_a_time_of_day_says_nothing_of_what_overlaps()
    {
        var use = new DeviceUse();
        var log = Log([(0, 1, 600), (0, 2, 630)]);
        Array.Fill(log[FieldRole.RecordedAt]!.Values, PackedDate.Pack(CaseBuilder.FirstDay, -1));
        use.Add(log, [0, 0], 0);
        Assert.Equal([(2, 0, 0)], use.Of(1));
    }

    static AccountFindings Describe(List<long> times, List<SeizedPerson> people)
    {
        var findings = new AccountFindings();
        new AccountActivity([.. times], people).Describe([.. times], findings);
        return findings;
    }

    static SeizedPerson Person(long sentAt) => new(0, 1, sentAt, [0], [0], [], []);

    static RecordTable Log(List<(int Account, int Device, int Minute)> entries)
    {
        var columns = new Column?[FieldRoles.Count];
        columns[(int)FieldRole.Account] = new Column(FieldType.Place, [.. entries.Select(e => (ulong)(e.Account + 1))], labels: ["a", "b", "c"]);
        columns[(int)FieldRole.Device] = new Column(FieldType.Place, [.. entries.Select(e => (ulong)e.Device)], labels: ["d1", "d2", "d3"]);
        columns[(int)FieldRole.RecordedAt] = new Column(FieldType.Date, [.. entries.Select(e => CaseBuilder.Time(e.Minute))]);
        return new RecordTable([.. Enumerable.Range(1, entries.Count)], new RowTraits[entries.Count], new ulong[entries.Count], columns);
    }
}
