using LeakTrace.Engine.Records;

namespace LeakTrace.Ingest;

/// <summary>What the user says of the columns of some sheets in case.json; it wins over what was recognised.</summary>
/// <param name="AppliesTo">Whether the entry speaks of a sheet, by the names of file and sheet in the tables.</param>
/// <param name="HeaderRow">1-based row of the header; zero for a sheet without one; null to find it.</param>
/// <param name="Roles">Role by header text; <see cref="FieldRole.None"/> leaves a column out.</param>
/// <param name="RolesByPosition">Role by 0-based position of the column.</param>
public sealed record SheetOverride(
    Func<string, string, bool> AppliesTo,
    int? HeaderRow,
    IReadOnlyDictionary<string, FieldRole> Roles,
    IReadOnlyDictionary<int, FieldRole> RolesByPosition);
