using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Tracing;

namespace LeakTrace.Engine.Counting;

/// <summary>Which types of information each seized sheet holds, by its columns and by the registers that its rows match.</summary>
/// <remarks>
/// A sheet is taken as a whole: a list of mothers stays one where a hospital was left out of a row. What sold it as such is its
/// columns, the institutions that its cells name, or the sources of at least half of its matched rows.
/// </remarks>
public sealed class InformationColumns
{
    static readonly string[] _newbornWords = ["新生儿", "宝宝", "婴儿", "分娩", "newborn", "baby"];
    readonly SeizedRows _rows;
    readonly CountingPolicy _policy;
    readonly List<SheetTypes> _sheets = [];

    InformationColumns(SeizedRows rows, CountingPolicy policy)
    {
        _rows = rows;
        _policy = policy;
        TiersOf = new byte[rows.Count];
        GravestOf = new byte[rows.Count];
        LightestOf = new byte[rows.Count];
    }

    /// <summary>Tiers that each row may belong to, a bit for each of <see cref="CountingPolicy.RecordTiers"/>.</summary>
    public byte[] TiersOf { get; }

    /// <summary>Gravest tier that each row may belong to, as a position among the record tiers.</summary>
    public byte[] GravestOf { get; }

    /// <summary>Tier of each row where whatever is unsettled is taken lightly.</summary>
    public byte[] LightestOf { get; }

    /// <summary>Whether the seizure tells of newborns.</summary>
    public bool HasNewborns { get; private set; }

    /// <summary>Folds a text as headers and institutions are folded.</summary>
    public static string Fold(string text)
    {
        var folded = new char[text.Length];
        return new string(folded, 0, CharacterFolding.Fold(text, folded)).ToLowerInvariant();
    }

    /// <summary>Finds the types.</summary>
    /// <param name="rows">Seized rows.</param>
    /// <param name="policy">Types and tiers.</param>
    /// <param name="sourceOf">Source of each row, empty where none matched.</param>
    public static InformationColumns Find(SeizedRows rows, CountingPolicy policy, string[] sourceOf)
    {
        var found = new InformationColumns(rows, policy);
        var start = 0;
        for (var f = 0; f < rows.Files.Count; f++)
        {
            foreach (var sheet in rows.Files[f].Sheets)
            {
                var count = 0;
                foreach (var segment in sheet.Records)
                {
                    count += segment.Count;
                }

                found.AddSheet(f, sheet, start, start + count, sourceOf);
                start += count;
            }
        }

        return found;
    }

    /// <summary>Lines of the table, for rows that count within their file.</summary>
    public List<InformationLine> Lines(bool[] validInFile)
    {
        var lines = new List<InformationLine>();
        foreach (var sheet in _sheets)
        {
            long records = 0, valid = 0;
            for (var row = sheet.Start; row < sheet.End; row++)
            {
                records += RegistryRecords.IsRecord(_rows.Table, row) ? 1 : 0;
                valid += validInFile[row] ? 1 : 0;
            }

            foreach (var (type, columns, roles) in sheet.Types)
            {
                lines.Add(new InformationLine(
                    _rows.Files[sheet.File].File, sheet.Name, type.Name, string.Join(' ', type.Tiers), columns, records, Values(sheet, roles), valid));
            }
        }

        return lines;
    }

    void AddSheet(int file, InputSheet sheet, int start, int end, string[] sourceOf)
    {
        var found = new SheetTypes(file, sheet.Name, start, end, []);
        var all = new List<SheetColumn>();
        foreach (var table in sheet.Layout.Tables())
        {
            all.AddRange(table.Columns);
        }

        foreach (var type in _policy.Information)
        {
            var columns = new List<string>();
            var roles = new List<FieldRole>();
            foreach (var column in all)
            {
                if (!type.IsIn(column.Role, Fold(column.Header)))
                {
                    continue;
                }

                if (!columns.Contains(LetterOf(column.Index)))
                {
                    columns.Add(LetterOf(column.Index));
                }

                if (!roles.Contains(column.Role))
                {
                    roles.Add(column.Role);
                }
            }

            if (columns.Count > 0 || (type.Institutions.Count > 0 && (NamesInstitution(type, start, end) || MatchesInstitution(type, start, end, sourceOf))))
            {
                found.Types.Add((type, string.Join(' ', columns), roles));
            }
        }

        _sheets.Add(found);
        SetTiers(found);
        HasNewborns = HasNewborns || TellsOfNewborns(all, start, end);
    }

    void SetTiers(SheetTypes sheet)
    {
        var last = _policy.RecordTiers.Count - 1;
        int gravest = last, lightest = last;
        var named = 0;
        foreach (var (type, _, _) in sheet.Types)
        {
            int first = last, final = 0;
            foreach (var name in type.Tiers)
            {
                var tier = _policy.RecordTierOf(name);
                named |= 1 << tier;
                (first, final) = (Math.Min(first, tier), Math.Max(final, tier));
            }

            (gravest, lightest) = (Math.Min(gravest, first), Math.Min(lightest, final));
        }

        // What is settled as grave is not counted again among the rest (第四项、第五项: 规定以外的).
        named = (named | (1 << lightest)) & ((2 << lightest) - 1);
        TiersOf.AsSpan(sheet.Start, sheet.End - sheet.Start).Fill((byte)named);
        GravestOf.AsSpan(sheet.Start, sheet.End - sheet.Start).Fill((byte)gravest);
        LightestOf.AsSpan(sheet.Start, sheet.End - sheet.Start).Fill((byte)lightest);
    }

    bool NamesInstitution(InformationType type, int start, int end)
    {
        if (_rows.Table[FieldRole.Institution] is not { Labels: { } labels } column)
        {
            return false;
        }

        var isOf = Array.ConvertAll(labels, label => type.IsOf(Fold(label)));
        int named = 0, ofType = 0;
        for (var row = start; row < end; row++)
        {
            if (column.Values[row] != 0)
            {
                named++;
                ofType += isOf[column.Values[row] - 1] ? 1 : 0;
            }
        }

        return named > 0 && 2 * ofType >= named;
    }

    static bool MatchesInstitution(InformationType type, int start, int end, string[] sourceOf)
    {
        int matched = 0, ofType = 0;
        var known = new Dictionary<string, bool>(StringComparer.Ordinal);
        for (var row = start; row < end; row++)
        {
            if (sourceOf[row].Length == 0)
            {
                continue;
            }

            if (!known.TryGetValue(sourceOf[row], out var isOf))
            {
                known[sourceOf[row]] = isOf = type.IsOf(Fold(sourceOf[row]));
            }

            matched++;
            ofType += isOf ? 1 : 0;
        }

        return matched > 0 && 2 * ofType >= matched;
    }

    bool TellsOfNewborns(List<SheetColumn> columns, int start, int end)
    {
        foreach (var column in columns)
        {
            var header = Fold(column.Header);
            foreach (var word in _newbornWords)
            {
                if (header.Contains(word, StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        for (var row = start; row < end; row++)
        {
            if ((_rows.Table.Traits[row] & RowTraits.BabyName) != 0)
            {
                return true;
            }
        }

        return false;
    }

    long Values(SheetTypes sheet, List<FieldRole> roles)
    {
        long values = 0;
        foreach (var role in roles)
        {
            if (!FieldRoles.IsKept(role))
            {
                return -1;
            }
        }

        for (var row = sheet.Start; row < sheet.End && roles.Count > 0; row++)
        {
            foreach (var role in roles)
            {
                if (_rows.Table[role] is { } column && column.Values[row] != 0)
                {
                    values++;
                    break;
                }
            }
        }

        return roles.Count > 0 ? values : -1;
    }

    /// <summary>A for 0, Z for 25, AA for 26, as spreadsheets name columns.</summary>
    internal static string LetterOf(int index)
    {
        var letters = "";
        for (var rest = index + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return letters;
    }

    sealed record SheetTypes(
        int File, string Name, int Start, int End, List<(InformationType Type, string Columns, List<FieldRole> Roles)> Types);
}
