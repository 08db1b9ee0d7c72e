using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;

namespace LeakTrace.Ingest.Columns;

/// <summary>Gives every column of a sheet its role, from header words and cells together.</summary>
static class ColumnRecogniser
{
    // Cells of another kind outvote a header only when they leave no doubt.
    const double Overruling = 0.8;
    const double Contradicted = 0.15;

    /// <summary>Recognises the columns of a sheet by its first rows.</summary>
    public static RecognisedSheet Recognise(
        IReadOnlyList<SampleRow> rows, InputFolder folder, DateContext context, SheetOverrides overrides)
    {
        var columns = 0;
        foreach (var row in rows)
        {
            columns = Math.Max(columns, row.Cells.Length);
        }

        var header = HeaderFinder.Find(rows, columns, overrides);
        var profiles = Profile(rows, header, columns, context);
        var candidates = new ColumnCandidate[columns];
        var words = HeaderGroups.Read(header.Headers);
        for (var i = 0; i < columns; i++)
        {
            candidates[i] = Combine(i, header.Headers[i], HeaderMeaning.Of(words[i], folder), profiles[i], folder);
        }

        Settle(candidates, () => HeaderlessRoles.Settle(candidates, folder), "the other columns decide between its meanings");
        Settle(candidates, () => RoleConflicts.Settle(candidates), "another column has the role that it would have");
        overrides.Apply(candidates);
        var layout = new SheetLayout(header.LastRow,
            candidates.Where(candidate => candidate.Header.Length > 0 || candidate.Profile.Count > 0)
                .Select(candidate => new SheetColumn(candidate.Index, candidate.Header, candidate.Role, Math.Round(candidate.Confidence, 3)) { Why = candidate.Why })
                .ToArray())
        {
            FirstHeaderRow = header.FirstRow,
        };
        return new RecognisedSheet(layout, header.FirstRow, columns);
    }

    static void Settle(ColumnCandidate[] candidates, Action settle, string why)
    {
        var before = Array.ConvertAll(candidates, candidate => candidate.Role);
        settle();
        for (var i = 0; i < candidates.Length; i++)
        {
            candidates[i].Why = candidates[i].Role == before[i] ? candidates[i].Why : why;
        }
    }

    static ColumnProfile[] Profile(IReadOnlyList<SampleRow> rows, HeaderFinding header, int columns, DateContext context)
    {
        var profiles = new ColumnProfile[columns];
        for (var i = 0; i < columns; i++)
        {
            profiles[i] = new ColumnProfile();
            foreach (var row in rows)
            {
                if (row.Row > header.LastRow)
                {
                    profiles[i].Add(row[i], context);
                }
            }
        }

        return profiles;
    }

    // Whether cells of a role are so plain that they outvote a header of the other: 签收 over names, 收货 over addresses.
    static bool IsPlain(FieldRole cells, FieldRole header) =>
        FieldRoles.TypeOf(cells) is FieldType.Phone or FieldType.NationalId or FieldType.Date
        || (cells == FieldRole.PersonName && FieldRoles.TypeOf(header) == FieldType.Date)
        || (cells == FieldRole.Address && header is FieldRole.PersonName or FieldRole.RelatedName or FieldRole.SenderName);

    // Where the header is wrong about the kind, it is still right about whom: Ship From over addresses.
    static FieldRole OfSender(FieldRole cells, FieldRole header) => (cells, header) switch
    {
        (FieldRole.Phone, FieldRole.SenderName or FieldRole.SenderAddress) => FieldRole.SenderPhone,
        (FieldRole.Address, FieldRole.SenderName or FieldRole.SenderPhone) => FieldRole.SenderAddress,
        (FieldRole.PersonName, FieldRole.SenderPhone or FieldRole.SenderAddress) => FieldRole.SenderName,
        _ => cells,
    };

    static ColumnCandidate Combine(int index, string header, HeaderMeaning meaning, ColumnProfile profile, InputFolder folder)
    {
        var (role, confidence) = ContentMeaning.Of(profile, folder);
        var candidate = new ColumnCandidate(index, header, profile) { Role = role, Confidence = confidence };
        candidate.Why = profile.Count == 0 ? "no cells" : role is FieldRole.Attribute or FieldRole.Note ? "cells of no kind that is looked for" : "cells";
        if (meaning.Role == FieldRole.None)
        {
            // A header that says nothing is a reason for doubt.
            candidate.Confidence *= header.Length > 0 ? 0.85 : 1;
            candidate.Why += header.Length > 0 ? "; the header is no word known" : "";
            return candidate;
        }

        var support = ContentMeaning.Support(profile, meaning.Role);
        var overruled = confidence >= Overruling
            && ((support < Contradicted && IsPlain(role, meaning.Role))
                // A record is never called by a phone or identity number: 身份ID, 会员号.
                || (meaning.Role == FieldRole.RecordNumber && role is (FieldRole.NationalId or FieldRole.Phone))
                || (meaning.Role == FieldRole.Account && role == FieldRole.PersonName && folder == InputFolder.Seized && profile.Distinctness >= 0.5));
        if (overruled)
        {
            candidate.Role = OfSender(role, meaning.Role);
            candidate.Why = $"cells outvote the header, which says {ColumnName.Of(meaning.Role)}";
            candidate.Confidence = 0.7 * confidence;
            return candidate;
        }

        candidate.Unlikely = ContentVeto.IsUnlikely(profile, meaning.Role);
        if (ContentVeto.Forbids(profile, meaning.Role))
        {
            candidate.Role = FieldRole.Attribute;
            candidate.FromHeader = true;
            candidate.Confidence = 0.5;
            candidate.Why = $"cells cannot be what the header says, {ColumnName.Of(meaning.Role)}";
            return candidate;
        }

        // "No." over 1, 2, 3 … numbers the sheet's rows; in a register it may still be all the record number there is.
        var isSequence = meaning is { Role: FieldRole.RecordNumber, Preference: <= 1 }
            && folder == InputFolder.Seized && role == FieldRole.Sequence;
        candidate.Role = isSequence ? FieldRole.Sequence : meaning.Role;
        candidate.FromHeader = true;
        candidate.Preference = meaning.Preference;
        candidate.Why = double.IsNaN(support) ? "header" : FormattableString.Invariant($"header, and {Math.Min(1, support):P0} of the cells fit");
        candidate.Confidence = double.IsNaN(support) ? meaning.Strength : meaning.Strength * (0.5 + 0.5 * Math.Min(1, support * 1.25));
        return candidate;
    }
}
