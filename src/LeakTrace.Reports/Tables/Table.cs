namespace LeakTrace.Reports.Tables;

/// <summary>Columns of a table and where their values come from.</summary>
/// <param name="Name">Name, that of the file without its ending.</param>
/// <param name="Columns">Names of the columns with what stands in them.</param>
sealed record Table<T>(string Name, params (string Name, Func<T, Cell> Value)[] Columns);
