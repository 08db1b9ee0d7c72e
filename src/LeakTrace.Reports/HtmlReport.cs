using System.Text;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Tracing;
using LeakTrace.Reports.Html;
using LeakTrace.Reports.Tables;

namespace LeakTrace.Reports;

/// <summary>Writes the report for people: one HTML file that needs nothing else and no network.</summary>
public static class HtmlReport
{
    /// <summary>Writes report.html, whole or not at all. The same result gives the same bytes.</summary>
    /// <param name="result">What the trace found.</param>
    /// <param name="language">Language of all its words.</param>
    /// <param name="caseName">Name of the case, such as that of its folder.</param>
    /// <param name="engineVersion">Version of this program.</param>
    /// <param name="path">File to write.</param>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Write(TraceResult result, ReportLanguage language, string caseName, string engineVersion, string path) =>
        OutputFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(Text(result, language, caseName, engineVersion))));

    internal static string Text(TraceResult result, ReportLanguage language, string caseName, string engineVersion)
    {
        var words = new Words(language);
        var sections = new (string Id, Action<Page> Write)[]
        {
            ("answer", page => AnswerSection.Write(result, words, page)),
            ("inputs", page => InputsSection.Write(result, words, page)),
            ("count", page => CountSection.Write(result, words, page)),
            ("thresholds", page => ThresholdSection.Write(result, words, page)),
            ("money", page => MoneySection.Write(result, words, page)),
            ("sources", page => SourcesSection.Write(result, words, page)),
            ("accounts", page => AccountsSection.Write(result, words, page)),
            ("files", page => FilesSection.Write(result, words, page)),
            ("information", page => InformationSection.Write(result, words, page)),
            ("lineage", page => LineageSection.Write(result, words, page)),
            ("linkage", page => LinkageSection.Write(result, words, page)),
            ("method", page => MethodSection.Write(result, words, engineVersion, page)),
        };
        if (HasCalls(result))
        {
            // Where calls are all that there is, they are the answer.
            var at = Array.FindIndex(sections, section => section.Id == "accounts") + 1;
            sections = [.. sections[..at], ("calls", page => CallsSection.Write(result, words, page)), .. sections[at..]];
        }

        var page = new Page();
        page.Add($"<!DOCTYPE html>\n<html lang=\"{words.Tag}\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Add($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" content=\"noindex\">\n");

        // Should anything of an input ever come through as markup, it still can neither run nor load.
        page.Add($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        page.Add($"<title>{caseName} – {words["title"]}</title>\n<style>\n{Style.Of("report.css")}</style>\n</head>\n<body>\n");
        page.Add($"<header><p class=\"brand\">LeakTrace</p><h1>{words["title"]}<span>{caseName}</span></h1></header>\n");
        page.Add($"<nav aria-label=\"{words["nav"]}\"><ol>\n");
        foreach (var (id, _) in sections)
        {
            page.Add($"<li><a href=\"#{id}\">{words["nav." + id]}</a></li>\n");
        }

        page.Add($"</ol></nav>\n<main>\n");
        foreach (var (id, write) in sections)
        {
            page.Add($"<section id=\"{id}\">\n<h2>{words["heading." + id]}</h2>\n");
            write(page);
            page.Add($"</section>\n");
        }

        page.Add($"</main>\n<footer>LeakTrace {engineVersion} · {words["footer"]}</footer>\n</body>\n</html>\n");
        return page.ToString();
    }

    static bool HasCalls(TraceResult result) => result.Inputs.Any(line => line.File.StartsWith("calls/", StringComparison.Ordinal));
}
