namespace LeakTrace.Engine.Records;

/// <summary>One sheet of an input file.</summary>
/// <param name="Name">Name, empty where the format has none.</param>
/// <param name="Rows">Number of physical rows up to the last used one.</param>
/// <param name="Layout">Which column is what.</param>
/// <param name="Records">
/// One record for every physical row, in order, layout and blank rows included (see <see cref="RowTraits"/>);
/// in consecutive segments, so that long files need no second copy.
/// </param>
public sealed record InputSheet(string Name, int Rows, SheetLayout Layout, IReadOnlyList<RecordTable> Records);
