using LeakTrace.Engine.Records;

namespace LeakTrace.Ingest.Columns;

/// <summary>What no header can make of a column, whatever it says: its cells cannot be that.</summary>
static class ContentVeto
{
    // Fewer cells than this may be alike, or different, by chance.
    const int FewCells = 8;
    const int ManyCells = 200;
    const double Contradicted = 0.15;

    /// <summary>Whether the cells cannot be of the role.</summary>
    public static bool Forbids(ColumnProfile profile, FieldRole role) => role switch
    {
        // 操作: 查看, 查看, 查看 … tells no record from another, and a record's number has digits.
        FieldRole.RecordNumber or FieldRole.Waybill => (profile.Count >= FewCells && (profile.Distinct == 1 || profile.Distinct * 20 <= profile.Count))
            || (profile.Count >= 2 && profile.Numbered < 0.1),
        // An account works more than once; even ten thousand of them repeat within a sample.
        FieldRole.Account => profile.Count >= ManyCells && profile.Distinctness > 0.99,
        FieldRole.RecordedAt or FieldRole.EventDate or FieldRole.BirthDate =>
            profile.Count >= FewCells && profile.Share(CellShape.Date) < Contradicted && profile.Numbered < 0.5,
        // 电脑名 and 机器名 are names of no people.
        FieldRole.PersonName => profile.Count >= FewCells && profile.Share(CellShape.Name) < 0.1 && profile.Numbered > 0.5 && profile.Share(CellShape.Phone) < Contradicted,
        _ => false,
    };

    /// <summary>Whether the cells speak against the role, so that another column of the role is rather meant.</summary>
    public static bool IsUnlikely(ColumnProfile profile, FieldRole role) => role switch
    {
        FieldRole.RecordNumber => profile.Count >= FewCells && profile.Distinctness < 0.2,
        FieldRole.Account => profile.Count >= 2 * FewCells && profile.Distinctness > 0.9,
        FieldRole.RecordedAt or FieldRole.EventDate or FieldRole.BirthDate => profile.Count >= 2 && profile.Share(CellShape.Date) < 0.5,
        _ => false,
    };
}
