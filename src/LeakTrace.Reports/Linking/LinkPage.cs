using System.Globalization;
using System.Text;
using LeakTrace.Engine.Linking;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Scoring;
using LeakTrace.Reports.Html;
using LeakTrace.Reports.Tables;

namespace LeakTrace.Reports.Linking;

/// <summary>The report of link and dedupe for people: what was compared, what every level is worth, and how the weight of a pair comes about. No cell is in it.</summary>
public static class LinkPage
{
    const double Seen = 1e-5;
    const double LeastTold = 0.005;

    /// <summary>Writes the page, whole or not at all; the same result gives the same bytes.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="pairs">Pairs to draw; where there is none, the least probable match is drawn.</param>
    /// <param name="tables">Names of the tables.</param>
    /// <param name="left">Name of a left record.</param>
    /// <param name="right">Name of a right record.</param>
    /// <param name="language">Language of all its words.</param>
    /// <param name="path">File to write.</param>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Write(
        LinkResult result, IReadOnlyList<PairExplanation> pairs, string tables, Func<int, string> left, Func<int, string> right,
        ReportLanguage language, string path) =>
        OutputFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(Text(result, pairs, tables, left, right, language))));

    internal static string Text(
        LinkResult result, IReadOnlyList<PairExplanation> pairs, string tables, Func<int, string> left, Func<int, string> right, ReportLanguage language)
    {
        var words = new Words(language, "Link");
        var page = new Page();
        page.Add($"<!DOCTYPE html>\n<html lang=\"{words.Tag}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.Add($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        page.Add($"<title>{words["title"]} – {tables}</title>\n<style>\n{Style.Of("link.css")}</style>\n</head>\n<body>\n<h1>{words["title"]}<span>{tables}</span></h1>\n");
        var report = result.Report;
        page.Add($"<p>{words.Say("found", Whole(report.Compared), Whole(report.AllPairs), Whole(result.Pairs.Count(pair => pair.Class == MatchClass.Match)))}</p>\n");
        page.Add($"<p>{Blocking(report.Completeness, words)} {words[report.Settled ? "settled" : "unsettled"]}</p>\n");
        page.Add($"<h2>{words["weights"]}</h2>\n<p>{words["weights.read"]}</p>\n{Weights(report, words)}");
        foreach (var pair in report.Dependent)
        {
            page.Add($"<p>{Dependence(pair, words)}</p>\n");
        }

        foreach (var pair in pairs.Count > 0 ? pairs : Example(result))
        {
            page.Add($"<h2>{words.Say("pair", left(pair.Left), right(pair.Right))}</h2>\n<p>{words["pair.read"]}</p>\n{Waterfall(pair, words)}");
            page.Add($"<p class=\"sum\">{Sum(pair, words)}</p>\n");
        }

        page.Add($"</body>\n</html>\n");
        return page.ToString();
    }

    /// <summary>What a term is, in words: a field with its level, or what concerns the whole pair.</summary>
    public static string NameOf(PairTerm term, ReportLanguage language) => NameOf(term, new Words(language, "Link"));

    /// <summary>The terms of a pair, but for fields that repeat each other without weight here.</summary>
    public static IEnumerable<PairTerm> Told(PairExplanation pair) =>
        pair.Terms.Where(term => term.Kind != PairTermKind.Dependence || Math.Abs(term.Bits) >= LeastTold);

    /// <summary>Weight and probability of a pair, in words.</summary>
    public static string Sum(PairExplanation pair, ReportLanguage language) => Sum(pair, new Words(language, "Link"));

    /// <summary>That two fields repeat each other, in words.</summary>
    public static string Dependence(DependentFields pair, ReportLanguage language) => Dependence(pair, new Words(language, "Link"));

    static string Dependence(DependentFields pair, Words words) =>
        words.Say("dependent", pair.First, pair.Second, pair.Times.ToString("0.0", CultureInfo.InvariantCulture));

    static string NameOf(PairTerm term, Words words) => term.Kind switch
    {
        PairTermKind.Prior => words["term.prior"],
        PairTermKind.Disagreements => words.Say("term.disagreements", term.Level),
        PairTermKind.Dependence => words.Say("term.dependence", term.Field, term.Level),
        PairTermKind.Related => words["term.related"],
        _ => $"{term.Field}: {words.Name("level", term.Level)}",
    };

    static string Sum(PairExplanation pair, Words words)
    {
        var alone = words.Say("sum", pair.WeightBits.ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture), Probability(pair.Alone));
        return pair.Probability is not { } listed ? alone + " " + words["sum.unlisted"]
            : Math.Abs(listed - pair.Alone) > 0.0005 ? alone + " " + words.Say("sum.competed", Probability(listed)) : alone;
    }

    static Markup Weights(LinkReport report, Words words)
    {
        var levels = report.Weights.Where(level => level.M > Seen).ToList();
        var bars = new BitBars(levels.Min(level => level.WeightBits), levels.Max(level => level.WeightBits));
        foreach (var field in levels.GroupBy(level => level.Field))
        {
            bars.AddHeading(field.Key);
            foreach (var level in field)
            {
                bars.Add(words.Name("level", level.Level), 0, level.WeightBits, level.WeightBits < 0 ? "lost" : "kept");
            }
        }

        return bars.Draw(words["weights"]);
    }

    static Markup Waterfall(PairExplanation pair, Words words)
    {
        double sum = 0, low = 0, high = 0;
        foreach (var term in Told(pair))
        {
            sum += term.Bits;
            (low, high) = (Math.Min(low, sum), Math.Max(high, sum));
        }

        var bars = new BitBars(low, high);
        sum = 0;
        foreach (var term in Told(pair))
        {
            bars.Add(NameOf(term, words), sum, sum + term.Bits, term.Bits < 0 ? "lost" : "kept", term.Bits);
            sum += term.Bits;
        }

        bars.Add(words["term.sum"], 0, sum, "sum");
        return bars.Draw(words["waterfall"]);
    }

    static IReadOnlyList<PairExplanation> Example(LinkResult result)
    {
        var weakest = result.Pairs.Where(pair => pair.Class == MatchClass.Match).OrderBy(pair => pair.Probability).ThenBy(pair => pair.Left).FirstOrDefault();
        return weakest is null ? [] : [result.Explain(weakest.Left, weakest.Right)];
    }

    static string Whole(double number) => number.ToString("N0", CultureInfo.InvariantCulture);

    static string Blocking(PairCompleteness found, Words words) => double.IsNaN(found.Estimate)
        ? words["blocking.unknown"] : words.Say("blocking", Percent(found.Estimate), Percent(found.Low), Percent(found.High));

    static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    static string Probability(double probability) => probability.ToString("0.0000", CultureInfo.InvariantCulture);
}
