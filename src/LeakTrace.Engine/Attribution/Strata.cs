using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Attribution;

/// <summary>Strata of one source and one month of recording (or of the event) each: what reading would bring by chance is judged within them.</summary>
sealed class Strata
{
    const int DaysOfMonth = 31;
    readonly int[] _stratumOf;
    readonly int[] _people;
    readonly int[] _seized;
    readonly int[] _read;

    /// <summary>Numbers the strata and counts their people.</summary>
    /// <param name="registry">Registers.</param>
    /// <param name="sourceOf">Source of every record.</param>
    /// <param name="isSeized">Whether a record is of a seized person.</param>
    public Strata(RegistryRecords registry, int[] sourceOf, Func<int, bool> isSeized)
    {
        _stratumOf = new int[registry.Count];
        var numbers = new Dictionary<(int Source, int Month), int>();
        for (var t = 0; t < registry.Tables.Count; t++)
        {
            var table = registry.Tables[t];
            var recorded = table[FieldRole.RecordedAt]?.Values;
            var events = table[FieldRole.EventDate]?.Values;
            for (var row = 0; row < table.Count; row++)
            {
                var date = recorded is not null && recorded[row] != 0 ? recorded[row] : events?[row] ?? 0;
                var key = (sourceOf[registry.StartOf(t) + row], (PackedDate.DayOf(date) + 1) / DaysOfMonth);
                if (!numbers.TryGetValue(key, out var stratum))
                {
                    numbers[key] = stratum = numbers.Count;
                }

                _stratumOf[registry.StartOf(t) + row] = stratum;
            }
        }

        _people = new int[numbers.Count];
        _seized = new int[numbers.Count];
        _read = new int[numbers.Count];
        Count(registry, isSeized);
    }

    /// <summary>Counts a record that the current account read.</summary>
    public void AddRead(int record) => _read[_stratumOf[record]]++;

    /// <summary>Seized people that the reading counted would hold by chance; begins the next account.</summary>
    public double TakeExpected()
    {
        double expected = 0;
        for (var s = 0; s < _read.Length; s++)
        {
            expected += _people[s] == 0 ? 0 : (double)_read[s] * _seized[s] / _people[s];
        }

        Array.Clear(_read);
        return expected;
    }

    void Count(RegistryRecords registry, Func<int, bool> isSeized)
    {
        for (var t = 0; t < registry.Tables.Count; t++)
        {
            for (var row = 0; row < registry.Tables[t].Count; row++)
            {
                var record = registry.StartOf(t) + row;
                if (RegistryRecords.IsRecord(registry.Tables[t], row))
                {
                    _people[_stratumOf[record]]++;
                    _seized[_stratumOf[record]] += isSeized(record) ? 1 : 0;
                }
            }
        }
    }
}
