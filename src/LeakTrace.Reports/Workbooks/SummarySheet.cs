using System.Globalization;
using LeakTrace.Engine.Tracing;
using LeakTrace.Reports.Html;

namespace LeakTrace.Reports.Workbooks;

/// <summary>The answer on one page: what was counted, where it points, under which settings, and what each sheet holds.</summary>
static class SummarySheet
{
    const int Shown = 10;

    /// <summary>The sheet.</summary>
    /// <param name="result">What the trace found.</param>
    /// <param name="settings">Settings of the workbook.</param>
    /// <param name="others">The other sheets, in order.</param>
    /// <param name="words">Words of the workbook.</param>
    public static SheetPlan Of(TraceResult result, WorkbookSettings settings, IReadOnlyList<SheetPlan> others, Words words)
    {
        var lines = new List<SummaryLine>();
        AddCase(lines, result, settings, words);
        AddCounts(lines, result, words);
        AddRanked(lines, "sources", result.Sources.Select(s => new Ranked(s.Rank, s.Source, s.ExplainedPeople, s.LogLikelihoodRatioBits, s.Needed)), words);
        AddRanked(lines, "accounts", result.Accounts.Select(a => new Ranked(a.Rank, a.Account, a.ExplainedPeople, a.LogLikelihoodRatioBits, a.Needed)), words);
        lines.Add(SummaryLine.Heading(words["summary.notices"]));
        lines.AddRange(((string[])["verdict", "account", "law", .. result.HasNewborns ? (string[])["sensitive"] : [], "masks"]).Select(key => SummaryLine.Sentence(words["notice." + key])));
        lines.Add(SummaryLine.Heading(words["summary.sheets"]));
        var first = lines.Count + SheetPlan.HeaderRow + 1;
        lines.AddRange(others.Select(plan => new SummaryLine(plan.Name, CellStyle.Link, plan.Lines, CellStyle.Whole, plan.Title)));
        ColumnPlan[] columns = [new(words["summary.item"], 34), new(words["summary.value"], 26), new(words["summary.explanation"], 78)];
        return new SheetPlan("summary", words["sheet.summary"], $"{words["title.summary"]} – {settings.CaseName}", words["note.summary"], columns, lines.Count,
            (sheet, line) => lines[line].Write(sheet))
        {
            HasFilter = false,
            HeightOf = line => lines[line].Height,
            Links = [.. others.Select((plan, i) => (string.Create(CultureInfo.InvariantCulture, $"A{first + i}"), plan.Id))],
        };
    }

    static void AddCase(List<SummaryLine> lines, TraceResult result, WorkbookSettings settings, Words words)
    {
        if (settings.UnmaskReason is { } reason)
        {
            lines.Add(new SummaryLine(words["summary.unmasked"], CellStyle.Warning, words.Say("summary.unmasked.reason", reason), CellStyle.Warning, words["meaning.unmasked"]));
        }

        lines.Add(new SummaryLine(words["summary.version"], CellStyle.General, "LeakTrace " + settings.EngineVersion, CellStyle.General, ""));
        lines.Add(new SummaryLine(
            words["summary.seed"], CellStyle.General, result.Settings.Seed.ToString(CultureInfo.InvariantCulture), CellStyle.General, words["meaning.seed"]));
        lines.Add(new SummaryLine(words["summary.inputs"], CellStyle.General, (long)result.Inputs.Count, CellStyle.Whole, words["meaning.inputs"]));
        lines.Add(new SummaryLine(words["summary.problems"], CellStyle.General, (long)result.Problems.Count, CellStyle.Whole, words["meaning.problems"]));
    }

    static void AddCounts(List<SummaryLine> lines, TraceResult result, Words words)
    {
        lines.Add(SummaryLine.Heading(words["summary.counts"]));
        if (result.Counts.FirstOrDefault(line => line.Scope == "all") is not { } all)
        {
            return;
        }

        lines.Add(new SummaryLine(words["status.total"], CellStyle.General, all.Total, CellStyle.Whole, words["meaning.total"]));
        lines.Add(new SummaryLine(words["status.valid"], CellStyle.Strong, all.Valid, CellStyle.StrongWhole, words["meaning.valid"]));
        lines.Add(new SummaryLine(words["column.valid_low"], CellStyle.General, all.ValidLow, CellStyle.Whole, words["meaning.valid_low"]));
        lines.Add(new SummaryLine(words["column.valid_high"], CellStyle.General, all.ValidHigh, CellStyle.Whole, words["meaning.valid_high"]));
        lines.Add(new SummaryLine(words["column.corroborated"], CellStyle.General, all.Corroborated, CellStyle.Whole, words["meaning.corroborated"]));
        lines.Add(new SummaryLine(words["column.phone_only"], CellStyle.General, all.PhoneOnly, CellStyle.Whole, words["meaning.phone_only"]));
        lines.AddRange(result.Counts.Where(line => line.Scope == "edge").Select(edge =>
            new SummaryLine(edge.Key, CellStyle.General, edge.Valid, CellStyle.Whole, words.Say("summary.edge", edge.Total, edge.Duplicate + edge.ProbableDuplicate))));
    }

    static void AddRanked(List<SummaryLine> lines, string kind, IEnumerable<Ranked> ranked, Words words)
    {
        var needed = ranked.Where(line => line.Rank > 0 && line.Needed).ToList();
        lines.Add(SummaryLine.Heading(words["summary." + kind]));
        if (needed.Count == 0)
        {
            lines.Add(SummaryLine.Sentence(words["summary.none." + kind]));
        }

        lines.AddRange(needed.Take(Shown).Select(line => new SummaryLine(
            line.Name, CellStyle.General, line.Explained, CellStyle.OneDecimal, words.Say("summary.evidence", Figures.Bits(line.Bits)))));
        if (needed.Count > Shown)
        {
            lines.Add(SummaryLine.Sentence(words.Say("summary.more", needed.Count - Shown)));
        }
    }

    sealed record Ranked(int Rank, string Name, double Explained, double Bits, bool Needed);
}
