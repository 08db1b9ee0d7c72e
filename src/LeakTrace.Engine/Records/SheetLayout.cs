namespace LeakTrace.Engine.Records;

/// <summary>Which column of a sheet is what.</summary>
/// <param name="HeaderRow">1-based row of the (last) header row, zero where the sheet has none.</param>
/// <param name="Columns">Columns in order.</param>
public sealed record SheetLayout(int HeaderRow, IReadOnlyList<SheetColumn> Columns);
