using System.Globalization;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Attribution;

/// <summary>Calendar month in which each registry record was written, or of its event where that is not told.</summary>
public sealed class RecordMonths
{
    const int MonthsOfYear = 12;
    readonly int[] _monthOf;

    /// <summary>Numbers the months of all records in order of time.</summary>
    public RecordMonths(RegistryRecords registry)
    {
        _monthOf = new int[registry.Count];
        var known = new SortedDictionary<int, int>();
        for (var t = 0; t < registry.Tables.Count; t++)
        {
            var table = registry.Tables[t];
            var recorded = table[FieldRole.RecordedAt]?.Values;
            var events = table[FieldRole.EventDate]?.Values;
            for (var row = 0; row < table.Count; row++)
            {
                var date = recorded is not null && recorded[row] != 0 ? recorded[row] : events?[row] ?? 0;
                var month = CalendarMonthOf(date);
                _monthOf[registry.StartOf(t) + row] = month;
                if (RegistryRecords.IsRecord(table, row))
                {
                    known.TryAdd(month, 0);
                }
            }
        }

        foreach (var month in known.Keys)
        {
            Labels.Add(month < 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{month / MonthsOfYear:0000}-{month % MonthsOfYear + 1:00}"));
        }

        var number = 0;
        foreach (var month in new List<int>(known.Keys))
        {
            known[month] = number++;
        }

        for (var record = 0; record < _monthOf.Length; record++)
        {
            _monthOf[record] = known.GetValueOrDefault(_monthOf[record]);
        }
    }

    /// <summary>Months as <c>2021-03</c>, earliest first; the empty one of records without a date comes before all.</summary>
    public List<string> Labels { get; } = [];

    /// <summary>Number of months, at least one.</summary>
    public int Count => Math.Max(1, Labels.Count);

    /// <summary>Month of a record, an index into <see cref="Labels"/>.</summary>
    public int Of(int record) => _monthOf[record];

    static int CalendarMonthOf(ulong date)
    {
        if (PackedDate.DayOf(date) is < 0 or > 3_652_058)
        {
            return -1;
        }

        var day = DateOnly.FromDayNumber(PackedDate.DayOf(date));
        return day.Year * MonthsOfYear + day.Month - 1;
    }
}
