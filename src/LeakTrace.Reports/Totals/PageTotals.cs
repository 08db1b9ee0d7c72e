using System.Net;
using System.Text.RegularExpressions;
using LeakTrace.Reports.Html;

namespace LeakTrace.Reports.Totals;

/// <summary>The counts that report.html shows: the numbers of its tables, columns told by their headers in either language.</summary>
static partial class PageTotals
{
    static readonly string[] _scopes = ["edge", "seller", "buyer", "party", "source", "month", "file"];
    static readonly string[] _columns = ["total", "duplicate", "probable_duplicate", "valid", "corroborated", "phone_only"];

    public static CountTable Read(string directory)
    {
        var page = File.ReadAllText(Path.Combine(directory, "report.html"));
        var words = new Words(page.Contains("<html lang=\"zh-CN\">", StringComparison.Ordinal) ? ReportLanguage.Chinese : ReportLanguage.English);
        var table = new CountTable();
        foreach (Match sum in Sum().Matches(page))
        {
            foreach (var column in (ReadOnlySpan<string>)["total", "valid"])
            {
                if (Plain(sum.Groups[1].Value) == words["status." + column])
                {
                    table.Add("all", "", column, sum.Groups[2].Value);
                }
            }
        }

        foreach (Match part in Part().Matches(page))
        {
            var scope = Array.Find(_scopes, scope => words["scope." + scope] == Plain(part.Groups[1].Value));
            if (scope is not null)
            {
                AddScope(table, scope, part.Groups[2].Value, words);
            }
        }

        return table;
    }

    static void AddScope(CountTable table, string scope, string part, Words words)
    {
        var headers = Header().Matches(part).Select(header => Plain(header.Groups[1].Value)).ToList();
        foreach (Match line in Line().Matches(part))
        {
            var cells = Data().Matches(line.Groups[1].Value).Select(cell => cell.Groups[1].Value).ToList();
            if (cells.Count == 0)
            {
                continue;
            }

            var key = Plain(cells[0]);
            foreach (var column in _columns)
            {
                var at = headers.IndexOf(words["status." + column]);
                if (at >= 0 && at < cells.Count)
                {
                    table.Add(scope, key == words["key.none"] ? "" : key, column, Plain(cells[at]));
                }
            }
        }
    }

    /// <summary>Text of markup: marks of odd characters stand for them, small print is left out.</summary>
    static string Plain(string markup)
    {
        var text = Odd().Replace(Small().Replace(markup, ""), mark => ((char)Convert.ToInt32(mark.Groups[1].Value, 16)).ToString());
        return WebUtility.HtmlDecode(Tag().Replace(text, ""));
    }

    [GeneratedRegex("""<tr class="sum"><th scope="row">(.*?)</th><td class="n">([^<]*)</td>""")]
    private static partial Regex Sum();

    [GeneratedRegex("<details[^>]*><summary>(.*?)</summary>(.*?)</details>", RegexOptions.Singleline)]
    private static partial Regex Part();

    [GeneratedRegex("<th scope=\"col\"[^>]*>(.*?)</th>")]
    private static partial Regex Header();

    [GeneratedRegex("<tr>(.*?)</tr>", RegexOptions.Singleline)]
    private static partial Regex Line();

    [GeneratedRegex("<td[^>]*>(.*?)</td>", RegexOptions.Singleline)]
    private static partial Regex Data();

    [GeneratedRegex("""<i class="odd">U\+([0-9A-F]{4})</i>""")]
    private static partial Regex Odd();

    [GeneratedRegex("<small>.*?</small>")]
    private static partial Regex Small();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
