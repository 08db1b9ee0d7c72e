using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Attribution;

/// <summary>Strata of one source and one month each: what reading would bring by chance is judged within them.</summary>
sealed class Strata
{
    readonly int[] _stratumOf;
    readonly int[] _people;
    readonly int[] _seized;
    readonly int[] _read;
    readonly int[] _seizedRead;
    readonly long[] _until;

    /// <summary>Numbers the strata and counts their people.</summary>
    /// <param name="registry">Registers.</param>
    /// <param name="sourceOf">Source of every record.</param>
    /// <param name="months">Month of every record.</param>
    /// <param name="soldAt">First delivery of the person whom a record is of; null where it is not seized.</param>
    public Strata(RegistryRecords registry, int[] sourceOf, RecordMonths months, Func<int, long?> soldAt)
    {
        var strata = 0;
        foreach (var source in sourceOf)
        {
            strata = Math.Max(strata, (source + 1) * months.Count);
        }

        _stratumOf = new int[registry.Count];
        _people = new int[strata];
        _seized = new int[strata];
        _read = new int[strata];
        _seizedRead = new int[strata];
        _until = new long[strata];
        Array.Fill(_until, long.MinValue);
        for (var t = 0; t < registry.Tables.Count; t++)
        {
            for (var row = 0; row < registry.Tables[t].Count; row++)
            {
                var record = registry.StartOf(t) + row;
                var stratum = sourceOf[record] * months.Count + months.Of(record);
                _stratumOf[record] = stratum;
                if (!RegistryRecords.IsRecord(registry.Tables[t], row))
                {
                    continue;
                }

                _people[stratum]++;
                if (soldAt(record) is { } sold)
                {
                    _seized[stratum]++;
                    _until[stratum] = Math.Max(_until[stratum], sold);
                }
            }
        }
    }

    /// <summary>
    /// Reads of unseized records count up to the last delivery of their stratum: those of seized ones count up to their own, and both must have had the
    /// same time.
    /// </summary>
    public long Until(int record) => _until[_stratumOf[record]];

    /// <summary>Counts a record that the current account read in time.</summary>
    public void AddRead(int record, bool isSeized)
    {
        _read[_stratumOf[record]]++;
        _seizedRead[_stratumOf[record]] += isSeized ? 1 : 0;
    }

    /// <summary>Whether the reading counted follows the sale; begins the next account.</summary>
    public ReadingTest Take()
    {
        var strata = new List<ReadingStratum>();
        for (var s = 0; s < _read.Length; s++)
        {
            if (_read[s] > 0 && _seized[s] > 0)
            {
                strata.Add(new ReadingStratum(_people[s], _seized[s], _read[s], _seizedRead[s]));
            }
        }

        Array.Clear(_read);
        Array.Clear(_seizedRead);
        return ReadingFollowsSale.Test(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(strata));
    }
}
