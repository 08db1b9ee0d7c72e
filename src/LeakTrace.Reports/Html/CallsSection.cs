using LeakTrace.Engine.Tracing;

namespace LeakTrace.Reports.Html;

/// <summary>Whether calls follow the admissions of each source.</summary>
static class CallsSection
{
    public static void Write(TraceResult result, Words words, Page page)
    {
        var following = result.Calls.Where(line => line.Follows).ToList();
        var lead = (following.Count, result.Calls.Count) switch
        {
            (_, 0) => words["calls.absent"],
            (0, var all) => words.Say("calls.none-follow", all),
            (var some, var all) => words.Say("calls.follow", some, all),
        };
        page.Add($"<p class=\"lead\">{lead}</p>\n<p>{words["calls.intro"]}</p>\n");
        if (result.Calls.Count == 0)
        {
            return;
        }

        string[] headers =
        [
            words["col.source"], "#" + words["col.to-registered"], "#" + words["col.calls-expected"], "#" + words["col.soon"], "#" + words["col.soon-expected"],
            "#" + words["col.lag-median"], "#" + words["col.order-correlation"], "#" + words["col.p-value"], "#" + words["col.p-adjusted"],
        ];
        Sheet.Write(page, words["calls.caption"], headers, result.Calls, line =>
        {
            page.Add($"<td class=\"words\"><b>{line.Source}</b>");
            if (line.Follows)
            {
                page.Add($" <span class=\"tag needed\">{words["calls.tag"]}</span>");
            }

            page.Add($"</td><td class=\"n\">{line.ToRegistered}</td><td class=\"n\">{Figures.People(line.Expected)}</td>");
            page.Add($"<td class=\"n strong\">{line.SoonAfter}</td><td class=\"n\">{Figures.People(line.SoonAfterExpected)}</td>");
            page.Add($"<td class=\"n\">{Figures.Hours(line.MedianLagHours)}</td><td class=\"n\">{Figures.Probability(line.OrderCorrelation)}</td>");
            page.Add($"<td class=\"n\">{Figures.Probability(line.PValue)}</td><td class=\"n strong\">{Figures.Probability(line.AdjustedPValue)}</td>");
        });
        Verdict.WriteHowToRead(words, page, "call-test", "call-adjusted", "call-limits");
    }
}
