using LeakTrace.Engine.Tracing;

namespace LeakTrace.Reports.Html;

/// <summary>What each seized file adds, and which file it copies.</summary>
static class FilesSection
{
    public static void Write(TraceResult result, Words words, Page page)
    {
        page.Add($"<p>{words["files.intro"]}</p>\n");
        var most = result.Files.Select(line => line.People).DefaultIfEmpty(1).Max();
        string[] headers =
        [
            words["col.file"], "#" + words["col.people"], "#" + words["col.new-people"], "~" + words["col.new-of-people"], words["col.relation"],
        ];
        Sheet.Write(page, words["files.caption"], headers, result.Files, line =>
        {
            page.Add($"<td class=\"path\">{line.File}</td><td class=\"n\">{line.People}</td><td class=\"n strong\">{line.NewPeople}</td>");
            page.Add($"<td class=\"p stack\">{Bar.Span(0, line.People, most, "part")}{Bar.Span(0, line.NewPeople, most, "kept")}</td>");
            page.Add($"<td class=\"words\">{Relation(line, words)}</td>");
        });
    }

    static Markup Relation(FileLine line, Words words)
    {
        var text = new Page();
        foreach (var (key, other) in (ReadOnlySpan<(string, string)>)[("duplicate", line.DuplicateOf), ("contained", line.ContainedIn)])
        {
            if (other.Length > 0)
            {
                text.Add($"<span class=\"relation\"><span class=\"tag\">{words["files." + key]}</span> <span class=\"path\">{other}</span></span>");
            }
        }

        if (line.MostLike.Length > 0 && line.MostLike != line.DuplicateOf && line.MostLike != line.ContainedIn && line.Overlap > 0)
        {
            text.Add($"<span class=\"relation\">{words.Say("files.like", Figures.Percent(line.Overlap))} <span class=\"path\">{line.MostLike}</span></span>");
        }

        return text.ToMarkup();
    }
}
