using LeakTrace.Engine.Tracing;

namespace LeakTrace.Reports.Html;

/// <summary>Who is in each delivery edge and each month of recording, folded away: one line a scope, with those who have evidence there.</summary>
static class ScopeSection
{
    // Less is chance; the tables *_by_scope.csv have all.
    const double LeastBits = 3;

    public static void Write(IReadOnlyList<ScopeLine> all, string table, Words words, Page page)
    {
        foreach (var scope in all.GroupBy(line => line.Scope))
        {
            var keys = scope.GroupBy(line => line.Key).ToList();
            var name = words["by-scope." + scope.Key];
            page.Add($"<details><summary>{name}<small>{keys.Count}</small></summary>\n");
            string[] headers = [words["scope.key." + scope.Key], "#" + words["by-scope.found"], words["by-scope.who"], "#" + words["elsewhere"]];
            Sheet.Write(page, words.Say("by-scope.caption", LeastBits, table), headers, keys, key =>
            {
                var elsewhere = key.Single(line => line.Kind == "elsewhere");
                page.Add($"<td>{key.Key}</td><td class=\"n\">{Figures.People(elsewhere.MatchedPeople)}</td><td class=\"words\">");
                foreach (var line in key.Where(line => line.LogLikelihoodRatioBits >= LeastBits))
                {
                    page.Add($"<div><b>{line.Holder}</b> {words.Say("by-scope.part", Figures.People(line.ExplainedPeople), Figures.Bits(line.LogLikelihoodRatioBits))}{Verdict.Tag(line.Needed, words)}</div>");
                }

                page.Add($"</td><td class=\"n\">{Figures.People(elsewhere.ExplainedPeople)}</td>");
            });
            page.Add($"</details>\n");
        }
    }
}
