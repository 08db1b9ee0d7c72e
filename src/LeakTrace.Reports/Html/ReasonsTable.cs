using LeakTrace.Engine.Counting;
using LeakTrace.Engine.Tracing;
using LeakTrace.Reports.Tables;

namespace LeakTrace.Reports.Html;

/// <summary>Why rows have their status: every reason code in words, with how many rows it holds for.</summary>
static class ReasonsTable
{
    public static void Write(TraceResult result, Words words, Page page)
    {
        var reasons = result.Rows.GroupBy(row => new Fate(row.Status, row.Reason))
            .Select(group => new Line(group.Key.Status, group.Key.Reason, group.Count()))
            .OrderBy(line => (int)line.Status).ThenByDescending(line => line.Rows).ThenBy(line => line.Reason, StringComparer.Ordinal).ToList();
        if (reasons.Count == 0)
        {
            return;
        }

        page.Add($"<h3>{words["reasons.heading"]}</h3>\n<p>{words["reasons.intro"]}</p>\n");
        Sheet.Write(
            page, words["reasons.caption"], [words["col.status"], words["col.reason"], words["col.code"], "#" + words["col.rows"]], reasons,
            line => page.Add(
                $"<td>{words["status." + TraceTables.NameOf(line.Status)]}</td><td class=\"words\">{RowReason.Say(line.Reason, words)}</td><td class=\"path\">{line.Reason}</td><td class=\"n\">{line.Rows}</td>"));
    }

    sealed record Fate(RowStatus Status, string Reason);

    sealed record Line(RowStatus Status, string Reason, int Rows);
}
