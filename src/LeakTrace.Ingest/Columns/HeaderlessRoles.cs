using LeakTrace.Engine.Records;

namespace LeakTrace.Ingest.Columns;

/// <summary>Tells columns of the same kind of cells apart where no header does.</summary>
static class HeaderlessRoles
{
    // Mothers' birthdays spread over a generation, the events of one list over a few years.
    const int Generation = 8;

    // Staff write many rows, a person is in a list about once.
    const double Repeated = 0.6;

    /// <summary>Settles names, dates and codes without a header by their cells and their order.</summary>
    public static void Settle(ColumnCandidate[] candidates, InputFolder folder)
    {
        SettleDates(candidates, folder);
        if (!candidates.Any(candidate => candidate.FromHeader))
        {
            SettleNames(candidates, folder);
        }

        if (folder == InputFolder.AccessLog)
        {
            SettleLog(candidates);
        }
    }

    static void SettleDates(ColumnCandidate[] candidates, InputFolder folder)
    {
        var isKnown = candidates.Any(candidate => candidate is { FromHeader: true, Role: FieldRole.EventDate });
        var dates = candidates.Where(candidate => candidate is { FromHeader: false, Role: FieldRole.EventDate }).ToArray();
        foreach (var candidate in dates)
        {
            var (from, to) = candidate.Profile.Years();
            var timed = candidate.Profile.Share(CellShape.Time) >= 0.6;
            candidate.Preference = timed ? 1 : 2;
            var isOne = dates.Length > 1 || isKnown;
            if (folder == InputFolder.AccessLog || (timed && isOne && folder == InputFolder.Registry))
            {
                candidate.Role = FieldRole.RecordedAt;
            }
            else if (to - from >= Generation && isOne)
            {
                candidate.Role = FieldRole.BirthDate;
            }
        }
    }

    static void SettleNames(ColumnCandidate[] candidates, InputFolder folder)
    {
        var most = candidates.Where(candidate => candidate.Role == FieldRole.PersonName)
            .Select(candidate => candidate.Profile.Distinctness).DefaultIfEmpty().Max();
        var names = candidates.Where(candidate => candidate.Role == FieldRole.PersonName)
            .OrderBy(candidate => candidate.Profile.Distinctness < Repeated * most)
            .ThenBy(candidate => candidate.Profile.Share(CellShape.Baby) >= 0.1)
            .ThenByDescending(candidate => candidate.Profile.Share(CellShape.Name) >= 0.75)
            .ThenBy(candidate => candidate.Index)
            .ToArray();
        for (var i = 1; i < names.Length; i++)
        {
            var isStaff = names[i].Profile.Distinctness < Repeated * most && folder == InputFolder.Registry;
            names[i].Role = isStaff ? FieldRole.Account
                : names.Any(other => other.Role == FieldRole.RelatedName) ? FieldRole.Attribute : FieldRole.RelatedName;
        }
    }

    // A log says who opened which record: the codes that differ most are the records', what repeats beside them the accounts'.
    static void SettleLog(ColumnCandidate[] candidates)
    {
        if (!candidates.Any(candidate => candidate.Role is FieldRole.RecordNumber or FieldRole.Waybill)
            && Open(candidates).Where(IsCode).MaxBy(candidate => candidate.Profile.Distinct) is { } record)
        {
            record.Role = FieldRole.RecordNumber;
            record.Confidence = 0.5;
        }

        if (!candidates.Any(candidate => candidate.Role == FieldRole.Account)
            && Open(candidates).Where(candidate => candidate.Profile.Distinct > 1 && candidate.Profile.Distinctness < 0.95)
                .OrderByDescending(IsCode).ThenByDescending(candidate => candidate.Profile.Distinct).FirstOrDefault() is { } account)
        {
            account.Role = FieldRole.Account;
            account.Confidence = 0.5;
        }
    }

    static IEnumerable<ColumnCandidate> Open(ColumnCandidate[] candidates) => candidates.Where(candidate =>
        !candidate.FromHeader && candidate.Profile.Count > 0 && candidate.Profile.Share(CellShape.Device) < 0.5
        && candidate.Role is FieldRole.Attribute or FieldRole.RecordNumber or FieldRole.Waybill or FieldRole.Note or FieldRole.PersonName or FieldRole.RelatedName
            or FieldRole.None or FieldRole.Account);

    static bool IsCode(ColumnCandidate candidate) =>
        candidate.Profile.Share(CellShape.Code) >= 0.6 && candidate.Profile.MeanLength >= 4;
}
