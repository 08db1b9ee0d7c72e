using LeakTrace.Synthetic.Truth;

namespace LeakTrace.Synthetic.Maternity;

/// <summary>Hospitals with their sizes, and the accounts that work on their records.</summary>
sealed class Staff
{
    public const string Backup = "sysbak";

    const int DevicesOfShared = 3;

    readonly MaternityOptions _options;
    readonly double[] _shares;
    readonly string[][] _clerks;
    readonly HashSet<string> _shared;

    public Staff(MaternityOptions options)
    {
        _options = options;
        Hospitals = [.. Hospital.All.Take(options.Hospitals)];
        var weights = Hospitals.Select((_, rank) => 1.0 / (rank + 1)).ToArray();
        _shares = [.. weights.Select(weight => weight / weights.Sum())];
        _clerks = new string[options.Hospitals][];
        for (var i = 0; i < _clerks.Length; i++)
        {
            var count = 2 + (int)Math.Round(10 * _shares[i]);
            _clerks[i] = [.. Enumerable.Range(1, count).Select(number => $"{Hospitals[i].Code}{number:00}")];
        }

        var chance = new Chance(options.Seed, Topic.Account);
        var headOffice = Enumerable.Range(1, 9).Select(number => $"hq{number:00}").ToList();
        chance.Shuffle(headOffice);
        First = headOffice[0];
        HeadOfficeColleagues = [headOffice[1], headOffice[2]];
        Supervisor = headOffice[3];
        Leaking = ChooseLeaking(chance);
        Post = ChoosePost();
        var posted = _clerks[Post].ToList();
        chance.Shuffle(posted);
        Second = posted[0];
        PostColleague = posted[1];
        var all = _clerks.SelectMany(clerks => clerks).ToList();
        new Chance(options.Seed, Topic.Device).Shuffle(all);
        _shared = [.. all.Take(options.SharedAccounts)];
    }

    public IReadOnlyList<Hospital> Hospitals { get; }

    /// <summary>The head-office insider, who sees every hospital.</summary>
    public string First { get; }

    /// <summary>The insider posted at one hospital.</summary>
    public string Second { get; }

    public IReadOnlyList<string> HeadOfficeColleagues { get; }

    public string PostColleague { get; }

    public string Supervisor { get; }

    /// <summary>Hospitals that the first insider mostly sells from.</summary>
    public IReadOnlySet<int> Leaking { get; }

    /// <summary>The hospital where the second insider is posted.</summary>
    public int Post { get; }

    /// <summary>Share of all deliveries at a hospital.</summary>
    public double Share(int hospital) => _shares[hospital];

    /// <summary>Clerks of a hospital, the second insider among them.</summary>
    public IReadOnlyList<string> Clerks(int hospital) => _clerks[hospital];

    public string Recorder(Registration registration) =>
        new Chance(_options.Seed, Topic.Account, registration.Key + 1).Pick(_clerks[registration.Hospital]);

    /// <summary>The device of one read: the account's own, or for a shared log-in that of whoever sits there.</summary>
    public string Device(string account, Chance chance)
    {
        var number = _shared.Contains(account) ? 1 + chance.Below(DevicesOfShared) : 1;
        return string.Create(CultureInfo.InvariantCulture, $"WS-{account.ToUpperInvariant()}-{number}");
    }

    public IEnumerable<AccountTruth> Accounts()
    {
        var all = _clerks.SelectMany(clerks => clerks).Append(First).Concat(HeadOfficeColleagues).Append(Supervisor);
        return (_options.Backup ? all.Append(Backup) : all)
            .Select(account => new AccountTruth(account, RoleOf(account), _shared.Contains(account)));
    }

    AccountRole RoleOf(string account) =>
        account == First || account == Second
            ? (_options.FromElsewhere ? AccountRole.Ordinary : AccountRole.Insider)
        : account == Supervisor ? AccountRole.Supervisor
        : account == Backup ? AccountRole.Backup
        : account == PostColleague || HeadOfficeColleagues.Contains(account) ? AccountRole.Colleague
        : AccountRole.Ordinary;

    // The largest hospital never leaks: whoever ranks by raw overlap must fall for it.
    HashSet<int> ChooseLeaking(Chance chance)
    {
        var ranks = Enumerable.Range(1, _options.Hospitals - 2).ToList();
        var leaking = new HashSet<int> { chance.Between(1, 2) };
        chance.Shuffle(ranks);
        foreach (var rank in ranks.Where(rank => !leaking.Contains(rank)).Take(_options.LeakingHospitals - 1).ToList())
        {
            leaking.Add(rank);
        }

        return leaking;
    }

    // The smallest hospital of which the second insider's reads are less than half: whoever reads everything of a hospital
    // cannot be told from whatever else happens there.
    int ChoosePost()
    {
        var needed = _options.ReadsPerSale * SaleSize.Of(_options).Second / 0.45;
        for (var i = _options.Hospitals - 1; i > 0; i--)
        {
            if (!Leaking.Contains(i) && _shares[i] * _options.RegistryRecords >= needed)
            {
                return i;
            }
        }

        return 0;
    }
}
