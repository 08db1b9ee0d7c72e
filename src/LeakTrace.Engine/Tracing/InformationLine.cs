namespace LeakTrace.Engine.Tracing;

/// <summary>Line of the table <c>information</c>: one type of information in one sheet of a seized file, and how much of it.</summary>
/// <param name="File">Path below seized/.</param>
/// <param name="Sheet">Sheet, empty where the format has none.</param>
/// <param name="Type">Stable code, such as <c>phone</c>.</param>
/// <param name="Tiers">Tiers that it may belong to, with spaces between; several where that is unsettled.</param>
/// <param name="Columns">Letters of the columns that hold it, with spaces between; empty where only the registers that match tell.</param>
/// <param name="Rows">Records of the sheet.</param>
/// <param name="Values">Records with a value of it; -1 where the columns are not kept value by value.</param>
/// <param name="Valid">Records that count within the file.</param>
public sealed record InformationLine(
    string File, string Sheet, string Type, string Tiers, string Columns, long Rows, long Values, long Valid);
