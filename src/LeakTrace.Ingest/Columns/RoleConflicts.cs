using LeakTrace.Engine.Records;

namespace LeakTrace.Ingest.Columns;

/// <summary>Leaves each role, phones apart, to one column of a sheet.</summary>
static class RoleConflicts
{
    /// <summary>Settles roles that several columns claim.</summary>
    public static void Settle(ColumnCandidate[] candidates)
    {
        SettleBirths(candidates);
        SettleParents(candidates);
        foreach (var role in (FieldRole[])
            [FieldRole.PersonName, FieldRole.RelatedName, FieldRole.SenderName, FieldRole.NationalId, FieldRole.EventDate, FieldRole.BirthDate, FieldRole.Institution,
                FieldRole.Address, FieldRole.SenderAddress, FieldRole.District, FieldRole.Waybill, FieldRole.RecordNumber, FieldRole.Account,
                FieldRole.RecordedAt, FieldRole.Sex, FieldRole.Direction, FieldRole.SenderPhone])
        {
            var claims = candidates.Where(candidate => candidate.Role == role)
                .OrderBy(candidate => candidate.Unlikely)
                .ThenByDescending(candidate => candidate.FromHeader)
                .ThenByDescending(candidate => candidate.Preference)
                .ThenByDescending(candidate => candidate.Profile.Count > 0)
                .ThenByDescending(candidate => Math.Round(candidate.Confidence, 1))
                .ThenBy(candidate => candidate.Index)
                .ToArray();
            for (var i = 1; i < claims.Length; i++)
            {
                claims[i].Role = IsRunningNumber(claims[i]) ? FieldRole.Sequence
                    : IsTimeOfWriting(claims[i]) && !candidates.Any(candidate => candidate.Role == FieldRole.RecordedAt) ? FieldRole.RecordedAt
                    : Instead(role, candidates);
            }
        }
    }

    static bool IsTimeOfWriting(ColumnCandidate candidate) =>
        candidate is { Role: FieldRole.EventDate, FromHeader: false } && candidate.Profile.Share(CellShape.Time) >= 0.6;

    // 编号 over 1, 2, 3 … beside the record's own number.
    static bool IsRunningNumber(ColumnCandidate candidate) =>
        candidate.Role == FieldRole.RecordNumber && candidate.Profile.Count >= 3 && candidate.Profile.Share(CellShape.Number) >= 0.9
        && candidate.Profile.Sequential >= 0.9;

    static FieldRole Instead(FieldRole role, ColumnCandidate[] candidates)
    {
        var other = role switch
        {
            FieldRole.PersonName => FieldRole.RelatedName,
            FieldRole.Waybill => FieldRole.RecordNumber,
            _ => FieldRole.Attribute,
        };
        return candidates.Any(candidate => candidate.Role == other) ? FieldRole.Attribute : other;
    }

    // In a list of babies the parent is whom it is about.
    static void SettleParents(ColumnCandidate[] candidates)
    {
        var parent = candidates.FirstOrDefault(candidate =>
            candidate is { Role: FieldRole.RelatedName, FromHeader: true, Preference: HeaderMeaning.Family });
        if (parent is not null && !candidates.Any(candidate => candidate.Role == FieldRole.PersonName))
        {
            parent.Role = FieldRole.PersonName;
        }
    }

    // 出生日期 in a list of births is the child's; beside another date of the event it is the mother's, unless the years are the children's.
    static void SettleBirths(ColumnCandidate[] candidates)
    {
        var births = candidates
            .Where(candidate => candidate.Role == FieldRole.BirthDate && candidate.Preference == HeaderMeaning.UnnamedBirth).ToArray();
        if (births.Length > 0 && !candidates.Any(candidate => candidate.Role == FieldRole.EventDate))
        {
            births[0].Role = FieldRole.EventDate;
        }
    }
}
