using LeakTrace.Engine.Tracing;

namespace LeakTrace.Reports.Html;

/// <summary>The answer in words: which sources and accounts are needed, how much was sold, and what this does not say.</summary>
static class AnswerSection
{
    public static void Write(TraceResult result, Words words, Page page)
    {
        var sources = result.Sources.Where(line => line.Rank > 0).ToList();
        var accounts = result.Accounts.Where(line => line.Rank > 0).ToList();
        var neededSources = sources.FindAll(line => line.Needed);
        var neededAccounts = accounts.FindAll(line => line.Needed);
        if (result.Files.Count == 0)
        {
            // Of no list can it be said where it came from.
            WriteCalls(result, words, page);
            WriteNotice(result, words, page);
            return;
        }

        page.Add($"<p class=\"lead\">{Lead(words, "source", neededSources.Count, sources.Count)}</p>\n");
        if (neededSources.Count > 0)
        {
            page.Add($"<ul class=\"needed\">\n");
            foreach (var line in neededSources)
            {
                page.Add($"<li><b>{line.Source}</b> {Evidence(words, line.ExplainedPeople, line.LogLikelihoodRatioBits, line.LeakRate, line.LeakRateLow, line.LeakRateHigh)}</li>\n");
            }

            page.Add($"</ul>\n");
        }

        page.Add($"<p class=\"lead\">{Lead(words, "account", neededAccounts.Count, accounts.Count)}</p>\n");
        if (neededAccounts.Count > 0)
        {
            page.Add($"<ul class=\"needed\">\n");
            foreach (var line in neededAccounts)
            {
                page.Add($"<li><b>{line.Account}</b> {Evidence(words, line.ExplainedPeople, line.LogLikelihoodRatioBits, line.LeakRate, line.LeakRateLow, line.LeakRateHigh)}</li>\n");
            }

            page.Add($"</ul>\n");
        }

        WriteCalls(result, words, page);
        WriteTiles(result, words, page);
        WriteNotice(result, words, page);
    }

    static void WriteNotice(TraceResult result, Words words, Page page)
    {
        page.Add($"<aside class=\"notice\"><h3>{words["notice.heading"]}</h3><ul>");
        foreach (var key in (string[])["notice.verdict", "notice.account", "notice.law", .. result.HasNewborns ? (string[])["notice.sensitive"] : []])
        {
            page.Add($"<li>{words[key]}</li>");
        }

        page.Add($"</ul></aside>\n");
    }

    static void WriteCalls(TraceResult result, Words words, Page page)
    {
        if (result.Calls.Count > 0)
        {
            var following = result.Calls.Count(line => line.Follows);
            var calls = following == 0 ? words.Say("answer.calls.none", result.Calls.Count) : words.Say("answer.calls.some", following, result.Calls.Count);
            page.Add($"<p class=\"lead\">{calls}</p>\n");
        }
    }

    static void WriteTiles(TraceResult result, Words words, Page page)
    {
        page.Add($"<dl class=\"tiles\">\n");
        if (result.Counts.FirstOrDefault(line => line.Scope == "all") is { } all)
        {
            page.Add($"<div><dt>{words["tile.total"]}</dt><dd>{all.Total}</dd></div>\n");
            page.Add($"<div class=\"main\"><dt>{words["tile.valid"]}</dt><dd>{all.Valid}</dd></div>\n");
            page.Add($"<div><dt>{words["tile.corroborated"]}</dt><dd>{all.Corroborated}<small>{Figures.Percent((double)all.Corroborated / Math.Max(1, all.Valid))}</small></dd></div>\n");
        }

        var explained = result.Sources.Sum(line => line.ExplainedPeople);
        if (result.Sources.FirstOrDefault(line => line.Rank == 0) is { } elsewhere && explained > 0)
        {
            page.Add($"<div><dt>{words["tile.elsewhere"]}</dt><dd>{Figures.Percent(elsewhere.ExplainedPeople / explained)}</dd></div>\n");
        }

        page.Add($"</dl>\n");
    }

    static string Lead(Words words, string kind, int needed, int all) => (needed, all) switch
    {
        (_, 0) => words[$"answer.{kind}.absent"],
        (0, _) => words.Say($"answer.{kind}.none", all),
        (1, _) => words.Say($"answer.{kind}.one", all),
        _ => words.Say($"answer.{kind}.some", needed, all),
    };

    static string Evidence(Words words, double explained, double bits, double rate, double low, double high) =>
        words.Say("answer.evidence", Figures.People(explained), Figures.Bits(bits), Figures.Percent(rate), Figures.Interval(low, high));
}
