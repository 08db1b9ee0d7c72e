using LeakTrace.Engine.Comparison;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Scoring;

namespace LeakTrace.Engine.Entities;

/// <summary>
/// Registry records of the same person's same event (one mother's delivery, one person on one waybill), across sources.
/// Only records that some seized row may match are looked at.
/// </summary>
public sealed class RegistryUnits
{
    const double WorthLooking = -7;
    const int MostPerRow = 12;
    readonly IReadOnlyList<PersonColumns> _tables;
    readonly int[] _starts;
    readonly PlaceLevels _places;
    readonly MatchModel _model;
    readonly double _priorBits;
    readonly DisjointSets _sets;
    readonly Dictionary<int, List<int>> _members = [];

    RegistryUnits(IReadOnlyList<PersonColumns> tables, PlaceLevels places, MatchModel model)
    {
        _tables = tables;
        _starts = TableNumbering.StartsOf(tables);
        _places = places;
        _model = model;
        // A record is one of the same person's in about one pair of all records.
        _priorBits = -Math.Log2(Math.Max(2, _starts[^1]));
        _sets = new DisjointSets(_starts[^1]);
    }

    /// <summary>Unites records through the rows that they compete for.</summary>
    public static RegistryUnits Resolve(
        IReadOnlyList<PersonColumns> tables, PlaceLevels places, MatchModel model, RowCandidates candidates)
    {
        var units = new RegistryUnits(tables, places, model);
        for (var row = 0; row + 1 < candidates.Starts.Length; row++)
        {
            int first = candidates.Starts[row], end = Math.Min(candidates.Starts[row + 1], first + MostPerRow);
            for (var a = first; a < end && candidates.WeightBits[a] >= WorthLooking; a++)
            {
                for (var b = first; b < a; b++)
                {
                    units.Join(candidates.Records[b], candidates.Records[a]);
                }
            }
        }

        units.JoinNamesakesOfOneDay(candidates);
        return units;
    }

    /// <summary>Unit of a record: the smallest record number in it.</summary>
    public int Of(int record) => _sets.Find(record);

    /// <summary>Whether two records are of one person, be it of different events.</summary>
    public bool AreOnePerson(int a, int b)
    {
        if (Of(a) == Of(b))
        {
            return true;
        }

        var pattern = Compare(a, b);
        pattern = PersonPattern.Without(pattern, PersonField.EventDate);
        pattern = PersonPattern.Without(pattern, PersonField.Waybill);
        pattern = PersonPattern.Without(pattern, PersonField.RelatedName);
        return _priorBits + _model.EvidenceBits(pattern) >= 0;
    }

    /// <summary>
    /// Two registers may know one event under numbers so different that no row is a candidate of both records: records that rows match
    /// best are held against those of the same name on the same day or the next.
    /// </summary>
    void JoinNamesakesOfOneDay(RowCandidates candidates)
    {
        var namesakes = new Dictionary<(ulong Name, int Day), List<int>>();
        var seen = new HashSet<int>();
        for (var row = 0; row + 1 < candidates.Starts.Length; row++)
        {
            var first = candidates.Starts[row];
            if (first == candidates.Starts[row + 1] || candidates.WeightBits[first] < 0 || !seen.Add(candidates.Records[first]))
            {
                continue;
            }

            var (table, record) = TableNumbering.Locate(_starts, candidates.Records[first]);
            if (_tables[table] is not { Name: { } names, EventDate: { } dates } || names[record] == 0 || dates[record] == 0)
            {
                continue;
            }

            var day = PackedDate.DayOf(dates[record]);
            for (var near = day - 1; near <= day + 1; near++)
            {
                foreach (var other in namesakes.GetValueOrDefault((names[record], near)) ?? [])
                {
                    Join(other, candidates.Records[first]);
                }
            }

            if (!namesakes.TryAdd((names[record], day), [candidates.Records[first]]))
            {
                namesakes[(names[record], day)].Add(candidates.Records[first]);
            }
        }
    }

    void Join(int a, int b)
    {
        if (_sets.Find(a) == _sets.Find(b))
        {
            return;
        }

        var pattern = Compare(a, b);
        if (!AreOtherEvents(pattern) && _priorBits + _model.EvidenceBits(pattern) >= 0 && AreCompatible(a, b))
        {
            var (left, right) = (MembersOf(a), MembersOf(b));
            _members[_sets.Unite(a, b)] = [.. left, .. right];
        }
    }

    /// <summary>Whether no record of one unit tells of another event than a record of the other: one that says neither must not join two parcels.</summary>
    bool AreCompatible(int a, int b)
    {
        foreach (var x in MembersOf(a))
        {
            foreach (var y in MembersOf(b))
            {
                if (AreOtherEvents(Compare(x, y)))
                {
                    return false;
                }
            }
        }

        return true;
    }

    List<int> MembersOf(int record) => _members.TryGetValue(_sets.Find(record), out var members) ? members : [record];

    /// <summary>
    /// The same person on another waybill, or giving birth in another season, is another unit. That the hospitals differ says nothing here.
    /// </summary>
    internal static bool AreOtherEvents(ulong pattern)
    {
        var waybill = PersonPattern.LevelOf(pattern, PersonField.Waybill);
        return waybill is (int)CodeLevel.Different or (int)CodeLevel.NearlySame
            || (waybill == 0 && PersonPattern.LevelOf(pattern, PersonField.EventDate) == (int)DateLevel.Different);
    }

    ulong Compare(int a, int b)
    {
        var (tableA, recordA) = TableNumbering.Locate(_starts, a);
        var (tableB, recordB) = TableNumbering.Locate(_starts, b);
        var pattern = PersonPattern.Between(_tables[tableA], recordA, _tables[tableB], recordB, _places);
        return PersonPattern.Without(pattern, PersonField.Institution);
    }
}
