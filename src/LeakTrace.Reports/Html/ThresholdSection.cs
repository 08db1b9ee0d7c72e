using LeakTrace.Engine.Records;
using LeakTrace.Engine.Tracing;

namespace LeakTrace.Reports.Html;

/// <summary>What each party comes to under each tier of the counting rule. It computes; it does not decide.</summary>
static class ThresholdSection
{
    static readonly string[] _scopes = ["seller", "buyer", "party", "edge", "all"];

    public static void Write(TraceResult result, Words words, Page page)
    {
        var isChinese = words.Tag.StartsWith("zh", StringComparison.Ordinal);
        page.Add($"<p>{words.Say("thresholds.intro", isChinese ? result.Policy.ChineseTitle : result.Policy.EnglishTitle)}</p>\n");
        page.Add($"<aside class=\"notice\"><ul><li>{words["thresholds.computes"]}</li><li>{words["thresholds.insider"]}</li><li>{words["thresholds.unsettled"]}</li>");
        foreach (var note in result.Policy.Notes)
        {
            if (note.When == "newborn" && result.HasNewborns)
            {
                page.Add($"<li>{(isChinese ? note.Chinese : note.English)} ({note.Article})</li>");
            }
        }

        page.Add($"</ul></aside>\n");
        foreach (var scope in _scopes)
        {
            // The whole seizure is nobody's number; it stands in only where no party is known.
            var lines = result.Thresholds.Where(line => line.Scope == scope).ToList();
            if (lines.Count > 0 && (scope != "all" || !result.Thresholds.Any(line => line.Scope == "party")))
            {
                page.Add($"<details{new Markup(scope is "seller" or "buyer" or "all" ? " open" : "")}><summary>{words["threshold-scope." + scope]}<small>{lines.Select(line => line.Key).Distinct().Count()}</small></summary>\n");
                WriteScope(scope, lines, words, page);
                page.Add($"</details>\n");
            }
        }

        WriteKeys(result, words, page);
        WriteQuotes(result, words, page);
    }

    static void WriteScope(string scope, List<ThresholdLine> lines, Words words, Page page)
    {
        string[] headers =
        [
            words["threshold-scope.key." + scope], words["col.role"], words["col.tier"], "#" + words["col.count"], "#" + words["col.bounds"],
            "#" + words["col.threshold"], "#" + words["col.severe-threshold"], "#" + words["col.insider-count"], "#" + words["col.insider-thresholds"],
            words["col.outcome"],
        ];
        Sheet.Write(page, words["threshold-scope." + scope], headers, lines, line =>
        {
            page.Add($"<td class=\"key\">{(line.Key.Length > 0 ? line.Key : words["status.total"])}</td><td class=\"key\">{words["role." + PartyRoles.NameOf(line.Role)]}</td>");
            page.Add($"<td class=\"whole\">{line.Tier}<small> {words.Name("unit", line.Unit)}</small></td><td class=\"n strong\">{Number(line.Count)}</td>");
            page.Add($"<td class=\"n\">{Range(line.CountLow, line.CountHigh)}</td><td class=\"n\">{Number(line.Threshold)}</td><td class=\"n\">{Number(line.SevereThreshold)}</td>");
            page.Add($"<td class=\"n\">{Number(line.InsiderCount)}</td><td class=\"n\">{Pair(line.InsiderThreshold, line.InsiderSevereThreshold)}</td>");
            page.Add($"<td class=\"words\">{Outcome(line, words)}</td>");
        });
    }

    static Markup Outcome(ThresholdLine line, Words words)
    {
        var text = new Page();
        text.Add($"{words[line.SevereReached ? "threshold.severe" : line.Reached ? "threshold.reached" : "threshold.below"]}");
        if (line.Role == PartyRole.Unknown && line.InsiderReached is { } half)
        {
            var answer = line.InsiderSevereReached == true ? "threshold.insider-severe" : half ? "threshold.insider" : "threshold.insider-below";
            text.Add($"{words["list.stop"]}{words[answer]}");
        }

        if (line.Accumulated > line.Count)
        {
            text.Add($"{words["list.stop"]}{words.Say("threshold.accumulated", Number(line.Accumulated))}");
        }

        if (line.Note.Length > 0 && line.Note != "role-unknown")
        {
            text.Add($"{words["list.stop"]}{words.Name("threshold-note", line.Note)}");
        }

        if (line.DependsOnKey)
        {
            text.Add($" <span class=\"tag\">{words["threshold.depends"]}</span>");
        }

        return text.ToMarkup();
    }

    static void WriteKeys(TraceResult result, Words words, Page page)
    {
        var depends = result.Thresholds.Where(line => line.DependsOnKey).Select(line => (line.Scope, line.Key, line.Tier)).ToHashSet();
        page.Add($"<h3>{words["threshold-keys.heading"]}</h3>\n<p>{(depends.Count == 0 ? words["threshold-keys.none"] : words.Say("threshold-keys.some", depends.Count))}</p>\n");
        var lines = result.ThresholdKeys
            .Where(line => depends.Contains((line.Scope, line.Key, line.Tier)) && (line.Differs || line.CountedBy == "linkage")).ToList();
        if (lines.Count == 0)
        {
            return;
        }

        string[] headers =
        [
            words["col.place"], words["col.tier"], words["col.counted-by"], "#" + words["col.count"], "#" + words["col.covered"],
            words["col.outcome"],
        ];
        Sheet.Write(page, words["threshold-keys.heading"], headers, lines, line =>
        {
            page.Add($"<td class=\"path\">{words["threshold-scope." + line.Scope]} {line.Key}</td><td>{line.Tier}</td><td>{words["counted-by." + line.CountedBy]}</td>");
            page.Add($"<td class=\"n\">{line.Count}</td><td class=\"n\">{Figures.Percent(line.Covered)}</td><td>{words[line.SevereReached ? "threshold.severe" : line.Reached ? "threshold.reached" : "threshold.below"]}");
            page.Add($"{(line.InsiderReached is { } half ? words["list.stop"] + words[half ? "threshold.insider" : "threshold.insider-below"] : "")}</td>");
        });
    }

    static void WriteQuotes(TraceResult result, Words words, Page page)
    {
        page.Add($"<details class=\"how\"><summary>{words["thresholds.articles"]}</summary>\n<dl>\n");
        foreach (var tier in result.Policy.Tiers)
        {
            page.Add($"<dt>{tier.Article}</dt><dd lang=\"zh-CN\">{tier.Text}</dd>\n");
        }

        foreach (var factor in (ReadOnlySpan<Engine.Counting.PolicyFactor>)[result.Policy.Insider, result.Policy.Severe])
        {
            page.Add($"<dt>{factor.Article}</dt><dd lang=\"zh-CN\">{factor.Text}</dd>\n");
        }

        foreach (var rule in result.Policy.Counting)
        {
            page.Add($"<dt>{rule.Article}</dt><dd lang=\"zh-CN\">{rule.Text}</dd>\n");
        }

        page.Add($"</dl>\n<p>{words["thresholds.not-computed"]}</p>\n<dl>\n");
        foreach (var rule in result.Policy.NotComputed)
        {
            page.Add($"<dt>{rule.Article}</dt><dd lang=\"zh-CN\">{rule.Text}</dd>\n");
        }

        page.Add($"</dl></details>\n");
    }

    static string Number(double number) => double.IsFinite(number)
        ? number.ToString("#,0.####", System.Globalization.CultureInfo.InvariantCulture) : Figures.None;

    static string Range(double low, double high) => double.IsFinite(low) ? $"{Number(low)}–{Number(high)}" : Figures.None;

    static string Pair(double half, double severe) => double.IsFinite(half) ? $"{Number(half)} / {Number(severe)}" : Figures.None;
}
