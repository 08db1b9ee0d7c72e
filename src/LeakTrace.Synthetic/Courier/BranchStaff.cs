using LeakTrace.Synthetic.Truth;

namespace LeakTrace.Synthetic.Courier;

/// <summary>Branches with their sizes, their shared look-up accounts and their hand-held scanners.</summary>
sealed class BranchStaff
{
    /// <summary>Reads everything every night.</summary>
    public const string Backup = "dbsync";

    /// <summary>Looks complaints up, after the sale.</summary>
    public const string Supervisor = "kfzg01";

    readonly CourierOptions _options;
    readonly double[] _shares;

    public BranchStaff(CourierOptions options)
    {
        _options = options;
        Branches = [.. Branch.All.Take(options.Branches)];
        var weights = Branches.Select((_, rank) => 1.0 / (rank + 1)).ToArray();
        _shares = [.. weights.Select(weight => weight / weights.Sum())];

        // The largest branch never leaks, and the smallest have too little to sell.
        var ranks = Enumerable.Range(1, Math.Min(options.Branches - 1, (options.LeakingBranches * 2) + 1)).ToList();
        new Chance(options.Seed, Topic.Account).Shuffle(ranks);
        Leaking = [.. ranks.Take(options.LeakingBranches).Order()];
    }

    public IReadOnlyList<Branch> Branches { get; }

    /// <summary>Branches whose shared look-up account leaks, largest first.</summary>
    public IReadOnlyList<int> Leaking { get; }

    public double Share(int branch) => _shares[branch];

    /// <summary>The look-up account that the whole branch shares; at a leaking branch, the one that leaks.</summary>
    public string LookUp(int branch) => $"{Branches[branch].Code}cx01";

    /// <summary>The branch's other look-up account.</summary>
    public string OtherLookUp(int branch) => $"{Branches[branch].Code}cx02";

    /// <summary>Hand-held scanners (巴枪) of a branch, more at larger ones.</summary>
    public string Scanner(int branch, Chance chance) =>
        string.Create(CultureInfo.InvariantCulture,
            $"PDA{Branches[branch].Code}{chance.Between(1, Scanners(branch)):00}");

    /// <summary>The device of one look-up: one of the several of a branch's shared account, else the account's own.</summary>
    public string Device(string account, Chance chance)
    {
        var number = account.EndsWith("cx01", StringComparison.Ordinal) ? 1 + chance.Below(_options.Terminals) : 1;
        return string.Create(CultureInfo.InvariantCulture, $"T-{account}-{number}");
    }

    public IEnumerable<AccountTruth> Accounts()
    {
        for (var branch = 0; branch < Branches.Count; branch++)
        {
            var leaks = Leaking.Contains(branch) && !_options.FromElsewhere;
            var isShared = _options.Terminals > 1;
            yield return new AccountTruth(LookUp(branch), leaks ? AccountRole.Insider : AccountRole.Ordinary, isShared);
            yield return new AccountTruth(OtherLookUp(branch), leaks ? AccountRole.Colleague : AccountRole.Ordinary);
            for (var number = 1; number <= Scanners(branch); number++)
            {
                var scanner = string.Create(CultureInfo.InvariantCulture, $"PDA{Branches[branch].Code}{number:00}");
                yield return new AccountTruth(scanner, AccountRole.Ordinary);
            }
        }

        yield return new AccountTruth(Supervisor, AccountRole.Supervisor);
        if (_options.Backup)
        {
            yield return new AccountTruth(Backup, AccountRole.Backup);
        }
    }

    int Scanners(int branch) => 2 + (int)Math.Round(12 * _shares[branch]);
}
