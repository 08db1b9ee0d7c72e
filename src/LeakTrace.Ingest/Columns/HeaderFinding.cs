namespace LeakTrace.Ingest.Columns;

/// <summary>Where a sheet's header stands and how it reads.</summary>
/// <param name="FirstRow">1-based first header row; zero where there is none.</param>
/// <param name="LastRow">1-based last header row.</param>
/// <param name="Headers">Header of each column, a group header and the one below it joined.</param>
sealed record HeaderFinding(int FirstRow, int LastRow, string[] Headers);
