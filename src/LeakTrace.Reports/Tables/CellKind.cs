namespace LeakTrace.Reports.Tables;

/// <summary>How a cell is written.</summary>
enum CellKind : byte
{
    /// <summary>No value.</summary>
    Empty,

    /// <summary>Text; may come from an input, and is never trusted.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number of which six significant digits are shown.</summary>
    Rounded,

    /// <summary>A number with all its digits, so that it tells apart what rounds to the same.</summary>
    Exact,

    /// <summary>True or false.</summary>
    Boolean,
}
