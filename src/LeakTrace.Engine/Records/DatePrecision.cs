namespace LeakTrace.Engine.Records;

/// <summary>How much of a date was given.</summary>
public enum DatePrecision : byte
{
    /// <summary>Year, month and day.</summary>
    Day = 0,

    /// <summary>Month and day; the year comes from the file's other dates.</summary>
    YearAssumed,

    /// <summary>Year and month: the day is the first.</summary>
    Month,

    /// <summary>Year alone: the first of January.</summary>
    Year,
}
