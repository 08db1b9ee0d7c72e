using LeakTrace.Engine.Records;
using LeakTrace.Engine.Tracing;

namespace LeakTrace.Engine.Counting;

/// <summary>Holds the figures of every scope against every tier of the policy.</summary>
public sealed class Thresholds
{
    /// <summary>A key that fewer of the rows have says nothing about whether a threshold depends on the key.</summary>
    const double LeastCovered = 0.95;

    readonly CountingPolicy _policy;
    readonly IReadOnlyDictionary<string, PartyRole> _roles;
    readonly IReadOnlyDictionary<string, decimal> _profits;
    readonly Func<string, string, PartyMoney?> _money;
    readonly HashSet<string> _sellers = new(StringComparer.Ordinal);
    readonly List<ThresholdLine> _lines = [];
    readonly List<ThresholdKeyLine> _keyLines = [];

    Thresholds(
        CountingPolicy policy, IReadOnlyDictionary<string, PartyRole> roles, IReadOnlyDictionary<string, decimal> profits,
        Func<string, string, PartyMoney?> money)
    {
        _policy = policy;
        _roles = roles;
        _profits = profits;
        _money = money;
    }

    /// <summary>Lines of the table <c>thresholds</c>.</summary>
    public IReadOnlyList<ThresholdLine> Lines => _lines;

    /// <summary>Lines of the table <c>threshold_keys</c>.</summary>
    public IReadOnlyList<ThresholdKeyLine> KeyLines => _keyLines;

    /// <summary>Computes all lines.</summary>
    /// <param name="scopes">Figures of the scopes.</param>
    /// <param name="policy">The rule.</param>
    /// <param name="roles">Roles of parties; those not named are unknown.</param>
    /// <param name="profits">Profits that parties made with what they bought for a lawful business, in yuan.</param>
    /// <param name="money">Money of a scope by name and key; null where no payment is known.</param>
    public static Thresholds Run(
        IReadOnlyList<ScopeFigures> scopes, CountingPolicy policy, IReadOnlyDictionary<string, PartyRole> roles,
        IReadOnlyDictionary<string, decimal> profits, Func<string, string, PartyMoney?> money)
    {
        var thresholds = new Thresholds(policy, roles, profits, money);
        foreach (var scope in scopes)
        {
            if (scope.Scope == "seller")
            {
                thresholds._sellers.Add(scope.Seller);
            }
        }

        foreach (var scope in scopes)
        {
            thresholds.Add(scope);
        }

        return thresholds;
    }

    void Add(ScopeFigures scope)
    {
        foreach (var tier in _policy.Tiers)
        {
            switch (tier.Measure)
            {
                case TierMeasure.Records:
                    AddRecords(scope, tier);
                    break;
                case TierMeasure.ProportionalSum:
                    AddSum(scope, tier);
                    break;
                case TierMeasure.IllegalIncome when scope.Seller.Length > 0:
                    AddIncome(scope, tier);
                    break;
                case TierMeasure.BusinessProfit when scope.Scope == "buyer":
                    AddProfit(scope, tier);
                    break;
            }
        }
    }

    void AddRecords(ScopeFigures scope, PolicyTier tier)
    {
        var place = _policy.RecordTierOf(tier.Name);
        var count = scope.Tiers[place];
        var line = Held(scope, tier, count.Valid, scope.Scope == "all" ? count.Valid : scope.Own?.ByTier[place], scope.Accumulated?.ByTier[place]);
        var isArticleSix = IsLawfulBusiness(scope) && place == _policy.RecordTiers.Count - 1;
        var differs = AddKeys(scope, tier, count, line);
        _lines.Add(line with
        {
            CountLow = count.Low,
            CountHigh = count.High,
            Rows = count.Rows,
            DependsOnKey = differs,
            Reached = line.Reached && !isArticleSix,
            SevereReached = line.SevereReached && !isArticleSix,
            Note = isArticleSix ? "lawful-business-article-6" : line.Note,
        });
    }

    /// <summary>
    /// 第六项 holds where no tier is reached alone. A record is put into the gravest tier that it may belong to; the lower figure takes
    /// whatever is unsettled lightly.
    /// </summary>
    void AddSum(ScopeFigures scope, PolicyTier tier)
    {
        var own = scope.Scope == "all" ? scope.ValidByGravest : scope.Own?.ByGravest;
        var line = Held(
            scope, tier, Sum(scope.ValidByGravest), own is null ? null : Sum(own), scope.Accumulated is { } sum ? Sum(sum.ByGravest) : null);
        var isAlone = ReachesAlone(scope.ValidByGravest, 1) || (scope.Accumulated is { } all && ReachesAlone(all.ByGravest, 1));
        var isSevereAlone = ReachesAlone(scope.ValidByGravest, _policy.Severe.Factor)
            || (scope.Accumulated is { } severe && ReachesAlone(severe.ByGravest, _policy.Severe.Factor));
        var isInsiderAlone = own is not null && ReachesAlone(own, _policy.Insider.Factor);
        var isInsiderSevereAlone = own is not null && ReachesAlone(own, _policy.Insider.Factor * _policy.Severe.Factor);
        bool? insider = line.InsiderReached is { } half ? half && !isInsiderAlone : null;
        bool? insiderSevere = line.InsiderSevereReached is { } tenfold ? tenfold && !isInsiderSevereAlone : null;
        var role = line.Role;
        var full = Math.Max(line.Count, double.IsNaN(line.Accumulated) ? 0 : line.Accumulated);
        _lines.Add(line with
        {
            Unit = "share",
            CountLow = Sum(scope.LowByLightest),
            CountHigh = Sum(scope.HighByGravest),
            InsiderReached = insider,
            InsiderSevereReached = insiderSevere,
            Reached = (full >= line.Threshold && !isAlone) || (role == PartyRole.Insider && insider == true && !isAlone),
            SevereReached = (full >= line.SevereThreshold && !isSevereAlone) || (role == PartyRole.Insider && insiderSevere == true && !isSevereAlone),
            Note = isAlone ? "reached-alone" : line.Note,
        });
    }

    double Sum(long[] byTier)
    {
        double sum = 0;
        for (var t = 0; t < _policy.RecordTiers.Count; t++)
        {
            sum += byTier[t] / _policy.RecordTiers[t].Threshold;
        }

        // Proportions such as 1/5000 do not add up to the last bit; a sum of one must be one.
        return Math.Round(sum, 9);
    }

    bool ReachesAlone(long[] byTier, double factor)
    {
        for (var t = 0; t < _policy.RecordTiers.Count; t++)
        {
            if (byTier[t] >= _policy.RecordTiers[t].Threshold * factor)
            {
                return true;
            }
        }

        return false;
    }

    void AddIncome(ScopeFigures scope, PolicyTier tier)
    {
        var money = _money(scope.Scope, scope.Key);
        var received = money is null ? double.NaN : (double)money.Received;
        var line = Held(scope, tier, received, received, null);
        _lines.Add(line with
        {
            Unit = "yuan",
            CountLow = money is null ? double.NaN : (double)money.Low,
            CountHigh = money is null ? double.NaN : (double)money.High,
            DependsOnKey = money is not null
                && (((double)money.Low >= line.Threshold) != ((double)money.High >= line.Threshold)
                    || ((double)money.Low >= line.SevereThreshold) != ((double)money.High >= line.SevereThreshold)),
            Note = money is null ? "no-payments" : line.Note,
        });
    }

    void AddProfit(ScopeFigures scope, PolicyTier tier)
    {
        var profit = _profits.TryGetValue(scope.Buyer, out var known) ? (double)known : double.NaN;
        var role = RoleOf(scope.Buyer);
        var isReseller = _sellers.Contains(scope.Buyer);
        _lines.Add(new ThresholdLine(
            scope.Scope, scope.Key, tier.Name, profit, tier.Threshold, double.NaN, double.NaN, double.NaN,
            profit >= tier.Threshold && role is PartyRole.LawfulBusiness or PartyRole.Unknown && !isReseller)
        {
            Role = role,
            Article = tier.Article,
            Unit = "yuan",
            CountLow = profit,
            CountHigh = profit,
            Note = isReseller ? "resold-article-5" : role is PartyRole.Insider or PartyRole.Outsider ? "no-lawful-business"
                : double.IsNaN(profit) ? "profit-unknown" : role == PartyRole.Unknown ? "role-unknown" : "",
        });
    }

    /// <summary>A figure held against the thresholds of a tier.</summary>
    ThresholdLine Held(ScopeFigures scope, PolicyTier tier, double count, double? own, double? accumulated)
    {
        var role = RoleOf(scope.Seller.Length > 0 ? scope.Seller : scope.Buyer);
        var insider = _policy.Insider.AppliesTo(tier) && own is not null && role is PartyRole.Unknown or PartyRole.Insider
            ? tier.Threshold * _policy.Insider.Factor : double.NaN;
        var severe = _policy.Severe.AppliesTo(tier) ? tier.Threshold * _policy.Severe.Factor : double.NaN;
        var insiderSevere = insider * (_policy.Severe.AppliesTo(tier) ? _policy.Severe.Factor : double.NaN);
        var most = Math.Max(count, accumulated ?? double.NegativeInfinity);
        bool? half = double.IsNaN(insider) ? null : own >= insider;
        bool? severeHalf = double.IsNaN(insiderSevere) ? null : own >= insiderSevere;
        return new ThresholdLine(
            scope.Scope, scope.Key, tier.Name, count, tier.Threshold, insider, severe, insiderSevere,
            most >= tier.Threshold || (role == PartyRole.Insider && half == true))
        {
            SevereReached = most >= severe || (role == PartyRole.Insider && severeHalf == true),
            InsiderReached = half,
            InsiderSevereReached = severeHalf,
            Role = role,
            Article = tier.Article,
            InsiderCount = double.IsNaN(insider) ? double.NaN : own ?? double.NaN,
            Accumulated = accumulated ?? double.NaN,
            Note = !double.IsNaN(insider) && role == PartyRole.Unknown ? "role-unknown" : "",
        };
    }

    /// <summary>Adds a line for each key; returns whether any that says something gives another answer.</summary>
    bool AddKeys(ScopeFigures scope, PolicyTier tier, TierCount count, ThresholdLine line)
    {
        var any = false;
        foreach (var (name, records, covered) in (ReadOnlySpan<(string, long, long)>)
            [
                ("linkage", count.Valid, count.Rows), ("low", count.Low, count.Rows), ("high", count.High, count.Rows),
                ("without_phone_only", count.WithoutPhoneOnly, count.Rows), ("phone", count.ByPhone, count.Covered[0]),
                ("id", count.ById, count.Covered[1]), ("name_phone", count.ByNamePhone, count.Covered[2]), ("row", count.ByRow, count.Covered[3]),
            ])
        {
            var share = count.Rows == 0 ? 1 : (double)covered / count.Rows;
            bool? half = double.IsNaN(line.InsiderThreshold) ? null : records >= line.InsiderThreshold;
            bool? severeHalf = double.IsNaN(line.InsiderSevereThreshold) ? null : records >= line.InsiderSevereThreshold;
            var differs = (records >= line.Threshold) != (count.Valid >= line.Threshold)
                || (records >= line.SevereThreshold) != (count.Valid >= line.SevereThreshold)
                || (half is not null && half != (count.Valid >= line.InsiderThreshold))
                || (severeHalf is not null && severeHalf != (count.Valid >= line.InsiderSevereThreshold));
            any |= differs && share >= LeastCovered;
            _keyLines.Add(new ThresholdKeyLine(
                scope.Scope, scope.Key, tier.Name, name, records, share, records >= line.Threshold, records >= line.SevereThreshold, half,
                severeHalf, differs));
        }

        return any;
    }

    PartyRole RoleOf(string party) => _roles.TryGetValue(party, out var role) ? role : PartyRole.Unknown;

    bool IsLawfulBusiness(ScopeFigures scope) =>
        scope.Seller.Length == 0 && scope.Buyer.Length > 0 && RoleOf(scope.Buyer) == PartyRole.LawfulBusiness && !_sellers.Contains(scope.Buyer);
}
