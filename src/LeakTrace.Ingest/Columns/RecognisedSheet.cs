using LeakTrace.Engine.Records;

namespace LeakTrace.Ingest.Columns;

/// <summary>Layout of a sheet with what reading its rows needs besides.</summary>
/// <param name="Layout">Which column is what.</param>
/// <param name="FirstHeaderRow">1-based first header row, zero without a header.</param>
/// <param name="Columns">Number of columns.</param>
sealed record RecognisedSheet(SheetLayout Layout, int FirstHeaderRow, int Columns);
