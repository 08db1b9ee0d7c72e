using LeakTrace.Engine.Tracing;

namespace LeakTrace.Engine.Counting;

/// <summary>Rows of one scope by status, and the count under each key: of all rows, and of those of each tier.</summary>
sealed class Tally
{
    readonly int _universalTiers;
    readonly long[] _statuses = new long[(int)RowStatus.Valid + 1];
    readonly KeyCount _all = new();
    readonly KeyCount?[] _tiers = new KeyCount?[CountingPolicy.MostRecordTiers];

    /// <summary>Starts a tally.</summary>
    /// <param name="universalTiers">Tiers that need no count of their own, since every row may belong to them, or nobody asks.</param>
    public Tally(int universalTiers) => _universalTiers = universalTiers;

    /// <summary>Rows that count by the gravest tier that they may belong to.</summary>
    public long[] ValidByGravest { get; } = new long[CountingPolicy.MostRecordTiers];

    /// <summary>Rows that may count by their gravest tier.</summary>
    public long[] HighByGravest { get; } = new long[CountingPolicy.MostRecordTiers];

    /// <summary>Rows that certainly count, by tier where whatever is unsettled is taken lightly.</summary>
    public long[] LowByLightest { get; } = new long[CountingPolicy.MostRecordTiers];

    /// <summary>Rows that count.</summary>
    public long Valid => _all.Valid;

    /// <summary>Count of the rows that may belong to a tier.</summary>
    public KeyCount OfTier(int tier) => (_universalTiers >> tier & 1) != 0 ? _all : _tiers[tier] ??= new KeyCount();

    /// <summary>Counts a row.</summary>
    public void Add(CountedRows counted, int row, in RowOutcome outcome)
    {
        _statuses[(int)outcome.Status]++;
        if (outcome.Status < RowStatus.Duplicate && !outcome.IsPossible)
        {
            return;
        }

        _all.Add(counted, row, outcome);
        var tiers = counted.TiersOf(row) & ~_universalTiers;
        for (var tier = 0; tiers >> tier != 0; tier++)
        {
            if ((tiers >> tier & 1) != 0)
            {
                OfTier(tier).Add(counted, row, outcome);
            }
        }

        ValidByGravest[counted.GravestOf(row)] += outcome.Status == RowStatus.Valid ? 1 : 0;
        HighByGravest[counted.GravestOf(row)] += outcome.IsPossible ? 1 : 0;
        LowByLightest[counted.LightestOf(row)] += outcome.IsCertain ? 1 : 0;
    }

    /// <summary>Adds the sums of another scope; what is distinct there counts once more here, as its rows do.</summary>
    public void Add(Tally other)
    {
        for (var s = 0; s < _statuses.Length; s++)
        {
            _statuses[s] += other._statuses[s];
        }

        _all.Add(other._all);
        for (var tier = 0; tier < _tiers.Length; tier++)
        {
            if (other._tiers[tier] is { } counts)
            {
                OfTier(tier).Add(counts);
            }

            ValidByGravest[tier] += other.ValidByGravest[tier];
            HighByGravest[tier] += other.HighByGravest[tier];
            LowByLightest[tier] += other.LowByLightest[tier];
        }
    }

    /// <summary>The line of the table.</summary>
    public CountLine ToLine(string scope, string key)
    {
        long total = 0;
        foreach (var rows in _statuses)
        {
            total += rows;
        }

        return new CountLine(
            scope, key, total, Of(RowStatus.Blank), Of(RowStatus.Layout), Of(RowStatus.Placeholder), Of(RowStatus.Unidentifiable),
            Of(RowStatus.Invalid), Of(RowStatus.Duplicate), Of(RowStatus.ProbableDuplicate), Of(RowStatus.Valid), _all.Corroborated,
            _all.PhoneOnly, _all.ByPhone, _all.ById, _all.ByNamePhone, _all.ByRow)
        {
            ValidLow = _all.Low,
            ValidHigh = _all.High,
        };
    }

    long Of(RowStatus status) => _statuses[(int)status];
}
