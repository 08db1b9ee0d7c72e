namespace LeakTrace.Ingest.Workbooks;

/// <summary>Cells that are merged into one.</summary>
/// <param name="FirstRow">1-based first row.</param>
/// <param name="LastRow">Last row.</param>
/// <param name="FirstColumn">0-based first column.</param>
/// <param name="LastColumn">Last column.</param>
readonly record struct MergedRange(int FirstRow, int LastRow, int FirstColumn, int LastColumn);
