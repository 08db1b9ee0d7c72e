using System.Globalization;
using LeakTrace.Engine.Scoring;
using LeakTrace.Engine.Tracing;

namespace LeakTrace.Reports.Html;

/// <summary>How the weight of one pair comes about: of the weakest match, which is the one to doubt first.</summary>
static class PairWaterfall
{
    public static void Write(TraceResult result, Words words, Page page)
    {
        var weakest = result.Matches.Where(line => line.Class == MatchClass.Match).MinBy(line => line.WeightBits);
        if (weakest is null)
        {
            return;
        }

        var terms = TermsOf(weakest, words);
        double sum = 0, low = 0, high = 0;
        foreach (var term in terms)
        {
            sum += term.Bits;
            (low, high) = (Math.Min(low, sum), Math.Max(high, sum));
        }

        var bars = new BitBars(low, high);
        sum = 0;
        foreach (var term in terms)
        {
            bars.Add(term.Name, sum, sum + term.Bits, term.Bits < 0 ? "lost" : "kept", term.Bits);
            sum += term.Bits;
        }

        bars.Add(words["pair.sum"], 0, sum, "sum", weakest.WeightBits);
        var place = weakest.Sheet.Length == 0 ? weakest.File : $"{weakest.File} ({weakest.Sheet})";
        page.Add($"<h3>{words["pair.heading"]}</h3>\n<p>{words.Say("pair.intro", place, weakest.Row, weakest.Source, weakest.Record, Figures.Probability(weakest.Probability))}</p>\n");
        page.Add($"<div class=\"picture\">{bars.Draw(words["pair.heading"])}</div>\n");
    }

    /// <summary>The terms of the evidence in its order, with the prior first: <c>phone=exact +31.7; prior -19.9; copy +1.2</c>.</summary>
    static List<Term> TermsOf(MatchLine match, Words words)
    {
        var terms = new List<Term>();
        foreach (var text in match.Terms())
        {
            var at = text.LastIndexOf(' ');
            var bits = double.Parse(text.AsSpan(at + 1), NumberStyles.Float, CultureInfo.InvariantCulture);
            var name = text[..at];
            if (name == "prior")
            {
                terms.Insert(0, new Term(words["pair.prior"], bits));
                continue;
            }

            var level = name.IndexOf('=', StringComparison.Ordinal);
            terms.Add(new Term(
                level < 0 ? words["pair." + name.Replace(' ', '-')] : $"{words.Name("field", name[..level])}: {words.Name("level", name[(level + 1)..])}", bits));
        }

        return terms;
    }

    sealed record Term(string Name, double Bits);
}
