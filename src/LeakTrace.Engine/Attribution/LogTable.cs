using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Attribution;

/// <summary>One table of an access log, with its accounts and sources numbered.</summary>
/// <param name="table">The table.</param>
/// <param name="account">Its account column.</param>
/// <param name="records">Its column of record or waybill numbers.</param>
/// <param name="accounts">Number of the account of each label, index 0 unused.</param>
/// <param name="sources">Source of each institution label, 0 where none.</param>
sealed class LogTable(RecordTable table, Column account, Column records, int[] accounts, int[] sources)
{
    /// <summary>Account and record of every entry found, as in <see cref="AccessEvents.Keys"/>.</summary>
    public List<ulong> Keys { get; } = [];

    /// <summary>Time of every entry found.</summary>
    public List<long> Times { get; } = [];

    /// <summary>Entries that name an account and a record.</summary>
    public long Entries { get; private set; }

    /// <summary>Entries whose record no register has.</summary>
    public long Unknown { get; private set; }

    /// <summary>Entries whose record number several sources have.</summary>
    public long Ambiguous { get; private set; }

    /// <summary>Looks the record of every entry up.</summary>
    public void LookUp(RecordNumbers numbers, int[] sourceOf, int fileSource)
    {
        Keys.EnsureCapacity(table.Count);
        Times.EnsureCapacity(table.Count);
        var times = (table[FieldRole.RecordedAt] ?? table[FieldRole.EventDate])?.Values;
        var institutions = table[FieldRole.Institution]?.Values;
        for (var row = 0; row < table.Count; row++)
        {
            if (account.Values[row] == 0 || records.Values[row] == 0 || !RegistryRecords.IsRecord(table, row))
            {
                continue;
            }

            Entries++;
            var label = institutions?[row] ?? 0;
            var record = numbers.Find(records.Values[row], label == 0 ? fileSource : sources[label], sourceOf, out var isAmbiguous);
            Unknown += record < 0 && !isAmbiguous ? 1 : 0;
            Ambiguous += isAmbiguous ? 1 : 0;
            if (record >= 0)
            {
                Keys.Add(AccessEvents.KeyOf(accounts[account.Values[row]], record));
                Times.Add(PackedDate.InstantOf(times?[row] ?? 0));
            }
        }
    }
}
