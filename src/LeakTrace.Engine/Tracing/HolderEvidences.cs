using LeakTrace.Engine.Attribution;
using LeakTrace.Engine.Entities;

namespace LeakTrace.Engine.Tracing;

/// <summary>Gathers the evidence about every source and account.</summary>
sealed class HolderEvidences
{
    const int MostShown = 12;

    /// <summary>Whoever has less evidence takes no person from another: chance brings so much one time in ten.</summary>
    const double RivalBits = 3;

    const double FairPart = 0.1;
    readonly TraceSettings _settings;
    readonly IReadOnlyList<SeizedPerson> _people;
    readonly double _found;
    readonly string[] _locationOf;

    /// <param name="settings">Settings of the trace.</param>
    /// <param name="people">The units that were seized.</param>
    /// <param name="locationOf">For each of them, a row that shows it and the record that it matches.</param>
    public HolderEvidences(TraceSettings settings, IReadOnlyList<SeizedPerson> people, string[] locationOf)
    {
        _settings = settings;
        _people = people;
        _locationOf = locationOf;
        foreach (var person in people)
        {
            _found += person.Probability;
        }
    }

    /// <summary>The evidence about sources.</summary>
    /// <param name="lines">Lines of the table, elsewhere included.</param>
    /// <param name="scopes">The fit by edge and by month.</param>
    /// <param name="calls">Whether calls follow their admissions.</param>
    /// <param name="sourceOf">Source of each record.</param>
    /// <param name="nameOf">Name of each source.</param>
    public List<HolderEvidence> Sources(
        IReadOnlyList<SourceLine> lines, IReadOnlyList<ScopeLine> scopes, List<CallLine> calls, int[] sourceOf, Func<int, string> nameOf)
    {
        var byHolder = ByHolder(scopes);
        var holders = new HeldBy(_people.Count);
        for (var p = 0; p < _people.Count; p++)
        {
            foreach (var record in _people[p].Records)
            {
                holders.Add(p, nameOf(sourceOf[record]));
            }
        }

        var ranked = lines.Count;
        var bits = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            bits[line.Source] = line.LogLikelihoodRatioBits;
            ranked -= line.Rank == 0 ? 1 : 0;
        }

        var evidence = new List<HolderEvidence>();
        foreach (var line in lines)
        {
            if (line.Rank > 0)
            {
                evidence.Add(Common(holders, bits, line.Source) with
                {
                    Rank = line.Rank,
                    Ranked = ranked,
                    Records = line.RegistryRecords,
                    MatchedPeople = line.MatchedPeople,
                    InTime = line.MatchedPeople,
                    ExpectedByChance = double.NaN,
                    ExplainedPeople = line.ExplainedPeople,
                    LeakRate = line.LeakRate,
                    LeakRateLow = line.LeakRateLow,
                    LeakRateHigh = line.LeakRateHigh,
                    Bits = line.LogLikelihoodRatioBits,
                    Needed = line.Needed,
                    NotToldFrom = line.NotToldFrom,
                    Canaries = line.Canaries,
                    Scopes = byHolder.GetValueOrDefault(line.Source, []),
                    MedianLagHours = double.NaN,
                    Calls = calls.Find(call => string.Equals(call.Source, line.Source, StringComparison.Ordinal)),
                });
            }
        }

        return evidence;
    }

    /// <summary>The evidence about accounts.</summary>
    /// <param name="lines">Lines of the table, elsewhere included.</param>
    /// <param name="scopes">The fit by edge and by month.</param>
    /// <param name="events">Who held what from when.</param>
    /// <param name="records">Number of registry records.</param>
    public List<HolderEvidence> Accounts(IReadOnlyList<AccountLine> lines, IReadOnlyList<ScopeLine> scopes, AccessEvents events, int records)
    {
        var byHolder = ByHolder(scopes);
        var holders = HeldInTime(events, records);
        var ranked = lines.Count;
        var bits = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            bits[line.Account] = line.LogLikelihoodRatioBits;
            ranked -= line.Rank == 0 ? 1 : 0;
        }

        var evidence = new List<HolderEvidence>();
        foreach (var line in lines)
        {
            if (line.Rank > 0)
            {
                evidence.Add(Common(holders, bits, line.Account) with
                {
                    IsAccount = true,
                    Rank = line.Rank,
                    Ranked = ranked,
                    Source = line.Source,
                    Records = line.RecordsRead,
                    MatchedPeople = line.MatchedPeople,
                    InTime = line.ReadBeforeDelivery,
                    ExpectedByChance = line.ExpectedByChance,
                    ExplainedPeople = line.ExplainedPeople,
                    LeakRate = line.LeakRate,
                    LeakRateLow = line.LeakRateLow,
                    LeakRateHigh = line.LeakRateHigh,
                    Bits = line.LogLikelihoodRatioBits,
                    Needed = line.Needed,
                    NotToldFrom = line.NotToldFrom,
                    LeftOpen = line.LeftOpen,
                    ReadingPValue = line.ReadingPValue,
                    Bursts = line.Bursts,
                    SharedLogin = line.SharedLogin,
                    Canaries = line.Canaries,
                    Scopes = byHolder.GetValueOrDefault(line.Account, []),
                    MedianLagHours = line.MedianLagHours,
                });
            }
        }

        return evidence;
    }

    static Dictionary<string, List<ScopeLine>> ByHolder(IReadOnlyList<ScopeLine> scopes)
    {
        var byHolder = new Dictionary<string, List<ScopeLine>>(StringComparer.Ordinal);
        foreach (var line in scopes)
        {
            if (!byHolder.TryGetValue(line.Holder, out var lines))
            {
                byHolder[line.Holder] = lines = [];
            }

            lines.Add(line);
        }

        return byHolder;
    }

    HeldBy HeldInTime(AccessEvents events, int records)
    {
        var holders = new HeldBy(_people.Count);
        var personOf = new int[records];
        for (var p = 0; p < _people.Count; p++)
        {
            foreach (var record in _people[p].Records)
            {
                personOf[record] = p + 1;
            }
        }

        for (var e = 0; e < events.Keys.Length; e++)
        {
            var person = personOf[(int)(uint)events.Keys[e]] - 1;
            if (person >= 0 && events.Times[e] < _people[person].FirstSentAt)
            {
                holders.Add(person, events.Names[(int)(events.Keys[e] >> 32)]);
            }
        }

        return holders;
    }

    HolderEvidence Common(HeldBy holders, Dictionary<string, double> bits, string name)
    {
        var apart = new List<string>();
        int exclusive = 0, distinct = 0;
        var shared = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var p in holders.PeopleOf(name))
        {
            var others = holders.Of(p);
            var rivals = 0;
            foreach (var other in others)
            {
                if (!string.Equals(other, name, StringComparison.Ordinal))
                {
                    shared[other] = shared.GetValueOrDefault(other) + 1;
                    rivals += bits.GetValueOrDefault(other) >= RivalBits ? 1 : 0;
                }
            }

            exclusive += others.Count == 1 ? 1 : 0;
            distinct += rivals == 0 ? 1 : 0;
            if (rivals == 0 && _locationOf[p].Length > 0)
            {
                apart.Add(_locationOf[p]);
            }
        }

        var (next, held) = Next(holders.PeopleOf(name).Count, shared, bits);
        apart.Sort(StringComparer.Ordinal);
        return new HolderEvidence
        {
            Name = name,
            Exclusive = exclusive,
            Distinct = distinct,
            Discriminating = Spread(apart),
            NextName = next,
            NextHeld = held,
            NextBits = next.Length > 0 ? bits.GetValueOrDefault(next, double.NaN) : double.NaN,
            FoundPeople = _found,
            NeededBits = _settings.NeededBits,
            NeededShare = _settings.NeededShare,
        };
    }

    /// <summary>Of those who held a fair part of the same people the one with the strongest evidence, else who held most.</summary>
    static (string Name, int Held) Next(int people, SortedDictionary<string, int> shared, Dictionary<string, double> bits)
    {
        var (next, held) = ("", 0);
        double best = -1;
        foreach (var (other, count) in shared)
        {
            var strength = count >= FairPart * people ? Math.Max(0, bits.GetValueOrDefault(other)) : -0.5;
            if (strength > best || (strength == best && count > held))
            {
                (next, held, best) = (other, count, strength);
            }
        }

        return (next, held);
    }

    static List<string> Spread(List<string> all)
    {
        var shown = new List<string>();
        for (var i = 0; i < Math.Min(MostShown, all.Count); i++)
        {
            shown.Add(all[(int)((long)i * all.Count / Math.Min(MostShown, all.Count))]);
        }

        return shown;
    }

    /// <summary>Who held each person, and the other way round.</summary>
    sealed class HeldBy(int people)
    {
        readonly List<string>?[] _of = new List<string>?[people];
        readonly Dictionary<string, List<int>> _peopleOf = new(StringComparer.Ordinal);

        public void Add(int person, string holder)
        {
            var holders = _of[person] ??= [];
            if (holders.Contains(holder))
            {
                return;
            }

            holders.Add(holder);
            if (!_peopleOf.TryGetValue(holder, out var list))
            {
                _peopleOf[holder] = list = [];
            }

            list.Add(person);
        }

        public List<string> Of(int person) => _of[person] ?? [];

        public List<int> PeopleOf(string holder) => _peopleOf.TryGetValue(holder, out var list) ? list : [];
    }
}
