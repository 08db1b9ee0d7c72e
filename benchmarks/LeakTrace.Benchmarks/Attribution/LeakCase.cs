using System.Globalization;
using LeakTrace.Engine.Attribution;
using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Entities;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Tracing;

namespace LeakTrace.Benchmarks.Attribution;

/// <summary>
/// A simulated leak through accounts: who opened which record, what was sold, and a log that lost a part of it. Insiders read
/// more than they sell, colleagues read the same people, a supervisor reads what was sold, a backup reads all.
/// </summary>
sealed class LeakCase
{
    const int MinutesOfMonth = 30 * 1440;
    readonly LeakCaseOptions _options;
    readonly Random _random;
    readonly List<string> _accounts = [];
    readonly List<(int Account, int Record, int Minute)> _reads = [];
    readonly int[] _sourceOf;
    readonly int[] _recorded;
    readonly int[] _recorderOf;
    readonly List<int>[] _recordsOf;
    readonly int[] _seller;

    LeakCase(LeakCaseOptions options, int seed)
    {
        _options = options;
        _random = new Random(seed);
        Sources = [.. Enumerable.Range(1, options.Sources).Select(s => string.Create(CultureInfo.InvariantCulture, $"Branch {s:00}"))];
        _recordsOf = [.. Sources.Select(_ => new List<int>())];
        var sourceOf = new List<int>();
        for (var s = 0; s < Sources.Length; s++)
        {
            var size = (int)(options.LargestSource / Math.Sqrt(s + 1));
            for (var i = 0; i < size; i++)
            {
                _recordsOf[s].Add(sourceOf.Count);
                sourceOf.Add(s);
            }
        }

        _sourceOf = [.. sourceOf];
        _recorded = [.. _sourceOf.Select(_ => _random.Next(options.Months * MinutesOfMonth))];
        _recorderOf = new int[_sourceOf.Length];
        _seller = new int[_sourceOf.Length];
        Array.Fill(_seller, -1);
        for (var a = 0; a < Sources.Length * options.AccountsPerSource; a++)
        {
            _accounts.Add(string.Create(CultureInfo.InvariantCulture, $"u{a / options.AccountsPerSource + 1:00}{a % options.AccountsPerSource + 1}"));
        }
    }

    /// <summary>Names of the sources.</summary>
    public string[] Sources { get; }

    /// <summary>Accounts that sold.</summary>
    public HashSet<string> Insiders { get; } = new(StringComparer.Ordinal);

    /// <summary>Seized people.</summary>
    public List<SeizedPerson> People { get; } = [];

    /// <summary>Accounts and what they read.</summary>
    public AccessEvents Events { get; private set; } = null!;

    /// <summary>Registers.</summary>
    public RegistryRecords Registry { get; private set; } = null!;

    /// <summary>Places.</summary>
    public PlaceDirectory Places { get; } = new();

    /// <summary>Source of each record, from 1.</summary>
    public int[] SourceOf { get; private set; } = [];

    /// <summary>Edges.</summary>
    public string[] Edges => [.. Enumerable.Range(1, _options.Insiders).Select(i => string.Create(CultureInfo.InvariantCulture, $"S{i}→B"))];

    /// <summary>The last delivery.</summary>
    public long LastSentAt => PackedDate.InstantOf(CaseBuilder.Time(Sent(_options.Months - 1)));

    /// <summary>Simulates a case; the same seed gives the same case.</summary>
    public static LeakCase Simulate(LeakCaseOptions options, int seed)
    {
        var simulated = new LeakCase(options, seed);
        simulated.Record();
        simulated.Sell();
        simulated.ReadOrdinarily();
        simulated.Seize();
        simulated.Build();
        return simulated;
    }

    /// <summary>The accounts, ranked.</summary>
    public IReadOnlyList<AccountLine> Rank(int threads = 1) => Ranking(threads).Lines;

    /// <summary>The ranking with all that it tells.</summary>
    public AccountRanking Ranking(int threads = 1) => AccountRanking.Run(
        Events, People, Registry, SourceOf, Places, new RecordMonths(Registry), new Canaries([], People, Registry, _ => ""), LastSentAt, 0, Edges, new NeededRule(),
        threads)!;

    static int Sent(int month) => (month + 1) * MinutesOfMonth + 600;

    int MonthOf(int record) => _recorded[record] / MinutesOfMonth;

    int AccountOf(int source, int number) => source * _options.AccountsPerSource + number;

    int Named(string name)
    {
        _accounts.Add(name);
        return _accounts.Count - 1;
    }

    void Record()
    {
        for (var record = 0; record < _recorderOf.Length; record++)
        {
            _recorderOf[record] = AccountOf(_sourceOf[record], _random.Next(2));
        }
    }

    void Sell()
    {
        var order = Enumerable.Range(0, Sources.Length).OrderBy(_ => _random.Next()).ToArray();
        for (var insider = 0; insider < _options.Insiders; insider++)
        {
            var headOffice = insider == 0 && _options.Sources >= 5;
            int[] sources = headOffice ? order[..3] : [order[_options.TwoInOneSource && insider == _options.Insiders - 1 ? insider + 1 : insider + 2]];
            var account = headOffice ? Named("HQ") : AccountOf(sources[0], 2 + insider % 2);
            Insiders.Add(_accounts[account]);
            var active = Enumerable.Range(0, _options.Months).Where(_ => _random.NextDouble() < _options.ActiveShare).ToHashSet();
            active.Add(_random.Next(_options.Months));
            foreach (var source in sources)
            {
                var share = _options.LeastSold + _random.NextDouble() * (_options.MostSold - _options.LeastSold);
                foreach (var month in active)
                {
                    Sell(insider, account, source, month, share * _options.Months / active.Count);
                }
            }
        }
    }

    void Sell(int insider, int account, int source, int month, double share)
    {
        var records = _recordsOf[source].Where(record => MonthOf(record) == month).OrderBy(_ => _random.Next()).ToArray();
        var sold = (int)(Math.Min(share, 0.9) * records.Length);
        var read = Math.Min(records.Length, (int)(sold * _options.ReadsPerSale));
        for (var i = 0; i < read; i++)
        {
            var record = records[i];
            var at = Math.Min(_recorded[record] + _random.Next(60, 40 * 60), Sent(month) - _random.Next(60, 600));
            _reads.Add((account, record, at));
            var isSold = i < sold && _seller[record] < 0;
            for (var colleague = 0; colleague < 2; colleague++)
            {
                var share2 = _options.ColleagueShare + (isSold ? _options.ColleagueOfSoldShare : 0);
                if (AccountOf(source, colleague) != account && _random.NextDouble() < share2)
                {
                    _reads.Add((AccountOf(source, colleague), record, Math.Max(_recorded[record], at + _random.Next(-300, 600))));
                }
            }

            if (isSold)
            {
                _seller[record] = insider;
            }
        }
    }

    void ReadOrdinarily()
    {
        var backup = Named("backup");
        var supervisor = Named("supervisor");
        for (var record = 0; record < _sourceOf.Length; record++)
        {
            for (var number = 0; number < _options.AccountsPerSource; number++)
            {
                if (_random.NextDouble() < _options.OrdinaryShare)
                {
                    _reads.Add((AccountOf(_sourceOf[record], number), record, _recorded[record] + _random.Next(4000)));
                }
            }

            _reads.Add((backup, record, (_recorded[record] / 1440 + 1) * 1440 + 180));
            if (_seller[record] >= 0 && _random.NextDouble() < _options.SupervisorShare)
            {
                _reads.Add((supervisor, record, Sent(MonthOf(record)) + _random.Next(1440, 30 * 1440)));
            }
        }
    }

    void Seize()
    {
        for (var record = 0; record < _sourceOf.Length; record++)
        {
            var seller = _seller[record];
            if (seller < 0 && _random.NextDouble() < _options.BackgroundShare)
            {
                seller = _random.Next(_options.Insiders);
            }

            if (seller >= 0)
            {
                var edges = new SortedSet<int> { seller };
                if (_options.Forwarded && seller == 0 && _options.Insiders > 1)
                {
                    edges.Add(1);
                }

                var sent = PackedDate.InstantOf(CaseBuilder.Time(Sent(MonthOf(record))));
                People.Add(new SeizedPerson(record, 1, sent, [record], [0], [.. edges], [seller]));
            }
        }
    }

    void Build()
    {
        string[] names = [.. _accounts];
        var kept = _reads.Where(_ => _random.NextDouble() >= _options.LostLogShare).ToArray();
        var registry = CaseBuilder.Registry(
            Sources, _sourceOf, [.. _recorded.Select(CaseBuilder.Time)], names, _options.Recorders ? _recorderOf : null);
        var log = CaseBuilder.Log(
            names, [.. kept.Select(read => read.Account)], [.. kept.Select(read => read.Record)],
            [.. kept.Select(read => CaseBuilder.Time(read.Minute))]);
        for (var s = 0; s < Sources.Length; s++)
        {
            Places.AddSource(Sources[s], _recordsOf[s].Count);
        }

        SourceOf = [.. _sourceOf.Select(source => source + 1)];
        Registry = new RegistryRecords([registry]);
        Events = AccessEvents.Gather([registry, log], Registry, Places, SourceOf, new ParallelOptions { MaxDegreeOfParallelism = 1 });
    }
}
