using System.Globalization;
using System.IO.Enumeration;
using LeakTrace.Engine.Records;

namespace LeakTrace.Ingest.Columns;

/// <summary>Applies the user's own mapping of columns.</summary>
static class ColumnOverrides
{
    /// <summary>The overrides that are meant for a file.</summary>
    public static IReadOnlyList<ColumnOverride> For(string file, IReadOnlyList<ColumnOverride> overrides) =>
        overrides.Where(entry => entry.Files.Length == 0
            || FileSystemName.MatchesSimpleExpression(entry.Files, file, ignoreCase: false)
            || FileSystemName.MatchesSimpleExpression(entry.Files, file.AsSpan(file.LastIndexOf('/') + 1), ignoreCase: false)).ToArray();

    /// <summary>Gives the named columns their roles; a role that was another column's is taken from it.</summary>
    public static void Apply(ColumnCandidate[] candidates, IReadOnlyList<ColumnOverride> overrides)
    {
        foreach (var entry in overrides)
        {
            var found = candidates.FirstOrDefault(candidate => candidate.Header.Trim() == entry.Column.Trim())
                ?? (int.TryParse(entry.Column, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                    ? candidates.FirstOrDefault(candidate => candidate.Index == index)
                    : null);
            if (found is null)
            {
                continue;
            }

            foreach (var candidate in candidates)
            {
                if (candidate.Role == entry.Role && entry.Role is not (FieldRole.Phone or FieldRole.Attribute or FieldRole.Note))
                {
                    candidate.Role = FieldRole.None;
                }
            }

            found.Role = entry.Role;
            found.Confidence = 1;
        }
    }
}
