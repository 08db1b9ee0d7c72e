using System.Globalization;
using System.Text.RegularExpressions;
using LeakTrace.Engine.Counting.Sampling;
using LeakTrace.Engine.Records;
using LeakTrace.Reports.Html;
using LeakTrace.Reports.Tables;
using LeakTrace.Reports.Workbooks;

namespace LeakTrace.Reports.Sampling;

/// <summary>The form in which drawn records are verified: where each stands, what it says, and a field for what was found.</summary>
public static partial class SampleForm
{
    /// <summary>Fields of a record that the form shows.</summary>
    public static readonly IReadOnlyList<FieldRole> Roles =
    [
        FieldRole.PersonName, FieldRole.RelatedName, FieldRole.Phone, FieldRole.NationalId, FieldRole.EventDate, FieldRole.Institution,
        FieldRole.Address, FieldRole.Waybill,
    ];

    static readonly double[] _widths = [12, 12, 15, 21, 12, 24, 30, 14];
    static readonly Words[] _languages = [new(ReportLanguage.Chinese, "Sampling"), new(ReportLanguage.English, "Sampling")];

    /// <summary>Writes the form, whole or not at all.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Write(StratifiedSample sample, IReadOnlyList<FormRow> rows, FormSettings settings, string path)
    {
        var words = new Words(settings.Language, "Sampling");
        var plans = new[] { Form(rows, settings, words), Strata(sample, words), SampleMethod.Sheet(words) };
        OutputFile.Write(path, stream => WorkbookPackage.Write(plans, "LeakTrace " + settings.EngineVersion, stream));
    }

    /// <summary>The line by which a form is known again.</summary>
    public static string Mark(FormSettings settings) => string.Create(
        CultureInfo.InvariantCulture, $"[LeakTrace sample; size={settings.Size}; seed={settings.Seed}; frame={settings.Frame}]");

    /// <summary>Size, seed and frame of a form by the text of a cell; null where it is none.</summary>
    public static (int Size, ulong Seed, string Frame)? ReadMark(string cell) =>
        FormMark().Match(cell) is { Success: true } match
        && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var size)
        && ulong.TryParse(match.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
            ? (size, seed, match.Groups[3].Value) : null;

    /// <summary>Which column a header names: file, sheet, row or answer; null for any other.</summary>
    public static string? ColumnOf(string header) =>
        Array.Find(["file", "sheet", "row", "answer"], key => Array.Exists(_languages, words => words["form." + key] == header.Trim()));

    /// <summary>What an answer says, in either language and any case; null for anything else.</summary>
    public static FormAnswer? AnswerOf(string text) => text.Trim().ToLowerInvariant() switch
    {
        "" => FormAnswer.None,
        "真" or "真实" or "属实" or "true" or "t" or "yes" or "1" => FormAnswer.True,
        "假" or "不真实" or "不属实" or "虚假" or "false" or "f" or "no" or "0" => FormAnswer.False,
        "无法核实" or "未核实" or "不详" or "unknown" or "u" or "?" or "？" => FormAnswer.Unknown,
        _ => null,
    };

    /// <summary>A text as a cell of the form shows it.</summary>
    public static string Shown(string text) => FormulaGuard.Neutral(text);

    static SheetPlan Form(IReadOnlyList<FormRow> rows, FormSettings settings, Words words)
    {
        var columns = new List<ColumnPlan>
        {
            new(words["form.number"], 7, CellStyle.Number), new(words["form.stratum"], 7, CellStyle.Number),
            ColumnPlan.Fitting(words["form.seller"], rows.Select(row => row.Seller), CellStyle.General),
            ColumnPlan.Fitting(words["form.file"], rows.Select(row => row.File), CellStyle.General),
            ColumnPlan.Fitting(words["form.sheet"], rows.Select(row => row.Sheet), CellStyle.General), new(words["form.row"], 8, CellStyle.Number),
        };
        columns.AddRange(Roles.Select((role, i) => new ColumnPlan(words["field." + role], _widths[i])));
        columns.Add(new ColumnPlan(words["form.answer"], 14, CellStyle.Field));
        columns.Add(new ColumnPlan(words["form.remark"], 30, CellStyle.Field));
        var shown = settings.UnmaskReason is { } reason ? words.Say("form.unmasked", reason) : words["form.masked"];
        return new SheetPlan(
            "form", words["sheet.form"], $"{words["title.form"]} – {settings.CaseName}", $"{words["note.form"]} {shown} {Mark(settings)}", columns, rows.Count,
            (sheet, line) =>
            {
                var row = rows[line];
                sheet.Number(line + 1, CellStyle.Number);
                sheet.Number(row.Stratum, CellStyle.Number);
                sheet.Text(row.Seller);
                sheet.Text(row.File);
                sheet.Text(row.Sheet);
                sheet.Number(row.Row, CellStyle.Number);
                foreach (var field in row.Fields)
                {
                    sheet.Text(field);
                }

                sheet.Text("", CellStyle.Field);
                sheet.Text("", CellStyle.Field);
            })
        {
            Choices = (columns.Count - 2, [words["answer.true"], words["answer.false"], words["answer.unknown"]]),
        };
    }

    static SheetPlan Strata(StratifiedSample sample, Words words)
    {
        ColumnPlan[] columns =
        [
            new(words["form.stratum"], 8, CellStyle.Number),
            ColumnPlan.Fitting(words["form.seller"], sample.Strata.Select(stratum => stratum.Seller).Append(words["sum"]), CellStyle.General),
            new(words["form.files"], 60, CellStyle.Wrapped), new(words["strata.population"], 14, CellStyle.Whole), new(words["strata.size"], 14, CellStyle.Whole),
        ];
        return new SheetPlan("strata", words["sheet.strata"], words["title.strata"], words["note.strata"], columns, sample.Strata.Count, (sheet, line) =>
        {
            var stratum = sample.Strata[line];
            sheet.Number(line + 1, CellStyle.Number);
            sheet.Text(stratum.Seller);
            sheet.Text(FilesOf(stratum, words), CellStyle.Wrapped);
            sheet.Number(stratum.Population);
            sheet.Number(stratum.Size);
        })
        {
            WriteBelow = sheet =>
            {
                sheet.BeginRow();
                sheet.Skip();
                sheet.Text(words["sum"], CellStyle.TotalLabel);
                sheet.Text("", CellStyle.TotalLabel);
                var last = SheetPlan.HeaderRow + sample.Strata.Count;
                sheet.Formula($"SUM(D{SheetPlan.HeaderRow + 1}:D{last})", sample.Strata.Sum(stratum => stratum.Population), CellStyle.Total);
                sheet.Formula($"SUM(E{SheetPlan.HeaderRow + 1}:E{last})", sample.Strata.Sum(stratum => stratum.Size), CellStyle.Total);
                sheet.EndRow();
            },
        };
    }

    internal static string FilesOf(SampleStratum stratum, Words words) =>
        stratum.Files.Count == 1 ? stratum.Files[0] : words.Say("strata.pooled", stratum.Files.Count, stratum.Files[0]);

    [GeneratedRegex(@"\[LeakTrace sample; size=(\d+); seed=(\d+); frame=([0-9a-f]+)\]")]
    private static partial Regex FormMark();
}
