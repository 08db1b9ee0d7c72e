using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Attribution;

/// <summary>Strata of one source and one month of recording (or of the event) each, for the test whether reading follows the sale.</summary>
sealed class Strata
{
    const int DaysOfMonth = 31;
    readonly RegistryRecords _registry;
    readonly Func<int, int> _sourceOf;
    readonly int _sources;
    readonly Dictionary<int, int> _people = [];
    readonly Dictionary<int, int> _seized = [];

    /// <summary>Counts the people of every stratum.</summary>
    public Strata(RegistryRecords registry, Func<int, int> sourceOf, int sources)
    {
        _registry = registry;
        _sourceOf = sourceOf;
        _sources = sources;
        for (var t = 0; t < registry.Tables.Count; t++)
        {
            for (var row = 0; row < registry.Tables[t].Count; row++)
            {
                if (RegistryRecords.IsRecord(registry.Tables[t], row))
                {
                    Increment(_people, Of(registry.StartOf(t) + row));
                }
            }
        }
    }

    /// <summary>Counts a seized record.</summary>
    public void AddSeized(int record, bool isSeized)
    {
        if (isSeized)
        {
            Increment(_seized, Of(record));
        }
    }

    /// <summary>Counts a record that an account read.</summary>
    public void AddRead(SortedDictionary<int, (int Read, int SeizedRead)> reads, int record, bool p)
    {
        var stratum = Of(record);
        var (read, seizedRead) = reads.GetValueOrDefault(stratum);
        reads[stratum] = (read + 1, seizedRead + (p ? 1 : 0));
    }

    /// <summary>Seized people that so much reading would hold by chance.</summary>
    public double Expected(SortedDictionary<int, (int Read, int SeizedRead)> reads)
    {
        double expected = 0;
        foreach (var (stratum, (read, _)) in reads)
        {
            expected += (double)read * _seized.GetValueOrDefault(stratum) / _people[stratum];
        }

        return expected;
    }

    static void Increment(Dictionary<int, int> counts, int key) => counts[key] = counts.GetValueOrDefault(key) + 1;

    int Of(int record)
    {
        var (table, row) = _registry.Locate(record);
        var columns = _registry.Tables[table];
        var recorded = columns[FieldRole.RecordedAt]?.Values[row] ?? 0;
        var date = recorded != 0 ? recorded : columns[FieldRole.EventDate]?.Values[row] ?? 0;
        var month = (PackedDate.DayOf(date) + 1) / DaysOfMonth;
        return month * (_sources + 1) + _sourceOf(record);
    }
}
