namespace LeakTrace.Engine.Normalisation;

/// <summary>What the file around a date cell says about reading it.</summary>
/// <param name="Is1904">Serial numbers count from 1904 (a workbook from an old Macintosh).</param>
/// <param name="Year">
/// Year of dates that give none, and the likelier one where digits are ambiguous; zero where unknown.
/// </param>
/// <param name="DayFirst">Dates that end in the year start with the day rather than the month.</param>
/// <param name="AllowSerial">Small numbers too are serials; otherwise only 20000 to 60000 are.</param>
public readonly record struct DateContext(bool Is1904, int Year, bool DayFirst, bool AllowSerial);
