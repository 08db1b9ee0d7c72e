using LeakTrace.Engine.Records;

namespace LeakTrace.Ingest.Columns;

/// <summary>Tells columns of the same kind of cells apart where no header does.</summary>
static class HeaderlessRoles
{
    // Mothers' birthdays spread over a generation, the events of one list over a few years.
    const int Generation = 8;

    /// <summary>Settles names, dates and codes by their cells and their order.</summary>
    public static void Settle(ColumnCandidate[] candidates, InputFolder folder)
    {
        SettleDates(candidates, folder);
        SettleNames(candidates);
    }

    static void SettleDates(ColumnCandidate[] candidates, InputFolder folder)
    {
        var dates = candidates.Where(candidate => candidate.Role == FieldRole.EventDate).ToArray();
        foreach (var candidate in dates)
        {
            var (from, to) = candidate.Profile.Years();
            var timed = candidate.Profile.Share(CellShape.Time) >= 0.6;
            candidate.Preference = timed ? 1 : 2;
            if (folder == InputFolder.AccessLog || (timed && dates.Length > 1 && folder == InputFolder.Registry))
            {
                candidate.Role = FieldRole.RecordedAt;
            }
            else if (to - from >= Generation && dates.Length > 1)
            {
                candidate.Role = FieldRole.BirthDate;
            }
        }
    }

    static void SettleNames(ColumnCandidate[] candidates)
    {
        var names = candidates.Where(candidate => candidate.Role == FieldRole.PersonName)
            .OrderBy(candidate => candidate.Profile.Share(CellShape.Baby) >= 0.1)
            .ThenByDescending(candidate => candidate.Profile.Share(CellShape.Name) >= 0.75)
            .ThenBy(candidate => candidate.Index)
            .ToArray();
        for (var i = 1; i < names.Length; i++)
        {
            names[i].Role = i == 1 ? FieldRole.RelatedName : FieldRole.Attribute;
        }
    }
}
