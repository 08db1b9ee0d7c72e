using LeakTrace.Engine.Records;

namespace LeakTrace.Ingest.Columns;

/// <summary>The user's own words about one sheet. Where entries overlap, the first that names a column or the header holds.</summary>
sealed class SheetOverrides
{
    /// <summary>Of a sheet that the user says nothing about.</summary>
    public static readonly SheetOverrides None = new([]);

    readonly SheetOverride[] _entries;

    SheetOverrides(SheetOverride[] entries) => _entries = entries;

    /// <summary>Whether the user says anything about the sheet.</summary>
    public bool Any => _entries.Length > 0;

    /// <summary>Row of the header as in <see cref="SheetOverride.HeaderRow"/>.</summary>
    public int? HeaderRow => _entries.Select(entry => entry.HeaderRow).FirstOrDefault(row => row is not null);

    /// <summary>What the overrides say of a sheet.</summary>
    public static SheetOverrides For(string file, string sheet, IReadOnlyList<SheetOverride> overrides) =>
        overrides.Count == 0 ? None : new SheetOverrides(overrides.Where(entry => entry.AppliesTo(file, sheet)).ToArray());

    /// <summary>Number of a row's cells that the user names as headers.</summary>
    public int Named(SampleRow row) =>
        _entries.Length == 0 ? 0 : _entries.SelectMany(entry => entry.Roles.Keys).Distinct(StringComparer.Ordinal)
            .Count(header => row.Cells.Any(cell => cell.Trim() == header.Trim()));

    /// <summary>Gives the named columns their roles; a role that a recognised column had is taken from it.</summary>
    public void Apply(ColumnCandidate[] candidates)
    {
        var settled = new HashSet<int>();
        foreach (var entry in _entries)
        {
            foreach (var candidate in candidates)
            {
                if (RoleOf(candidate, entry) is { } role && settled.Add(candidate.Index))
                {
                    candidate.Role = role;
                    candidate.Confidence = 1;
                    candidate.Why = "case.json";
                }
            }
        }

        foreach (var candidate in candidates)
        {
            if (!settled.Contains(candidate.Index) && !MayRepeat(candidate.Role)
                && candidates.Any(other => settled.Contains(other.Index) && other.Role == candidate.Role))
            {
                candidate.Role = FieldRole.None;
            }
        }
    }

    /// <summary>Names of columns in case.json, headers or <c>#</c> with the number from 1, that the sheet does not have.</summary>
    public IEnumerable<string> Missing(SheetLayout layout)
    {
        foreach (var entry in _entries)
        {
            foreach (var header in entry.Roles.Keys)
            {
                if (!layout.Columns.Any(column => column.Header.Trim() == header.Trim()))
                {
                    yield return header;
                }
            }

            foreach (var position in entry.RolesByPosition.Keys)
            {
                if (!layout.Columns.Any(column => column.Index == position))
                {
                    yield return FormattableString.Invariant($"#{position + 1}");
                }
            }
        }
    }

    static FieldRole? RoleOf(ColumnCandidate candidate, SheetOverride entry)
    {
        if (entry.RolesByPosition.TryGetValue(candidate.Index, out var role))
        {
            return role;
        }

        var header = candidate.Header.Trim();
        foreach (var (name, named) in entry.Roles)
        {
            if (header.Length > 0 && name.Trim() == header)
            {
                return named;
            }
        }

        return null;
    }

    static bool MayRepeat(FieldRole role) =>
        role is FieldRole.None or FieldRole.Phone or FieldRole.SenderPhone or FieldRole.Attribute or FieldRole.Note or FieldRole.Sequence;
}
