namespace LeakTrace.Engine.Records;

/// <summary>A table below others of the same sheet, or those side by side there.</summary>
/// <param name="FirstRow">1-based row in which it begins, titles above it included.</param>
/// <param name="Columns">Its columns in order.</param>
public sealed record SheetTable(int FirstRow, IReadOnlyList<SheetColumn> Columns);
