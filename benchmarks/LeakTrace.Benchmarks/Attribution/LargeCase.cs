using System.Diagnostics;
using System.Globalization;
using LeakTrace.Engine.Attribution;
using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Entities;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Tracing;

namespace LeakTrace.Benchmarks.Attribution;

/// <summary>A million people, two thousand accounts, twenty million log entries, forty thousand seized: what the ranking with its intervals costs.</summary>
static class LargeCase
{
    const int People = 1_000_000;
    const int Sources = 50;
    const int AccountsOfSource = 40;
    const int Entries = 20_000_000;
    const int Seized = 40_000;
    const int Insiders = 40;
    const int Months = 12;
    const int MinutesOfMonth = 30 * 1440;

    /// <summary>Measures; processor time counts, for it does not depend on what else runs.</summary>
    public static string Run()
    {
        var random = new Random(7);
        var sourceOf = new int[People];
        var minute = new int[People];
        for (var person = 0; person < People; person++)
        {
            sourceOf[person] = person * Sources / People;
            minute[person] = random.Next(Months * MinutesOfMonth);
        }

        var log = new Entry(new int[Entries], new int[Entries], new ulong[Entries]);
        var seller = Sell(random, sourceOf, minute, log, out var insiders, out var used);
        ReadOrdinarily(random, minute, log, used);
        string[] sources = [.. Enumerable.Range(1, Sources).Select(s => string.Create(CultureInfo.InvariantCulture, $"Branch {s:00}"))];
        string[] accounts = [.. Enumerable.Range(0, Sources * AccountsOfSource).Select(a => string.Create(CultureInfo.InvariantCulture, $"u{a:0000}"))];
        var registry = new RegistryRecords([CaseBuilder.Registry(sources, sourceOf, Array.ConvertAll(minute, CaseBuilder.Time), null, null)]);
        var places = new PlaceDirectory();
        foreach (var source in sources)
        {
            places.AddSource(source, People / Sources);
        }

        var ofSource = Array.ConvertAll(sourceOf, source => source + 1);
        var input = CaseBuilder.Log(accounts, log.Accounts, log.Records, log.Times);
        var people = new List<SeizedPerson>();
        for (var person = 0; person < People; person++)
        {
            if (seller[person] >= 0)
            {
                var sent = PackedDate.InstantOf(CaseBuilder.Time(Sent(minute[person])));
                var edges = new SortedSet<int> { seller[person] % 4 };
                people.Add(new SeizedPerson(person, 1, sent, [person], [0], [.. edges], [.. edges]));
            }
        }

        var parallel = new ParallelOptions { MaxDegreeOfParallelism = 2 };
        var (gathering, events) = Measure(() => AccessEvents.Gather([input], registry, places, ofSource, parallel));
        var (ranking, lines) = Measure(() => Rank(events, people, registry, ofSource, places));
        var right = lines.Take(insiders.Count).Count(line => insiders.Contains(line.Account));
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"| large case: {People:N0} people, {accounts.Length:N0} accounts, {Entries:N0} log entries, {people.Count:N0} seized | processor seconds |\n|---|---:|\n| looking the log up and sorting it | {gathering:0.0} |\n| ranking: fits with intervals, by delivery and month, tests | {ranking:0.0} |\n| insiders among the first {insiders.Count} | {right} |\n");
        Console.WriteLine(text);
        return text;
    }

    static List<AccountLine> Rank(AccessEvents events, List<SeizedPerson> people, RegistryRecords registry, int[] sourceOf, PlaceDirectory places) =>
        AccountRanking.Run(
            events, people, registry, sourceOf, places, new RecordMonths(registry), new Canaries([], people, registry, _ => ""),
            PackedDate.InstantOf(CaseBuilder.Time(Sent((Months - 1) * MinutesOfMonth))), 0, ["A→B", "C→B", "D→B", "E→B"], new NeededRule(), 2)!.Lines;

    static (double Seconds, T Result) Measure<T>(Func<T> work)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var result = work();
        process.Refresh();
        return ((process.TotalProcessorTime - before).TotalSeconds, result);
    }

    static int Sent(int minute) => (minute / MinutesOfMonth + 1) * MinutesOfMonth + 600;

    /// <summary>Each insider reads three times what it sells; a quarter of the entries is lost.</summary>
    static int[] Sell(Random random, int[] sourceOf, int[] minute, Entry log, out HashSet<string> insiders, out int used)
    {
        const int OfSource = People / Sources;
        var seller = new int[sourceOf.Length];
        Array.Fill(seller, -1);
        insiders = new HashSet<string>(StringComparer.Ordinal);
        used = 0;
        for (var insider = 0; insider < Insiders; insider++)
        {
            var account = insider * AccountsOfSource + random.Next(AccountsOfSource);
            insiders.Add(string.Create(CultureInfo.InvariantCulture, $"u{account:0000}"));
            for (var read = 0; read < 3 * Seized / Insiders; read++)
            {
                var person = insider * OfSource + random.Next(OfSource);
                if (random.NextDouble() >= 0.25)
                {
                    var at = Math.Min(minute[person] + random.Next(2400), Sent(minute[person]) - 60);
                    log.Set(used++, account, person, CaseBuilder.Time(at));
                }

                seller[person] = read < Seized / Insiders ? insider : seller[person];
            }
        }

        return seller;
    }

    static void ReadOrdinarily(Random random, int[] minute, Entry log, int used)
    {
        const int OfSource = People / Sources;
        for (; used < Entries; used++)
        {
            var person = random.Next(People);
            var account = person / OfSource * AccountsOfSource + random.Next(AccountsOfSource);
            log.Set(used, account, person, CaseBuilder.Time(minute[person] + random.Next(4000)));
        }
    }

    readonly record struct Entry(int[] Accounts, int[] Records, ulong[] Times)
    {
        public void Set(int at, int account, int record, ulong time)
        {
            Accounts[at] = account;
            Records[at] = record;
            Times[at] = time;
        }
    }
}
