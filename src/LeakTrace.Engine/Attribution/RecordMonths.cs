using System.Globalization;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Attribution;

/// <summary>Calendar month in which each registry record was written, or of its event where that is not told.</summary>
public sealed class RecordMonths
{
    const int MonthsOfYear = 12;
    const int MostMonths = 10_000 * MonthsOfYear;
    readonly int[] _monthOf;

    /// <summary>Numbers the months of all records in order of time.</summary>
    public RecordMonths(RegistryRecords registry)
    {
        _monthOf = new int[registry.Count];
        var isKnown = new bool[MostMonths];
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
                    isKnown[month] = true;
                }
            }
        }

        var numberOf = new int[MostMonths];
        for (var month = 0; month < MostMonths; month++)
        {
            if (isKnown[month])
            {
                numberOf[month] = Labels.Count;
                Labels.Add(
                    month == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{month / MonthsOfYear:0000}-{month % MonthsOfYear + 1:00}"));
            }
        }

        for (var record = 0; record < _monthOf.Length; record++)
        {
            _monthOf[record] = numberOf[_monthOf[record]];
        }
    }

    /// <summary>Months as <c>2021-03</c>, earliest first; the empty one of records without a date comes before all.</summary>
    public List<string> Labels { get; } = [];

    /// <summary>Number of months, at least one.</summary>
    public int Count => Math.Max(1, Labels.Count);

    /// <summary>Month of a record, an index into <see cref="Labels"/>.</summary>
    public int Of(int record) => _monthOf[record];

    /// <summary>Months since the year 0; 0 where there is no date, for the first month of the calendar is January of the year 1.</summary>
    static int CalendarMonthOf(ulong date)
    {
        var day = PackedDate.DayOf(date);
        if (day < 0 || day > DateOnly.MaxValue.DayNumber)
        {
            return 0;
        }

        var (year, month, _) = DateOnly.FromDayNumber(day);
        return year * MonthsOfYear + month - 1;
    }
}
