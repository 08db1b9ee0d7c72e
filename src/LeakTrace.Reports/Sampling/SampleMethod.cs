using LeakTrace.Reports.Html;
using LeakTrace.Reports.Workbooks;

namespace LeakTrace.Reports.Sampling;

/// <summary>The text of the method: how records are drawn, what is estimated, by which intervals.</summary>
static class SampleMethod
{
    const double Width = 120;
    const double LineHeight = 14;

    static readonly string[] _paragraphs = ["population", "strata", "draw", "stratum", "total", "unknown", "size", "limits"];

    /// <summary>Paragraphs in order.</summary>
    public static IEnumerable<string> Text(Words words) => _paragraphs.Select(key => words["method." + key]);

    /// <summary>The text as a sheet.</summary>
    public static SheetPlan Sheet(Words words)
    {
        var text = Text(words).ToList();
        return new SheetPlan(
            "method", words["sheet.method"], words["title.method"], words["note.method"], [new ColumnPlan(words["title.method"], Width, CellStyle.Wrapped)],
            text.Count, (sheet, line) => sheet.Text(text[line], CellStyle.Wrapped))
        {
            HasFilter = false,
            HeightOf = line => Math.Ceiling(ColumnPlan.Places(text[line]) * 1.1 / Width) * LineHeight + 4,
        };
    }
}
