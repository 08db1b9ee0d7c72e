namespace LeakTrace.Engine.Records;

/// <summary>One sheet of an input file.</summary>
/// <param name="Name">Name, empty where the format has none.</param>
/// <param name="Rows">Number of physical rows up to the last used one.</param>
/// <param name="Layout">Which column is what.</param>
/// <param name="Records">
/// One record for every physical row, in order, and one more for each <see cref="RowTraits.Further"/> record of a row, layout and blank rows included (see <see cref="RowTraits"/>);
/// in consecutive segments, so that long files need no second copy.
/// </param>
public sealed record InputSheet(string Name, int Rows, SheetLayout Layout, IReadOnlyList<RecordTable> Records)
{
    /// <summary>Its tables where it has several, side by side or one below another; else empty, and <see cref="Layout"/> says all. Not kept in the store.</summary>
    public IReadOnlyList<SheetRegion> Regions { get; init; } = [];
}
