using LeakTrace.Engine.Tracing;

namespace LeakTrace.Reports.Html;

/// <summary>How rows were matched to records: what each agreement is worth, and which pairs were compared.</summary>
static class LinkageSection
{
    public static void Write(TraceResult result, Words words, Page page)
    {
        var linkage = result.Linkage;
        page.Add($"<p>{words.Say("linkage.intro", Figures.Whole(linkage.SeizedRows), Figures.Whole(linkage.RegistryRecords), Figures.Whole(linkage.CandidatePairs))}</p>\n");
        page.Add($"<p>{words[linkage.Estimated ? "linkage.estimated" : "linkage.assumed"]}</p>\n");
        var finite = linkage.Levels.Where(level => double.IsFinite(level.WeightBits)).Select(level => Math.Abs(level.WeightBits));
        var most = finite.DefaultIfEmpty(1).Max();
        string[] headers =
        [
            words["col.field"], words["col.level"], "#" + words["col.weight"], "~" + words["col.weight-bar"], "#m", "#u", "#" + words["col.pairs-matched"],
        ];
        var previous = "";
        Sheet.Write(page, words["linkage.caption"], headers, linkage.Levels, level =>
        {
            var field = level.Field == previous ? "" : words.Name("field", level.Field);
            previous = level.Field;
            page.Add($"<td class=\"strong\">{field}</td><td>{words.Name("level", level.Level)}</td><td class=\"n strong\">{Figures.SignedBits(level.WeightBits)}</td>");
            page.Add($"<td class=\"p\">{Bar.Signed(level.WeightBits, most)}</td><td class=\"n\">{Figures.Probability(level.M)}</td>");
            page.Add($"<td class=\"n\">{Figures.Probability(level.U)}</td><td class=\"n\">{level.Matched}</td>");
        });
        PairWaterfall.Write(result, words, page);
        Sheet.Write(page, words["rules.caption"], [words["col.rule"], "#" + words["col.pairs"], "#" + words["col.skipped"]], linkage.Rules, rule =>
            page.Add($"<td>{rule.Rule}</td><td class=\"n\">{rule.Pairs}</td><td class=\"n\">{rule.Skipped}</td>"));
        Verdict.WriteHowToRead(words, page, "weight", "m-u", "classes");
    }
}
