using System.Globalization;
using LeakTrace.Engine.Tracing;

namespace LeakTrace.Reports.Html;

/// <summary>What sources and accounts are said of alike: whether needed, why not, and how to read their tables.</summary>
static class Verdict
{
    public static Markup Tag(bool needed, Words words)
    {
        var tag = new Page();
        if (needed)
        {
            tag.Add($" <span class=\"tag needed\">{words["needed"]}</span>");
        }

        return tag.ToMarkup();
    }

    public static string WhyNot(double explained, double matched, double bits, TraceSettings settings, Words words)
    {
        var threshold = settings.NeededBits.ToString("0.#", CultureInfo.InvariantCulture);
        return (matched, explained, bits >= settings.NeededBits) switch
        {
            ( <= 0, _, _) => words["reason.nothing"],
            (_, < 0.5, _) => words["reason.others"],
            (_, _, true) => words.Say("reason.small", Figures.Bits(bits), Figures.Percent(settings.NeededShare)),
            _ => words.Say("reason.weak", Figures.Bits(bits), threshold),
        };
    }

    public static void WriteHowToRead(Words words, Page page, params string[] keys)
    {
        page.Add($"<details class=\"how\"><summary>{words["how.heading"]}</summary>\n<dl>\n");
        foreach (var key in keys)
        {
            page.Add($"<dt>{words["how." + key]}</dt><dd>{words["how.text." + key]}</dd>\n");
        }

        page.Add($"</dl></details>\n");
    }
}
