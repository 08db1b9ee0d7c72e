using LeakTrace.Engine.Tracing;

namespace LeakTrace.Reports.Html;

/// <summary>Accounts by the strength of the evidence, each with its reason.</summary>
static class AccountsSection
{
    // The table accounts.csv has them all.
    const int Most = 50;

    public static void Write(TraceResult result, Words words, Page page)
    {
        var ranked = result.Accounts.Where(line => line.Rank > 0).ToList();
        if (ranked.Count == 0)
        {
            page.Add($"<p>{words["answer.account.absent"]}</p>\n");
            return;
        }

        var shown = ranked.Take(Most).Concat(result.Accounts.Where(line => line.Rank == 0)).ToList();
        var mostExplained = shown.Max(line => line.ExplainedPeople);
        var highest = shown.Max(line => double.IsFinite(line.LeakRateHigh) ? line.LeakRateHigh : line.LeakRate);
        string[] headers =
        [
            "#" + words["col.rank"], words["col.account"], "#" + words["col.bits"], "#" + words["col.explained"], "~", "#" + words["col.rate"],
            "~", "#" + words["col.read"], "#" + words["col.read-before"], "#" + words["col.expected"], "#" + words["col.lag"],
        ];
        page.Add($"<p>{words["accounts.intro"]}</p>\n");
        Sheet.Write(page, words["accounts.caption"], headers, shown, line =>
        {
            var isElsewhere = line.Rank == 0;
            page.Add($"<td class=\"n\">{(isElsewhere ? "" : line.Rank.ToString(System.Globalization.CultureInfo.InvariantCulture))}</td>");
            page.Add($"<td class=\"words\"><b>{(isElsewhere ? words["elsewhere"] : line.Account)}</b>{Verdict.Tag(line.Needed, words)}");
            page.Add($"<small>{(isElsewhere ? words["elsewhere.account.reason"] : Reason(line, result.Settings, words))}</small></td>");
            page.Add($"<td class=\"n strong\">{Figures.Bits(line.LogLikelihoodRatioBits)}</td><td class=\"n\">{Figures.People(line.ExplainedPeople)}</td>");
            page.Add($"<td class=\"p\">{Bar.Span(0, line.ExplainedPeople, mostExplained, isElsewhere ? "other" : "kept")}</td>");
            page.Add($"<td class=\"n\">{Figures.Percent(line.LeakRate)}<small>{Figures.Interval(line.LeakRateLow, line.LeakRateHigh)}</small></td>");
            page.Add($"<td class=\"p\">{Bar.Whisker(line.LeakRateLow, line.LeakRate, line.LeakRateHigh, highest)}</td>");
            page.Add($"<td class=\"n\">{(isElsewhere ? Figures.None : Figures.Whole(line.RecordsRead))}</td>");
            page.Add($"<td class=\"n\">{(isElsewhere ? Figures.None : Figures.People(line.ReadBeforeDelivery))}</td>");
            page.Add($"<td class=\"n\">{Figures.People(line.ExpectedByChance)}</td><td class=\"n\">{Figures.Hours(line.MedianLagHours)}</td>");
        });
        if (ranked.Count > Most)
        {
            page.Add($"<p class=\"hint\">{words.Say("accounts.more", Most, ranked.Count)}</p>\n");
        }

        ScopeSection.Write(result.AccountsByScope, "accounts_by_scope", words, page);
        Verdict.WriteHowToRead(words, page, "rank", "explained", "rate", "chance", "lag");
    }

    static string Reason(AccountLine line, TraceSettings settings, Words words)
    {
        var reason = line.Needed
            ? words.Say(
                "reason.account.needed", Figures.Bits(line.LogLikelihoodRatioBits), Figures.People(line.ExplainedPeople),
                Figures.People(line.ReadBeforeDelivery), Figures.People(line.ExpectedByChance))
            : Verdict.WhyNot(line.ExplainedPeople, line.MatchedPeople, line.LogLikelihoodRatioBits, settings, words);
        var group = line.LeftOpen > 0 ? words.Say("reason.open", Figures.People(line.LeftOpen), line.NotToldFrom)
            : line.NotToldFrom.Length > 0 ? words.Say("reason.group", line.NotToldFrom) : "";
        return line.Source.Length > 0 ? $"{words.Say("reason.at", line.Source)}{reason}{group}" : reason + group;
    }
}
