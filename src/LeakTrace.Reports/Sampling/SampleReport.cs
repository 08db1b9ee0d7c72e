using System.Globalization;
using LeakTrace.Engine.Counting.Sampling;
using LeakTrace.Engine.Records;
using LeakTrace.Reports.Html;
using LeakTrace.Reports.Tables;
using LeakTrace.Reports.Workbooks;

namespace LeakTrace.Reports.Sampling;

/// <summary>What a verified sample says, as text and as a workbook.</summary>
public static class SampleReport
{
    static readonly double[] _shares = [0.5, 0.8, 0.9, 0.95, 0.99];

    /// <summary>The estimate in words, with each stratum and the method.</summary>
    public static void Write(SampleEstimate estimate, FormSettings settings, TextWriter output)
    {
        var words = new Words(settings.Language, "Sampling");
        output.WriteLine(Overall(estimate, words));
        output.WriteLine(words.Say("result.range", Share(estimate.Interval.Low, estimate), Share(estimate.Interval.High, estimate)));
        if (estimate.WithUnknown != estimate.Interval)
        {
            output.WriteLine(Unknown(estimate, words));
        }

        output.WriteLine(words.Say("result.drawn", settings.Size, settings.Seed, settings.Frame));
        output.WriteLine();
        foreach (var (i, line) in estimate.Strata.Index())
        {
            output.WriteLine("  " + words.Say(
                "result.stratum", i + 1, line.Stratum.Seller, SampleForm.FilesOf(line.Stratum, words), line.Stratum.Population, line.Answers.True,
                line.Answers.True + line.Answers.False, line.Answers.Unknown, line.Interval.Low, line.Interval.High));
        }

        output.WriteLine();
        foreach (var paragraph in SampleMethod.Text(words))
        {
            output.WriteLine(paragraph);
        }
    }

    /// <summary>Says how many records a wanted precision takes, at the share found or at several.</summary>
    public static void WriteSizes(int population, double? share, double precision, ReportLanguage language, TextWriter output)
    {
        var words = new Words(language, "Sampling");
        output.WriteLine(words.Say("size.heading", precision.ToString("0.0%", CultureInfo.InvariantCulture), population));
        foreach (var expected in share is { } found ? [found] : _shares)
        {
            output.WriteLine("  " + words.Say(
                "size.line", expected.ToString("0.0%", CultureInfo.InvariantCulture), SampleSize.For(population, expected, precision)));
        }
    }

    /// <summary>Writes the estimate as a workbook, whole or not at all.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void WriteWorkbook(SampleEstimate estimate, FormSettings settings, string path)
    {
        var words = new Words(settings.Language, "Sampling");
        var plans = new[] { Sheet(estimate, settings, words), SampleMethod.Sheet(words) };
        OutputFile.Write(path, stream => WorkbookPackage.Write(plans, "LeakTrace " + settings.EngineVersion, stream));
    }

    static string Overall(SampleEstimate estimate, Words words) => words.Say(
        "result.total", double.IsFinite(estimate.Total) ? Math.Round(estimate.Total).ToString("N0", CultureInfo.InvariantCulture) : "–", estimate.Population,
        estimate.Interval.Low, estimate.Interval.High);

    static string Unknown(SampleEstimate estimate, Words words) => words.Say(
        "result.unknown", estimate.Strata.Sum(line => line.Answers.Unknown), estimate.WithUnknown.Low, estimate.WithUnknown.High);

    static string Share(long records, SampleEstimate estimate) =>
        ((double)records / Math.Max(1, estimate.Population)).ToString("0.0%", CultureInfo.InvariantCulture);

    static SheetPlan Sheet(SampleEstimate estimate, FormSettings settings, Words words)
    {
        ColumnPlan[] columns =
        [
            new(words["form.stratum"], 8, CellStyle.Number),
            ColumnPlan.Fitting(words["form.seller"], estimate.Strata.Select(line => line.Stratum.Seller).Append(words["sum"]), CellStyle.General),
            new(words["form.files"], 48, CellStyle.Wrapped), new(words["strata.population"], 12, CellStyle.Whole), new(words["answer.true"], 10, CellStyle.Whole),
            new(words["answer.false"], 10, CellStyle.Whole), new(words["answer.unknown"], 10, CellStyle.Whole), new(words["result.share"], 12, CellStyle.Percent),
            new(words["result.expanded"], 14, CellStyle.OneDecimal), new(words["result.low"], 12, CellStyle.Whole), new(words["result.high"], 12, CellStyle.Whole),
        ];
        return new SheetPlan(
            "estimate", words["sheet.estimate"], $"{words["title.estimate"]} – {settings.CaseName}", Note(estimate, settings, words), columns, estimate.Strata.Count,
            (sheet, line) => WriteLine(sheet, line, estimate.Strata[line], words))
        {
            WriteBelow = sheet => WriteTotals(sheet, estimate, words),
        };
    }

    static string Note(SampleEstimate estimate, FormSettings settings, Words words)
    {
        var unknown = estimate.WithUnknown != estimate.Interval ? " " + Unknown(estimate, words) : "";
        return Overall(estimate, words) + unknown + " " + words.Say("result.drawn", settings.Size, settings.Seed, settings.Frame);
    }

    static void WriteLine(SheetWriter sheet, int line, StratumEstimate estimate, Words words)
    {
        sheet.Number(line + 1, CellStyle.Number);
        sheet.Text(estimate.Stratum.Seller);
        sheet.Text(SampleForm.FilesOf(estimate.Stratum, words), CellStyle.Wrapped);
        sheet.Number(estimate.Stratum.Population);
        sheet.Number(estimate.Answers.True);
        sheet.Number(estimate.Answers.False);
        sheet.Number(estimate.Answers.Unknown);
        if (double.IsFinite(estimate.Share))
        {
            sheet.Formula($"E{sheet.Row}/(E{sheet.Row}+F{sheet.Row})", estimate.Share, CellStyle.Percent);
            sheet.Formula($"D{sheet.Row}*H{sheet.Row}", estimate.Share * estimate.Stratum.Population, CellStyle.OneDecimal);
        }
        else
        {
            sheet.Skip();
            sheet.Skip();
        }

        sheet.Number(estimate.Interval.Low);
        sheet.Number(estimate.Interval.High);
    }

    static void WriteTotals(SheetWriter sheet, SampleEstimate estimate, Words words)
    {
        const int First = SheetPlan.HeaderRow + 1;
        var last = SheetPlan.HeaderRow + estimate.Strata.Count;
        sheet.BeginRow();
        sheet.Skip();
        sheet.Text(words["sum"], CellStyle.TotalLabel);
        sheet.Text("", CellStyle.TotalLabel);
        foreach (var (letter, value) in (ReadOnlySpan<(char, long)>)
            [
                ('D', estimate.Population), ('E', estimate.Strata.Sum(line => line.Answers.True)), ('F', estimate.Strata.Sum(line => line.Answers.False)),
                ('G', estimate.Strata.Sum(line => line.Answers.Unknown)),
            ])
        {
            sheet.Formula($"SUM({letter}{First}:{letter}{last})", value, CellStyle.Total);
        }

        sheet.Text("", CellStyle.TotalLabel);
        if (double.IsFinite(estimate.Total))
        {
            sheet.Formula($"SUM(I{First}:I{last})", estimate.Total, CellStyle.Total);
        }
        else
        {
            sheet.Text("", CellStyle.TotalLabel);
        }

        sheet.Number(estimate.Interval.Low, CellStyle.Total);
        sheet.Number(estimate.Interval.High, CellStyle.Total);
        sheet.EndRow();
    }
}
