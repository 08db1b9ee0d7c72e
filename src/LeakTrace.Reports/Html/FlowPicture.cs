using System.Globalization;
using System.Text;
using LeakTrace.Engine.Tracing;

namespace LeakTrace.Reports.Html;

/// <summary>
/// Who sold to whom, drawn from left to right: sellers, their buyers, the buyers of these. A curve is as wide as there are valid rows; what it
/// carries stands on it. Everything in it stands in the table below as well.
/// </summary>
static class FlowPicture
{
    const double BoxWidth = 104;
    const double BoxHeight = 34;
    const double CurveWidth = 72;
    const double LabelWidth = 152;
    const double Slot = 32;
    const double Gap = 20;
    const double Margin = 16;
    const double Widest = 9;
    const int LongestName = 14;

    public static Markup Draw(IReadOnlyList<FlowLine> flows, Words words)
    {
        var columns = FlowColumns.Of(flows);
        var boxes = Boxes(columns, flows);
        var bottom = boxes.Values.Max(box => box.Y + box.Height);
        var goesBack = flows.Any(flow => boxes[flow.Seller].X >= boxes[flow.Buyer].X);
        var width = (2 * Margin) + boxes.Values.Max(box => box.X) + BoxWidth + (goesBack ? 60 : 0);
        var height = bottom + Margin + (goesBack ? 50 : 0);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"<svg class=\"flow\" role=\"img\" aria-label=\"{Escaped(words["flow.caption"])}\" viewBox=\"0 0 {width:0} {height:0}\" width=\"{width:0}\" height=\"{height:0}\">\n");
        var labels = new StringBuilder();
        var most = Math.Max(1, flows.Max(flow => flow.Valid));
        foreach (var flow in flows)
        {
            Draw(flow, flows, boxes, (double)flow.Valid / most, height, words, text, labels);
        }

        foreach (var (name, box) in boxes.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"<g><title>{Escaped(name)}</title><rect class=\"party\" x=\"{box.X:0.#}\" y=\"{box.Y:0.#}\" width=\"{BoxWidth:0}\" height=\"{box.Height:0.#}\" rx=\"6\"/>");
            text.Append(CultureInfo.InvariantCulture, $"<text class=\"party\" x=\"{box.X + (BoxWidth / 2):0.#}\" y=\"{box.Y + (box.Height / 2) + 5:0.#}\">{Escaped(Short(name))}</text></g>\n");
        }

        return new Markup(text.Append(labels).Append("</svg>\n").ToString());
    }

    /// <summary>A box is as high as the lines that come in need; columns are centred beside each other.</summary>
    static Dictionary<string, (double X, double Y, double Height)> Boxes(List<List<string>> columns, IReadOnlyList<FlowLine> flows)
    {
        double HeightOf(string party) => Math.Max(BoxHeight, Slot * flows.Count(flow => flow.Buyer == party));
        var heights = columns.ConvertAll(column => column.Sum(HeightOf) + (Gap * (column.Count - 1)));
        var boxes = new Dictionary<string, (double, double, double)>(StringComparer.Ordinal);
        for (var column = 0; column < columns.Count; column++)
        {
            var y = Margin + ((heights.Max() - heights[column]) / 2);
            foreach (var party in columns[column])
            {
                boxes[party] = (Margin + (column * (BoxWidth + CurveWidth + LabelWidth)), y, HeightOf(party));
                y += HeightOf(party) + Gap;
            }
        }

        return boxes;
    }

    static void Draw(
        FlowLine flow, IReadOnlyList<FlowLine> flows, Dictionary<string, (double X, double Y, double Height)> boxes, double share, double height, Words words,
        StringBuilder text, StringBuilder labels)
    {
        var (from, to) = (boxes[flow.Seller], boxes[flow.Buyer]);
        var outgoing = flows.Where(other => other.Seller == flow.Seller).OrderBy(other => boxes[other.Buyer].Y).ThenBy(other => other.Buyer, StringComparer.Ordinal).ToList();
        var incoming = flows.Where(other => other.Buyer == flow.Buyer).OrderBy(other => boxes[other.Seller].Y).ThenBy(other => other.Seller, StringComparer.Ordinal).ToList();
        var fromX = from.X + BoxWidth;
        var fromY = from.Y + (from.Height * (outgoing.IndexOf(flow) + 1) / (outgoing.Count + 1));
        var toY = to.Y + (to.Height * (incoming.IndexOf(flow) + 0.5) / incoming.Count);
        var labelX = to.X - LabelWidth;
        var stroke = 1.2 + (Widest * Math.Sqrt(share));

        // What goes back runs below everything, and comes in from the left as all others.
        var way = fromX > labelX
            ? string.Create(CultureInfo.InvariantCulture, $"M{fromX:0.#} {fromY:0.#}C{fromX + 70:0.#} {fromY:0.#} {fromX + 70:0.#} {height - 12:0.#} {fromX - 20:0.#} {height - 12:0.#}H{labelX + 30:0.#}C{labelX - 40:0.#} {height - 12:0.#} {labelX - 40:0.#} {toY:0.#} {labelX + 20:0.#} {toY:0.#}H{to.X:0.#}")
            : string.Create(CultureInfo.InvariantCulture, $"M{fromX:0.#} {fromY:0.#}C{(fromX + labelX) / 2:0.#} {fromY:0.#} {(fromX + labelX) / 2:0.#} {toY:0.#} {labelX:0.#} {toY:0.#}H{to.X:0.#}");
        text.Append(CultureInfo.InvariantCulture, $"<path class=\"flow\" d=\"{way}\" stroke-width=\"{stroke:0.#}\"><title>{Escaped(flow.Seller)} → {Escaped(flow.Buyer)}</title></path>\n");
        var middle = to.X - (LabelWidth / 2);
        var rows = words.Say("flow.rows", flow.Valid.ToString("N0", CultureInfo.InvariantCulture));
        var dates = Dates(flow);
        labels.Append(CultureInfo.InvariantCulture, $"<text class=\"flow\" x=\"{middle:0.#}\" y=\"{toY + (dates.Length > 0 ? -2 : 4):0.#}\">{Escaped(rows)}");
        labels.Append(dates.Length > 0 ? string.Create(CultureInfo.InvariantCulture, $"<tspan class=\"when\" x=\"{middle:0.#}\" dy=\"13\">{Escaped(dates)}</tspan>") : "").Append("</text>\n");
    }

    /// <summary>First and last day, or one where they are the same.</summary>
    public static string Dates(FlowLine flow)
    {
        var (first, last) = (Day(flow.FirstSentAt), Day(flow.LastSentAt));
        return first.Length == 0 ? "" : first == last ? first : $"{first} – {last}";
    }

    static string Day(string instant) => instant.Length >= 10 ? instant[..10] : instant;

    static string Short(string name) => name.Length <= LongestName ? name : name[..(LongestName - 1)] + "…";

    static string Escaped(string text)
    {
        var page = new Page();
        page.Add($"{text}");
        return page.ToString();
    }
}
