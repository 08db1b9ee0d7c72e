using LeakTrace.Engine.Tracing;

namespace LeakTrace.Reports.Html;

/// <summary>Sources by the strength of the evidence, each with its reason.</summary>
static class SourcesSection
{
    public static void Write(TraceResult result, Words words, Page page)
    {
        if (result.Sources.Count == 0)
        {
            page.Add($"<p>{words["answer.source.absent"]}</p>\n");
            return;
        }

        var mostExplained = result.Sources.Max(line => line.ExplainedPeople);
        var highest = result.Sources.Max(line => double.IsFinite(line.LeakRateHigh) ? line.LeakRateHigh : line.LeakRate);
        string[] headers =
        [
            "#" + words["col.rank"], words["col.source"], "#" + words["col.bits"], "#" + words["col.explained"], "~", "#" + words["col.rate"],
            "~", "#" + words["col.matched"], "#" + words["col.share-of-registry"], "#" + words["col.exclusive"],
        ];
        page.Add($"<p>{words["sources.intro"]}</p>\n");
        Sheet.Write(page, words["sources.caption"], headers, result.Sources, line =>
        {
            var isElsewhere = line.Rank == 0;
            page.Add($"<td class=\"n\">{(isElsewhere ? "" : line.Rank.ToString(System.Globalization.CultureInfo.InvariantCulture))}</td>");
            page.Add($"<td class=\"words\"><b>{(isElsewhere ? words["elsewhere"] : line.Source)}</b>");
            page.Add($"{Verdict.Tag(line.Needed, words)}<small>{(isElsewhere ? words["elsewhere.reason"] : Reason(line, result.Settings, words))}</small></td>");
            page.Add($"<td class=\"n strong\">{Figures.Bits(line.LogLikelihoodRatioBits)}</td><td class=\"n\">{Figures.People(line.ExplainedPeople)}</td>");
            page.Add($"<td class=\"p\">{Bar.Span(0, line.ExplainedPeople, mostExplained, isElsewhere ? "other" : "kept")}</td>");
            page.Add($"<td class=\"n\">{Figures.Percent(line.LeakRate)}<small>{Figures.Interval(line.LeakRateLow, line.LeakRateHigh)}</small></td>");
            page.Add($"<td class=\"p\">{Bar.Whisker(line.LeakRateLow, line.LeakRate, line.LeakRateHigh, highest)}</td>");
            page.Add($"<td class=\"n\">{Figures.People(line.MatchedPeople)}</td><td class=\"n\">{Figures.Percent(line.ShareOfRegistry)}</td>");
            page.Add($"<td class=\"n\">{Figures.People(line.ExclusivePeople)}</td>");
        });
        ScopeSection.Write(result.SourcesByScope, "sources_by_scope", words, page);
        Verdict.WriteHowToRead(words, page, "rank", "explained", "rate", "exclusive", "guilt");
    }

    static string Reason(SourceLine line, TraceSettings settings, Words words) =>
        Rank(line, settings, words) + (line.NotToldFrom.Length > 0 ? words.Say("reason.group", line.NotToldFrom) : "");

    static string Rank(SourceLine line, TraceSettings settings, Words words)
    {
        if (line.Needed)
        {
            return words.Say(
                "reason.source.needed", Figures.Bits(line.LogLikelihoodRatioBits), Figures.People(line.ExplainedPeople), Figures.People(line.ExclusivePeople));
        }

        return Verdict.WhyNot(line.ExplainedPeople, line.MatchedPeople, line.LogLikelihoodRatioBits, settings, words);
    }
}
