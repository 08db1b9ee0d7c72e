using LeakTrace.Engine.Tracing;

namespace LeakTrace.Reports.Html;

/// <summary>How the physical rows come down to the records that count, for the seizure and for each part of it.</summary>
static class CountSection
{
    static readonly string[] _scopes = ["edge", "seller", "buyer", "party", "source", "month", "file"];

    public static void Write(TraceResult result, Words words, Page page)
    {
        page.Add($"<p>{words["count.intro"]}</p>\n");
        if (result.Counts.FirstOrDefault(line => line.Scope == "all") is { } all)
        {
            WriteWaterfall(all, words, page);
            WriteKeys(all, words, page);
        }

        ReasonsTable.Write(result, words, page);
        page.Add($"<h3>{words["count.parts"]}</h3>\n<p>{words["count.parts.intro"]}</p>\n");
        foreach (var scope in _scopes)
        {
            var lines = result.Counts.Where(line => line.Scope == scope).ToList();
            if (lines.Count > 0)
            {
                page.Add($"<details{new Markup(scope is "edge" or "seller" or "source" ? " open" : "")}><summary>{words["scope." + scope]}<small>{lines.Count}</small></summary>\n");
                page.Add($"<p class=\"hint\">{words["scope.hint." + scope]}</p>\n");
                WriteScope(scope, lines, words, page);
                page.Add($"</details>\n");
            }
        }
    }

    /// <summary>Steps from all rows to the valid ones: what each takes away, and what is left after it.</summary>
    internal static IReadOnlyList<(string Status, long Rows, long Left)> Steps(CountLine line)
    {
        var left = line.Total;
        var steps = new List<(string, long, long)>();
        foreach (var (status, rows) in (ReadOnlySpan<(string, long)>)
            [
                ("blank", line.Blank), ("layout", line.Layout), ("placeholder", line.Placeholder), ("invalid", line.Invalid),
                ("unidentifiable", line.Unidentifiable), ("duplicate", line.Duplicate), ("probable_duplicate", line.ProbableDuplicate),
            ])
        {
            left -= rows;
            steps.Add((status, rows, left));
        }

        return steps;
    }

    static void WriteWaterfall(CountLine all, Words words, Page page)
    {
        page.Add($"<table class=\"chart\">\n<caption>{words["count.waterfall"]}</caption>\n<tbody>\n");
        WriteBar("total", all.Total, 0, all.Total, all.Total, "other", words, page);
        foreach (var (status, rows, left) in Steps(all))
        {
            WriteBar(status, -rows, left, left + rows, all.Total, "lost", words, page);
        }

        WriteBar("valid", all.Valid, 0, all.Valid, all.Total, "kept", words, page);
        WriteBar("corroborated", all.Corroborated, 0, all.Corroborated, all.Total, "part", words, page);
        WriteBar("uncorroborated", all.Valid - all.Corroborated, all.Corroborated, all.Valid, all.Total, "part", words, page);
        WriteBar("phone_only", all.PhoneOnly, 0, all.PhoneOnly, all.Total, "part", words, page);
        page.Add($"</tbody>\n</table>\n");
    }

    static void WriteBar(string status, long shown, long from, long to, long most, string kind, Words words, Page page)
    {
        var isSum = status is "total" or "valid";
        page.Add($"<tr class=\"{(isSum ? "sum" : kind)}\"><th scope=\"row\">{words["status." + status]}<small>{words["status.hint." + status]}</small></th>");
        page.Add($"<td class=\"n\">{(kind == "lost" ? "−" : "")}{Math.Abs(shown)}</td><td class=\"p\">{Bar.Span(from, to, most, kind)}</td></tr>\n");
    }

    static void WriteKeys(CountLine all, Words words, Page page)
    {
        var keys = new (string Key, long Count)[]
        {
            ("engine", all.Valid), ("low", all.ValidLow), ("high", all.ValidHigh), ("phone", all.ByPhone), ("id", all.ById), ("name_phone", all.ByNamePhone), ("row", all.ByRow),
        };
        var most = keys.Max(key => key.Count);
        page.Add($"<h3>{words["keys.heading"]}</h3>\n<p>{words["keys.intro"]}</p>\n<table class=\"chart\">\n<caption>{words["keys.caption"]}</caption>\n<tbody>\n");
        foreach (var (key, count) in keys)
        {
            page.Add($"<tr class=\"{(key == "engine" ? "sum" : "other")}\"><th scope=\"row\">{words["key." + key]}<small>{words["key.hint." + key]}</small></th>");
            page.Add($"<td class=\"n\">{count}</td><td class=\"p\">{Bar.Span(0, count, most, key == "engine" ? "kept" : "other")}</td></tr>\n");
        }

        page.Add($"</tbody>\n</table>\n");
    }

    static void WriteScope(string scope, List<CountLine> lines, Words words, Page page)
    {
        var most = lines.Max(line => line.Valid);
        string[] headers =
        [
            words["scope.key." + scope], "#" + words["status.valid"], "~", "#" + words["col.bounds"], "#" + words["status.total"], "#" + words["status.duplicate"],
            "#" + words["status.probable_duplicate"], "#" + words["col.unusable"], "#" + words["col.empty"], "#" + words["status.corroborated"],
            "#" + words["status.phone_only"],
        ];
        Sheet.Write(page, words["scope." + scope], headers, lines, line =>
        {
            page.Add($"<td class=\"path\">{(line.Key.Length > 0 ? line.Key : words["key.none"])}</td><td class=\"n strong\">{line.Valid}</td>");
            page.Add($"<td class=\"p\">{Bar.Span(0, line.Valid, most, "kept")}</td><td class=\"n\">{line.ValidLow}–{line.ValidHigh}</td><td class=\"n\">{line.Total}</td><td class=\"n\">{line.Duplicate}</td>");
            page.Add($"<td class=\"n\">{line.ProbableDuplicate}</td><td class=\"n\">{line.Placeholder + line.Invalid + line.Unidentifiable}</td>");
            page.Add($"<td class=\"n\">{line.Blank + line.Layout}</td><td class=\"n\">{line.Corroborated}</td><td class=\"n\">{line.PhoneOnly}</td>");
        });
    }
}
