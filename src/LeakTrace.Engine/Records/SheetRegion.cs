namespace LeakTrace.Engine.Records;

/// <summary>One of several tables of a sheet.</summary>
/// <param name="FirstRow">1-based row in which it begins, titles above it included.</param>
/// <param name="LastRow">Last row of it.</param>
/// <param name="FirstColumn">0-based first column.</param>
/// <param name="LastColumn">0-based last column.</param>
/// <param name="Layout">Which column is what.</param>
public sealed record SheetRegion(int FirstRow, int LastRow, int FirstColumn, int LastColumn, SheetLayout Layout);
