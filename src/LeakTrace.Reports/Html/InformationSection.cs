using LeakTrace.Engine.Tracing;

namespace LeakTrace.Reports.Html;

/// <summary>Which types of information the seizure holds, and how much of each in which file.</summary>
static class InformationSection
{
    public static void Write(TraceResult result, Words words, Page page)
    {
        page.Add($"<p>{words["information.intro"]}</p>\n");
        var names = new InformationNames(result.Policy, words);
        var sums = result.Policy.Information.Select(type => (
            type.Name, Tiers: string.Join(' ', type.Tiers), Lines: result.Information.Where(line => line.Type == type.Name).ToList()))
            .Where(type => type.Lines.Count > 0).ToList();
        Sheet.Write(
            page, words["information.sums"],
            [words["col.type"], words["col.tier"], "#" + words["col.files"], "#" + words["col.rows"], "#" + words["col.values"], "#" + words["col.valid-in-file"]],
            sums,
            type =>
            {
                page.Add($"<td>{names.Of(type.Name)}</td><td>{type.Tiers}</td><td class=\"n\">{type.Lines.Select(line => line.File).Distinct().Count()}</td>");
                page.Add($"<td class=\"n\">{type.Lines.Sum(line => line.Rows)}</td><td class=\"n\">{Values(type.Lines)}</td><td class=\"n\">{type.Lines.Sum(line => line.Valid)}</td>");
            });
        page.Add($"<details><summary>{words["information.files"]}<small>{result.Information.Count}</small></summary>\n");
        Sheet.Write(
            page, words["information.files"],
            [words["col.file"], words["col.type"], words["col.tier"], words["col.columns"], "#" + words["col.rows"], "#" + words["col.values"], "#" + words["col.valid-in-file"]],
            result.Information,
            line =>
            {
                page.Add($"<td class=\"path\">{line.File}{(line.Sheet.Length > 0 ? " · " + line.Sheet : "")}</td><td>{names.Of(line.Type)}</td><td>{line.Tiers}</td>");
                page.Add($"<td>{line.Columns}</td><td class=\"n\">{line.Rows}</td><td class=\"n\">{Values([line])}</td><td class=\"n\">{line.Valid}</td>");
            });
        page.Add($"</details>\n<details><summary>{words["information.columns"]}<small>{result.Columns.Count}</small></summary>\n");
        Sheet.Write(
            page, words["information.columns"],
            [words["col.file"], words["col.columns"], words["col.field"], words["col.type"], words["col.tier"], "#" + words["col.rows"], "#" + words["col.values"]],
            names.Named(result.Columns),
            line =>
            {
                page.Add($"<td class=\"path\">{line.File}{(line.Sheet.Length > 0 ? " · " + line.Sheet : "")}</td><td>{line.Column}{(line.FromRow > 1 ? FormattableString.Invariant($"{line.FromRow}") : "")}</td><td>{line.Field}</td>");
                page.Add($"<td>{line.Types}</td><td>{line.Tiers}</td><td class=\"n\">{line.Rows}</td><td class=\"n\">{(line.Values < 0 ? Figures.None : Figures.Whole(line.Values))}</td>");
            });
        page.Add($"</details>\n");
    }

    /// <summary>Values of all lines; a dash where a column is not kept value by value.</summary>
    static string Values(IReadOnlyList<InformationLine> lines) =>
        lines.Any(line => line.Values < 0) ? Figures.None : Figures.Whole(lines.Sum(line => line.Values));
}
