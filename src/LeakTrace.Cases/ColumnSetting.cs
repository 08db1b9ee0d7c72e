using LeakTrace.Engine.Records;

namespace LeakTrace.Cases;

/// <summary>What the user says of the columns of some sheets (an entry of <c>columns</c> in case.json).</summary>
/// <param name="File">Pattern of file names, see <see cref="FilePattern"/>.</param>
/// <param name="Sheet">Name of the sheet; null for every sheet.</param>
/// <param name="HeaderRow">1-based row of the header; zero for a sheet without one; null to find it.</param>
/// <param name="Roles">Role by header text.</param>
/// <param name="RolesByPosition">Role by 0-based position of the column.</param>
public sealed record ColumnSetting(
    FilePattern File,
    string? Sheet,
    int? HeaderRow,
    IReadOnlyDictionary<string, FieldRole> Roles,
    IReadOnlyDictionary<int, FieldRole> RolesByPosition)
{
    /// <summary>Whether the entry speaks of a sheet.</summary>
    public bool AppliesTo(string file, string sheet) =>
        File.Matches(file) && (Sheet is null || Sheet.Equals(sheet, StringComparison.Ordinal));
}
