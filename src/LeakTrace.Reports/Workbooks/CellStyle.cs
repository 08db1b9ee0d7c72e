namespace LeakTrace.Reports.Workbooks;

/// <summary>Looks of a cell; the number is that of its format in styles.xml.</summary>
enum CellStyle : byte
{
    /// <summary>Text, or a number as it is.</summary>
    General,

    /// <summary>Name of the sheet, large.</summary>
    Title,

    /// <summary>What the sheet says and how it adds up; wraps.</summary>
    Note,

    /// <summary>Header of a column.</summary>
    Header,

    /// <summary>A whole number with thousands apart.</summary>
    Whole,

    /// <summary>A number with one decimal.</summary>
    OneDecimal,

    /// <summary>A number with two decimals, such as an amount.</summary>
    Amount,

    /// <summary>A number with four decimals, such as a probability.</summary>
    FourDecimals,

    /// <summary>A share in per cent.</summary>
    Percent,

    /// <summary>Text that wraps.</summary>
    Wrapped,

    /// <summary>Label of a line of totals.</summary>
    TotalLabel,

    /// <summary>A total.</summary>
    Total,

    /// <summary>A total with two decimals.</summary>
    TotalAmount,

    /// <summary>Bold text.</summary>
    Strong,

    /// <summary>A bold whole number.</summary>
    StrongWhole,

    /// <summary>A link to another sheet.</summary>
    Link,

    /// <summary>A number without thousands apart, such as one of a row.</summary>
    Number,

    /// <summary>A cell that the reader fills in; text.</summary>
    Field,

    /// <summary>A warning.</summary>
    Warning,

    /// <summary>Header of a column of numbers.</summary>
    NumberHeader,
}
