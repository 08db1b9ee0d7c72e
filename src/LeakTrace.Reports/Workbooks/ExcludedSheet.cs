using LeakTrace.Engine.Counting;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Tracing;
using LeakTrace.Reports.Html;
using LeakTrace.Reports.Tables;

namespace LeakTrace.Reports.Workbooks;

/// <summary>Every row that does not count, with its reason and the row that counts in its place.</summary>
static class ExcludedSheet
{
    static readonly FieldRole[] _roles =
    [
        FieldRole.PersonName, FieldRole.Phone, FieldRole.NationalId, FieldRole.EventDate, FieldRole.Institution, FieldRole.Address, FieldRole.Waybill,
    ];

    static readonly double[] _widths = [12, 15, 21, 12, 24, 30, 14];

    /// <summary>The sheet.</summary>
    /// <param name="rows">Lines of the table <c>rows</c>.</param>
    /// <param name="fields">What stands in them; null where that is not at hand.</param>
    /// <param name="words">Words of the workbook.</param>
    public static SheetPlan Of(IReadOnlyList<RowLine> rows, SeizedFields? fields, Words words)
    {
        var excluded = Excluded(rows);
        var measured = excluded.Take(200).Select(row => rows[row]).ToList();
        var statuses = Array.ConvertAll(Enum.GetValues<RowStatus>(), status => words["status." + TraceTables.NameOf(status)]);
        var reasons = new Dictionary<string, string>(StringComparer.Ordinal);
        var columns = new List<ColumnPlan>
        {
            ColumnPlan.Fitting(words["column.file"], measured.Select(row => row.File), CellStyle.General),
            ColumnPlan.Fitting(words["column.sheet"], measured.Select(row => row.Sheet), CellStyle.General),
            new(words["column.row"], 8, CellStyle.Number),
            ColumnPlan.Fitting(words["column.status"], statuses, CellStyle.General),
            ColumnPlan.Fitting(words["column.reason"], measured.Select(row => Words(reasons, row.Reason, words)), CellStyle.General),
            ColumnPlan.Fitting(words["column.code"], measured.Select(row => row.Reason), CellStyle.General),
            ColumnPlan.Fitting(words["column.same_as"], measured.Select(row => row.SameAs), CellStyle.General),
            new(words["column.person"], 10), new(words["column.duplicate_probability"], 12, CellStyle.FourDecimals),
        };
        if (fields is not null)
        {
            columns.AddRange(_roles.Select((role, i) => new ColumnPlan(words["field." + role], _widths[i])));
        }

        return new SheetPlan("excluded", words["sheet.excluded"], words["title.excluded"], TableSheet.Note("excluded", excluded.Length, words), columns,
            excluded.Length, (sheet, line) =>
            {
                var row = rows[excluded[line]];
                sheet.Text(row.File);
                sheet.Text(row.Sheet);
                sheet.Number(row.Row, CellStyle.Number);
                sheet.Text(statuses[(int)row.Status]);
                sheet.Text(Words(reasons, row.Reason, words));
                sheet.Text(row.Reason);
                sheet.Text(row.SameAs);
                sheet.Text(row.Person);
                sheet.Value(Cell.Rounded(row.DuplicateProbability), CellStyle.FourDecimals);
                foreach (var role in fields is null ? [] : _roles)
                {
                    sheet.Text(fields![excluded[line], role]);
                }
            });
    }

    static int[] Excluded(IReadOnlyList<RowLine> rows)
    {
        var excluded = new List<int>();
        for (var row = 0; row < rows.Count; row++)
        {
            if (rows[row].Status != RowStatus.Valid)
            {
                excluded.Add(row);
            }
        }

        return [.. excluded];
    }

    /// <summary>A reason in words; what differs is a list of fields behind its code.</summary>
    static string Words(Dictionary<string, string> known, string reason, Words words)
    {
        const string Differs = "differs-in-";
        if (!known.TryGetValue(reason, out var text))
        {
            text = !reason.StartsWith(Differs, StringComparison.Ordinal) || words.Knows("reason", reason) ? words.Name("reason", reason)
                : words.Say("reason.differs", string.Join(words["comma"], reason[Differs.Length..].Split('+', ',').Select(field => words.Name("part", field))));
            known[reason] = text;
        }

        return text;
    }
}
