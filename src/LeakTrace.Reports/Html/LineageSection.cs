using LeakTrace.Engine.Tracing;

namespace LeakTrace.Reports.Html;

/// <summary>How the lists went from hand to hand: the picture of the trade, its table, and which file was made from which.</summary>
static class LineageSection
{
    public static void Write(TraceResult result, Words words, Page page)
    {
        WriteFlows(result, words, page);
        page.Add($"<h3>{words["lineage.heading"]}</h3>\n<p>{words["lineage.intro"]}</p>\n");
        if (result.Lineage.Count == 0)
        {
            page.Add($"<p>{words["lineage.none"]}</p>\n");
            return;
        }

        string[] headers =
        [
            words["col.from-file"], words["col.to-file"], "#" + words["col.shared"], "#" + words["col.containment"], "#" + words["col.forwarded"],
            words["col.order"], words["col.direction"],
        ];
        Sheet.Write(page, words["lineage.caption"], headers, result.Lineage, line =>
        {
            page.Add($"<td class=\"path\">{line.FromFile}</td><td class=\"path\">{line.ToFile}</td><td class=\"n strong\">{line.SharedPeople}</td>");
            page.Add($"<td class=\"n\">{Figures.Percent(line.Containment)}</td><td class=\"n\">{Figures.Percent(line.ForwardedShare)}</td>");
            page.Add($"<td>{words[line.SameOrder ? "order.same" : "order.other"]}</td><td>{words["direction." + line.DirectionBy]}</td>");
        });
    }

    static void WriteFlows(TraceResult result, Words words, Page page)
    {
        if (result.Flows.Count == 0)
        {
            page.Add($"<p>{words["flow.none"]}</p>\n");
            return;
        }

        page.Add($"<p>{words["flow.intro"]}</p>\n<div class=\"scroll picture\" tabindex=\"0\" role=\"region\" aria-label=\"{words["flow.caption"]}\">\n");
        page.Add($"{FlowPicture.Draw(result.Flows, words)}</div>\n");
        string[] headers =
        [
            words["col.seller"], words["col.buyer"], "#" + words["col.files"], "#" + words["col.rows"], "#" + words["col.valid"], "#" + words["col.resold"],
            words["col.when"],
        ];
        Sheet.Write(page, words["flow.caption"], headers, result.Flows, line =>
        {
            page.Add($"<td>{line.Seller}</td><td>{line.Buyer}</td><td class=\"n\">{line.Files}</td><td class=\"n\">{line.Rows}</td>");
            page.Add($"<td class=\"n strong\">{line.Valid}</td><td class=\"n\">{line.Resold}</td><td>{FlowPicture.Dates(line)}</td>");
        });
    }
}
