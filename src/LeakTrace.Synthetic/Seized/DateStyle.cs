namespace LeakTrace.Synthetic.Seized;

/// <summary>How a sheet shows dates.</summary>
enum DateStyle : byte
{
    Iso,
    Slashes,
    Dots,
    Digits,
    Chinese,

    /// <summary>Month and day alone; the file's name or title has the year.</summary>
    ChineseWithoutYear,

    /// <summary>A spreadsheet date with Excel's short format.</summary>
    Serial,

    /// <summary>A spreadsheet date with a Chinese format.</summary>
    ChineseSerial,
}
