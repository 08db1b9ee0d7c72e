using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Entities;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Tracing;

namespace LeakTrace.Engine.Attribution;

/// <summary>
/// Ranks the accounts, whatever shows that they held a record, in one fit. Beside elsewhere there is a background for each
/// source, the reads that its log lost, so that an account earns only what exceeds it. Those who only mirror stronger accounts
/// are dismissed from a second fit (<see cref="StrongerAccounts"/>).
/// </summary>
public sealed class AccountRanking
{
    const int Rounds = 3;
    readonly AccessEvents _events;
    readonly List<SeizedPerson> _people;
    readonly int[] _sourceOf;
    readonly PlaceDirectory _places;
    readonly AccountFindings[] _findings;
    readonly List<int>[] _accountsOf;
    readonly int[] _personOf;
    readonly Strata _strata;
    readonly double[] _foundByEdge;
    readonly double _found;
    readonly bool[] _isDismissed;

    AccountRanking(
        AccessEvents events, List<SeizedPerson> people, RegistryRecords registry, int[] sourceOf, PlaceDirectory places, int edges)
    {
        _events = events;
        _people = people;
        _sourceOf = sourceOf;
        _places = places;
        _findings = new AccountFindings[events.Names.Count];
        for (var a = 0; a < _findings.Length; a++)
        {
            _findings[a] = new AccountFindings { ExplainedByEdge = new double[edges], BySource = new long[places.SourceCount + 1] };
        }

        _isDismissed = new bool[_findings.Length];
        _personOf = new int[registry.Count];
        Array.Fill(_personOf, -1);
        _accountsOf = new List<int>[people.Count];
        _foundByEdge = new double[edges];
        for (var p = 0; p < people.Count; p++)
        {
            _accountsOf[p] = [];
            _found += people[p].Probability;
            foreach (var record in people[p].Records)
            {
                _personOf[record] = p;
            }

            foreach (var edge in people[p].Edges)
            {
                _foundByEdge[edge] += people[p].Probability;
            }
        }

        _strata = new Strata(registry, sourceOf, IsSeized);
    }

    /// <summary>Lines of the table, elsewhere last; empty where no account or no register is known.</summary>
    public List<AccountLine> Lines { get; private set; } = [];

    /// <summary>Ranks.</summary>
    /// <param name="events">Who held what from when.</param>
    /// <param name="people">Seized people found in registers.</param>
    /// <param name="registry">Registers.</param>
    /// <param name="sourceOf">Source of a record.</param>
    /// <param name="places">Sources with their names.</param>
    /// <param name="lastSentAt">Last delivery, long.MaxValue where none is known.</param>
    /// <param name="elsewherePeople">Seized people found in no register.</param>
    /// <param name="edges">Number of edges.</param>
    /// <param name="needed">When an account is needed.</param>
    /// <param name="threads">Degree of parallelism.</param>
    public static AccountRanking Run(
        AccessEvents events, List<SeizedPerson> people, RegistryRecords registry, int[] sourceOf, PlaceDirectory places,
        long lastSentAt, double elsewherePeople, int edges, NeededRule needed, int threads)
    {
        var ranking = new AccountRanking(events, people, registry, sourceOf, places, edges);
        if (events.Names.Count == 0 || registry.Count == 0)
        {
            return ranking;
        }

        foreach (var holdings in AccountHoldings.Split(events.Keys))
        {
            ranking.Walk(holdings, lastSentAt);
        }

        ranking.CountExclusive();
        var options = new LeakRateOptions { Threads = threads };
        // Without delivery times nobody knows who read after the sale, and stronger accounts may be those who did.
        var fit = ranking.FitWithout(registry, options, dismisses: lastSentAt != long.MaxValue);

        var background = 0.0;
        for (var p = 0; p < people.Count; p++)
        {
            background += ranking.Explain(p, ranking.HoldersOf(p), fit.Hazards);
        }

        ranking.Lines = AccountLines.Write(
            ranking._findings, events.Names, places, fit, ranking.FirstAccount, background + elsewherePeople, elsewherePeople, needed,
            ranking._found, ranking._foundByEdge);
        return ranking;
    }

    int FirstAccount => _places.SourceCount + 1;

    /// <summary>
    /// Fits, dismisses those who only mirror stronger accounts and fits again. An account's evidence is at most what it has beside
    /// stronger ones; one that was dismissed may still have leaked as much as the fit with it allows.
    /// </summary>
    LeakRateFit FitWithout(RegistryRecords registry, LeakRateOptions options, bool dismisses)
    {
        if (!dismisses)
        {
            return Fit(registry, options);
        }

        var bits = new double[_findings.Length];
        var high = new double[_findings.Length];
        var hasMore = true;
        for (var round = 0; round < Rounds && hasMore; round++)
        {
            hasMore = false;
            var fit = Fit(registry, options with { ProfiledHolders = 0 });
            var beside = BesideStronger(fit);
            for (var a = 0; a < beside.Length; a++)
            {
                if (!_isDismissed[a])
                {
                    var own = fit.LogLikelihoodRatioBits[FirstAccount + a];
                    bits[a] = Math.Min(own, beside[a]);
                    high[a] = fit.High[FirstAccount + a];
                    _isDismissed[a] = beside[a] < StrongerAccounts.LeastBits;
                    hasMore |= _isDismissed[a] && (own >= StrongerAccounts.LeastBits || round == 0);
                }
            }
        }

        var last = Fit(registry, options);
        for (var a = 0; a < bits.Length; a++)
        {
            var h = FirstAccount + a;
            last.LogLikelihoodRatioBits[h] = Math.Min(bits[a], _isDismissed[a] ? bits[a] : last.LogLikelihoodRatioBits[h]);
            last.High[h] = _isDismissed[a] ? high[a] : last.High[h];
        }

        return last;
    }

    double[] BesideStronger(LeakRateFit fit)
    {
        var weights = new double[_people.Count];
        var sources = new int[_people.Count];
        var recorders = new int[_people.Count];
        var held = new List<int>[_findings.Length];
        for (var p = 0; p < weights.Length; p++)
        {
            weights[p] = _people[p].Probability;
            sources[p] = _sourceOf[_people[p].Records[0]];
            recorders[p] = _events.RecorderOf(_people[p].Records[0]);
            foreach (var account in _accountsOf[p])
            {
                (held[account] ??= []).Add(p);
            }
        }

        var heldBy = Array.ConvertAll(held, list => list is null ? [] : list.ToArray());
        var records = Array.ConvertAll(_findings, account => account.Records);
        return new StrongerAccounts(weights, sources, recorders, heldBy, records, FirstAccount, Background)
            .Beside(fit.LogLikelihoodRatioBits.AsSpan(FirstAccount));

        double Background(int account)
        {
            var expected = 0.0;
            for (var source = 1; source < FirstAccount; source++)
            {
                expected += _findings[account].BySource[source] * NoisyOr.Probability(fit.Hazards[0] + fit.Hazards[source]);
            }

            return expected;
        }
    }

    LeakRateFit Fit(RegistryRecords registry, LeakRateOptions options)
    {
        var builder = new HolderSetsBuilder();
        for (var p = 0; p < _people.Count; p++)
        {
            builder.Add(HoldersOf(p), _people[p].Probability);
        }

        return LeakRateModel.Fit(builder.Build(Backgrounds(), Unseized(registry)), options);
    }

    void CountExclusive()
    {
        for (var p = 0; p < _people.Count; p++)
        {
            if (_accountsOf[p].Count == 1)
            {
                _findings[_accountsOf[p][0]].Exclusive += _people[p].Probability;
            }
        }
    }

    bool IsSeized(int record) => _personOf[record] >= 0 && _people[_personOf[record]].Probability >= 0.5;

    /// <summary>Walks the events of one account, which come by record and time.</summary>
    void Walk(AccountHoldings holdings, long lastSentAt)
    {
        var findings = _findings[holdings.Account];
        for (int at = holdings.First, end; at < holdings.End; at = end)
        {
            var record = (int)(uint)_events.Keys[at];
            var isInPeriod = _events.Times[at] <= lastSentAt;
            for (end = at + 1; end < holdings.End && _events.Keys[end] == _events.Keys[at]; end++)
            {
            }

            findings.Records++;
            findings.BySource[_sourceOf[record]]++;
            if (_personOf[record] >= 0)
            {
                WalkSeized(holdings.Account, _personOf[record], at, end);
            }
            else
            {
                findings.Unseized += isInPeriod ? 1 : 0;
            }

            if (isInPeriod)
            {
                _strata.AddRead(record);
            }
        }

        findings.Expected = _strata.TakeExpected();
    }

    void WalkSeized(int account, int p, int at, int end)
    {
        var findings = _findings[account];
        var person = _people[p];
        var last = long.MinValue;
        var inTime = false;
        for (var e = at; e < end && _events.Times[e] <= person.FirstSentAt; e++)
        {
            inTime = true;
            last = _events.Times[e];
        }

        var isNew = !_accountsOf[p].Contains(account);
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
            _accountsOf[p].Add(account);
            findings.InTime += person.Probability;
            // What is only probably seized is left over with the rest of its probability.
            findings.Unseized += 1 - person.Probability;
        }
    }

    int[] HoldersOf(int p)
    {
        var holders = new SortedSet<int> { 0 };
        foreach (var record in _people[p].Records)
        {
            holders.Add(_sourceOf[record]);
        }

        foreach (var account in _accountsOf[p])
        {
            if (!_isDismissed[account])
            {
                holders.Add(FirstAccount + account);
            }
        }

        var result = new int[holders.Count];
        holders.CopyTo(result);
        return result;
    }

    bool[] Backgrounds()
    {
        var background = new bool[FirstAccount + _findings.Length];
        background.AsSpan(0, FirstAccount).Fill(true);
        return background;
    }

    double[] Unseized(RegistryRecords registry)
    {
        var unseized = new double[FirstAccount + _findings.Length];
        for (var t = 0; t < registry.Tables.Count; t++)
        {
            for (var row = 0; row < registry.Tables[t].Count; row++)
            {
                var record = registry.StartOf(t) + row;
                if (RegistryRecords.IsRecord(registry.Tables[t], row) && _personOf[record] < 0)
                {
                    unseized[_sourceOf[record]]++;
                    unseized[0]++;
                }
            }
        }

        foreach (var person in _people)
        {
            unseized[0] += 1 - person.Probability;
        }

        for (var a = 0; a < _findings.Length; a++)
        {
            unseized[FirstAccount + a] = _findings[a].Unseized;
        }

        return unseized;
    }

    /// <summary>Shares a person out; returns what falls to elsewhere and the backgrounds.</summary>
    double Explain(int p, int[] holders, double[] hazards)
    {
        Span<double> shares = holders.Length <= 256 ? stackalloc double[holders.Length] : new double[holders.Length];
        Responsibilities.Share(holders, hazards, [], shares);
        var background = 0.0;
        for (var k = 0; k < holders.Length; k++)
        {
            var explained = _people[p].Probability * shares[k];
            if (holders[k] < FirstAccount)
            {
                background += explained;
                continue;
            }

            var findings = _findings[holders[k] - FirstAccount];
            findings.Explained += explained;
            foreach (var edge in _people[p].Edges)
            {
                findings.ExplainedByEdge[edge] += explained;
            }
        }

        return background;
    }
}
