using LeakTrace.Engine.Entities;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Attribution;

/// <summary>Walks the events of every account once: what it held, when, and what of it was seized.</summary>
sealed class AccountWalk
{
    readonly AccessEvents _events;
    readonly List<SeizedPerson> _people;
    readonly int[] _sourceOf;
    readonly RecordMonths _months;
    readonly int[] _personOf;
    readonly Strata _strata;
    readonly long _lastSentAt;

    AccountWalk(
        AccessEvents events, List<SeizedPerson> people, RegistryRecords registry, int[] sourceOf, RecordMonths months, long lastSentAt)
    {
        _events = events;
        _people = people;
        _sourceOf = sourceOf;
        _months = months;
        _lastSentAt = lastSentAt;
        _personOf = new int[registry.Count];
        Array.Fill(_personOf, -1);
        AccountsOf = new List<int>[people.Count];
        for (var p = 0; p < people.Count; p++)
        {
            AccountsOf[p] = [];
            foreach (var record in people[p].Records)
            {
                _personOf[record] = p;
            }
        }

        _strata = new Strata(registry, sourceOf, months, SoldAt);
        Findings = new AccountFindings[events.Names.Count];
    }

    /// <summary>What was found of each account.</summary>
    public AccountFindings[] Findings { get; }

    /// <summary>Accounts that held each seized person before it was first delivered.</summary>
    public List<int>[] AccountsOf { get; }

    /// <summary>Walks all accounts; sources are counted with one more for none.</summary>
    public static AccountWalk Run(
        AccessEvents events, List<SeizedPerson> people, RegistryRecords registry, int[] sourceOf, RecordMonths months, long lastSentAt,
        int sources, int edges)
    {
        var walk = new AccountWalk(events, people, registry, sourceOf, months, lastSentAt);
        for (var a = 0; a < walk.Findings.Length; a++)
        {
            walk.Findings[a] = new AccountFindings
            {
                ExplainedByEdge = new double[edges],
                BySource = new long[sources],
                HeldByMonth = new double[months.Count],
            };
        }

        var activity = new AccountActivity(events.Times, people);
        foreach (var holdings in AccountHoldings.Split(events.Keys))
        {
            walk.Walk(holdings);
            activity.Describe(events.Times.AsSpan(holdings.First, holdings.End - holdings.First), walk.Findings[holdings.Account]);
        }

        for (var p = 0; p < people.Count; p++)
        {
            if (walk.AccountsOf[p].Count == 1)
            {
                walk.Findings[walk.AccountsOf[p][0]].Exclusive += people[p].Probability;
            }
        }

        return walk;
    }

    /// <summary>Whether a record is of somebody seized.</summary>
    public bool IsOfSeized(int record) => _personOf[record] >= 0;

    long? SoldAt(int record) =>
        _personOf[record] >= 0 && _people[_personOf[record]].Probability >= 0.5 ? _people[_personOf[record]].FirstSentAt : null;

    /// <summary>Walks the events of one account, which come by record and time.</summary>
    void Walk(AccountHoldings holdings)
    {
        var findings = Findings[holdings.Account];
        for (int at = holdings.First, end; at < holdings.End; at = end)
        {
            var record = (int)(uint)_events.Keys[at];
            for (end = at + 1; end < holdings.End && _events.Keys[end] == _events.Keys[at]; end++)
            {
            }

            findings.Records++;
            findings.BySource[_sourceOf[record]]++;
            var isInPeriod = _events.Times[at] <= _lastSentAt;
            if (_personOf[record] >= 0)
            {
                WalkSeized(holdings.Account, record, at, end);
            }
            else
            {
                findings.Unseized += isInPeriod ? 1 : 0;
                findings.HeldByMonth[_months.Of(record)] += isInPeriod ? 1 : 0;
            }

            if (_events.Times[at] <= (SoldAt(record) ?? _strata.Until(record)))
            {
                _strata.AddRead(record, SoldAt(record) is not null);
            }
        }

        findings.Reading = _strata.Take();
    }

    void WalkSeized(int account, int record, int at, int end)
    {
        var findings = Findings[account];
        var p = _personOf[record];
        var person = _people[p];
        var last = long.MinValue;
        var inTime = false;
        for (var e = at; e < end && _events.Times[e] <= person.FirstSentAt; e++)
        {
            inTime = true;
            last = _events.Times[e];
        }

        var isNew = !AccountsOf[p].Contains(account);
        findings.Matched += isNew ? person.Probability : 0;
        if (!inTime)
        {
            return;
        }

        if (person.FirstSentAt != long.MaxValue && last != long.MinValue)
        {
            findings.LagHours.Add((person.FirstSentAt - last) / 3600.0);
        }

        if (isNew)
        {
            AccountsOf[p].Add(account);
            findings.InTime += person.Probability;
            findings.HeldByMonth[_months.Of(record)]++;
            // What is only probably seized is left over with the rest of its probability.
            findings.Unseized += 1 - person.Probability;
        }
    }
}
