using System.Globalization;
using LeakTrace.Engine.Tracing;

namespace LeakTrace.Reports.Html;

/// <summary>Method, assumptions, settings and the hashes of everything that was read.</summary>
static class MethodSection
{
    public static void Write(TraceResult result, Words words, string engineVersion, Page page)
    {
        page.Add($"<ol class=\"method\">\n");
        foreach (var key in (string[])["read", "match", "count", "attribute", "accounts"])
        {
            page.Add($"<li>{words["method." + key]}</li>\n");
        }

        page.Add($"</ol>\n<h3>{words["assumptions.heading"]}</h3>\n<ul>\n");
        foreach (var key in (string[])["independence", "log", "matches", "registers", "time"])
        {
            page.Add($"<li>{words["assumption." + key]}</li>\n");
        }

        page.Add($"</ul>\n<h3>{words["settings.heading"]}</h3>\n<dl class=\"settings\">\n");
        var settings = result.Settings;
        foreach (var (key, value) in (ReadOnlySpan<(string, string)>)
            [
                ("version", engineVersion),
                ("seed", settings.Seed.ToString(CultureInfo.InvariantCulture)),
                ("match", Figures.Percent(settings.MatchProbability)),
                ("review", Figures.Percent(settings.ReviewProbability)),
                ("bits", settings.NeededBits.ToString("0.##", CultureInfo.InvariantCulture)),
                ("share", Figures.Percent(settings.NeededShare)),
                ("pairs", settings.PairsPerRow.ToString(CultureInfo.InvariantCulture)),
                ("prior", Figures.Probability(result.Linkage.Prior)),
                ("iterations", result.Linkage.Iterations.ToString(CultureInfo.InvariantCulture)),
            ])
        {
            page.Add($"<div><dt>{words["setting." + key]}</dt><dd>{value}</dd></div>\n");
        }

        page.Add($"</dl>\n<details><summary>{words["hashes.heading"]}<small>{result.Inputs.Count}</small></summary>\n");
        Sheet.Write(
            page, words["hashes.caption"], [words["col.file"], "SHA-256", "#" + words["col.bytes"], "#" + words["col.rows"]], result.Inputs,
            line => page.Add(
                $"<td class=\"path\">{line.File}</td><td class=\"hash\">{line.Sha256}</td><td class=\"n\">{line.Bytes}</td><td class=\"n\">{line.Rows}</td>"));
        page.Add($"</details>\n<p class=\"hint\">{words["method.tables"]}</p>\n");
    }
}
