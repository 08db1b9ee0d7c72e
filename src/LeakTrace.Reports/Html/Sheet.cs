namespace LeakTrace.Reports.Html;

/// <summary>Writes tables that scroll inside their own frame.</summary>
static class Sheet
{
    // A longer table scrolls under its header instead of pushing the next section off the screen.
    const int LongRows = 14;

    /// <summary>Writes a table.</summary>
    /// <param name="page">Page to write to.</param>
    /// <param name="caption">What the table shows; also its name for screen readers.</param>
    /// <param name="headers">Column headers; a leading <c>#</c> marks a column of numbers, <c>~</c> a column of pictures.</param>
    /// <param name="lines">Lines of the table.</param>
    /// <param name="write">Writes the cells of a line, with <c>td</c>.</param>
    public static void Write<T>(Page page, string caption, string[] headers, IReadOnlyList<T> lines, Action<T> write)
    {
        page.Add($"<div class=\"{(lines.Count > LongRows ? "scroll long" : "scroll")}\" tabindex=\"0\" role=\"region\" aria-label=\"{caption}\">\n<table>\n");
        page.Add($"<caption>{caption}</caption>\n<thead><tr>");
        foreach (var header in headers)
        {
            page.Add($"<th scope=\"col\"{KindOf(header)}>{header.TrimStart('#', '~')}</th>");
        }

        page.Add($"</tr></thead>\n<tbody>\n");
        foreach (var line in lines)
        {
            page.Add($"<tr>");
            write(line);
            page.Add($"</tr>\n");
        }

        page.Add($"</tbody>\n</table>\n</div>\n");
    }

    static Markup KindOf(string header) => new(header[0] switch
    {
        '#' => " class=\"n\"",
        '~' => " class=\"p\"",
        _ => "",
    });
}
