using LeakTrace.Engine.Records;
using LeakTrace.Engine.Tracing;
using LeakTrace.Reports.Tables;

namespace LeakTrace.Reports.Html;

/// <summary>What was read, by exhibit and folder, and what was wrong with it.</summary>
static class InputsSection
{
    public static void Write(TraceResult result, Words words, Page page)
    {
        var seized = result.Files.ToDictionary(line => line.File, StringComparer.Ordinal);
        var groups = result.Inputs
            .GroupBy(line => GroupOf(line, seized, words), StringComparer.Ordinal)
            .Select(group => new Place(group.Key, group.Count(), group.Sum(line => line.Rows), group.Sum(line => line.Bytes)))
            .ToList();
        page.Add($"<p>{words["inputs.intro"]}</p>\n");
        Sheet.Write(
            page, words["inputs.caption"], [words["col.place"], "#" + words["col.files"], "#" + words["col.rows"], "#" + words["col.megabytes"]],
            groups,
            group => page.Add(
                $"<td>{group.Name}</td><td class=\"n\">{group.Files}</td><td class=\"n\">{group.Rows}</td><td class=\"n\">{Figures.People(group.Bytes / 1e6)}</td>"));
        page.Add($"<h3>{words["problems.heading"]}</h3>\n");
        if (result.Problems.Count == 0)
        {
            page.Add($"<p>{words["problems.none"]}</p>\n");
            return;
        }

        Sheet.Write(
            page, words.Say("problems.caption", result.Problems.Count),
            [words["col.severity"], words["col.where"], words["col.problem"]],
            result.Problems.OrderByDescending(problem => problem.Severity).ToList(),
            problem => WriteProblem(problem, words, page));
    }

    static void WriteProblem(Problem problem, Words words, Page page)
    {
        var severity = TraceTables.NameOf(problem.Severity);
        page.Add($"<td><span class=\"tag {severity}\">{words["severity." + severity]}</span></td><td class=\"path\">{problem.File}");
        if (problem.Sheet.Length > 0)
        {
            page.Add($"<br><small>{words.Say("place.sheet", problem.Sheet)}</small>");
        }

        if (problem.Row > 0)
        {
            page.Add($"<br><small>{words.Say("place.row", problem.Row)}</small>");
        }

        // Messages are in English; where the words explain the code, the explanation takes their place.
        var explained = words.Knows("problem", problem.Code);
        page.Add($"</td><td class=\"words\">{(explained ? words.Say("problem." + problem.Code, [.. problem.Values]) : problem.Message)} <code>{problem.Code}</code></td>");
    }

    static string GroupOf(InputLine line, Dictionary<string, FileLine> seized, Words words)
    {
        if (seized.TryGetValue(line.File, out var file))
        {
            return file.Exhibit.Length > 0 ? words.Say("inputs.exhibit", file.Exhibit) : words["inputs.loose"];
        }

        var slash = line.File.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? words["inputs.loose"] : line.File[..slash] switch
        {
            "registry" => words["inputs.registry"],
            "access-log" => words["inputs.access-log"],
            "calls" => words["inputs.calls"],
            "chats" => words["inputs.chats"],
            var exhibit => words.Say("inputs.exhibit", exhibit),
        };
    }

    sealed record Place(string Name, int Files, long Rows, long Bytes);
}
