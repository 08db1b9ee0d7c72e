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
    const double ColumnWidth = 300;
    const double RowHeight = 64;
    const double BoxWidth = 118;
    const double BoxHeight = 34;
    const double Margin = 14;
    const double Wide = 14;

    // More curves than this leave no room for two lines of text on each.
    const int FewCurves = 14;
    const int LongestName = 14;

    public static Markup Draw(IReadOnlyList<FlowLine> flows, Words words)
    {
        var columns = Columns(flows);
        var place = new Dictionary<string, (double X, double Y)>(StringComparer.Ordinal);
        var tallest = columns.Max(column => column.Count);
        for (var column = 0; column < columns.Count; column++)
        {
            var top = (tallest - columns[column].Count) * RowHeight / 2;
            for (var row = 0; row < columns[column].Count; row++)
            {
                place[columns[column][row]] = (Margin + (column * ColumnWidth), Margin + top + (row * RowHeight) + ((RowHeight - BoxHeight) / 2));
            }
        }

        var width = (2 * Margin) + ((columns.Count - 1) * ColumnWidth) + BoxWidth;
        var height = (2 * Margin) + (tallest * RowHeight) + (flows.Any(flow => IsBackward(flow, place)) ? RowHeight / 2 : 0);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"<svg class=\"flow\" role=\"img\" aria-label=\"{Escaped(words["flow.caption"])}\" viewBox=\"0 0 {width:0} {height:0}\" width=\"{width:0}\" height=\"{height:0}\">\n");
        var most = Math.Max(1, flows.Max(flow => flow.Valid));
        var labels = new StringBuilder();
        for (var i = 0; i < flows.Count; i++)
        {
            Curve(flows[i], place, most, height, text);
        }

        var taken = new List<(double X, double Y)>();
        foreach (var flow in flows.OrderByDescending(flow => flow.Valid).ThenBy(flow => flow.Seller, StringComparer.Ordinal).ThenBy(flow => flow.Buyer, StringComparer.Ordinal))
        {
            Label(flow, place, flows.Count <= FewCurves, height, taken, words, labels);
        }

        foreach (var (name, (x, y)) in place.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"<g><title>{Escaped(name)}</title><rect class=\"party\" x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{BoxWidth}\" height=\"{BoxHeight}\" rx=\"6\"/>");
            text.Append(CultureInfo.InvariantCulture, $"<text class=\"party\" x=\"{x + (BoxWidth / 2):0.#}\" y=\"{y + (BoxHeight / 2) + 5:0.#}\">{Escaped(Short(name))}</text></g>\n");
        }

        return new Markup(text.Append(labels).Append("</svg>\n").ToString());
    }

    static bool IsBackward(FlowLine flow, Dictionary<string, (double X, double Y)> place) => place[flow.Seller].X >= place[flow.Buyer].X;

    static void Curve(FlowLine flow, Dictionary<string, (double X, double Y)> place, long most, double height, StringBuilder text)
    {
        var stroke = 1.5 + (Wide * Math.Sqrt((double)flow.Valid / most) * 0.6);
        text.Append(CultureInfo.InvariantCulture, $"<path class=\"flow\" d=\"{Path(flow, place, height)}\" stroke-width=\"{stroke:0.#}\"><title>{Escaped(flow.Seller)} → {Escaped(flow.Buyer)}</title></path>\n");
    }

    static string Path(FlowLine flow, Dictionary<string, (double X, double Y)> place, double height)
    {
        var (fromX, fromY) = (place[flow.Seller].X + BoxWidth, place[flow.Seller].Y + (BoxHeight / 2));
        var (toX, toY) = (place[flow.Buyer].X, place[flow.Buyer].Y + (BoxHeight / 2));

        // What goes back runs below everything.
        return IsBackward(flow, place)
            ? string.Create(CultureInfo.InvariantCulture, $"M{fromX:0.#} {fromY:0.#}C{fromX + 60:0.#} {height - 8:0.#} {toX - 60:0.#} {height - 8:0.#} {toX:0.#} {toY:0.#}")
            : string.Create(CultureInfo.InvariantCulture, $"M{fromX:0.#} {fromY:0.#}C{(fromX + toX) / 2:0.#} {fromY:0.#} {(fromX + toX) / 2:0.#} {toY:0.#} {toX:0.#} {toY:0.#}");
    }

    static void Label(
        FlowLine flow, Dictionary<string, (double X, double Y)> place, bool isRoomy, double height, List<(double X, double Y)> taken, Words words, StringBuilder text)
    {
        var (fromX, fromY) = (place[flow.Seller].X + BoxWidth, place[flow.Seller].Y + (BoxHeight / 2));
        var (toX, toY) = (place[flow.Buyer].X, place[flow.Buyer].Y + (BoxHeight / 2));
        var below = IsBackward(flow, place);
        var lineHeight = isRoomy ? 30 : 15;
        var (x, y) = (0.0, 0.0);

        // Along its curve, wherever no other label stands.
        foreach (var share in (ReadOnlySpan<double>)[0.5, 0.36, 0.64, 0.25, 0.75, 0.3, 0.7, 0.43, 0.57])
        {
            (x, y) = below ? ((fromX + toX) / 2, height - 14) : At(fromX, fromY, toX, toY, share);
            if (!taken.Exists(other => Math.Abs(other.X - x) < 96 && Math.Abs(other.Y - y) < lineHeight))
            {
                break;
            }
        }

        taken.Add((x, y));
        var rows = words.Say("flow.rows", flow.Valid.ToString("N0", CultureInfo.InvariantCulture));
        text.Append(CultureInfo.InvariantCulture, $"<text class=\"flow\" x=\"{x:0.#}\" y=\"{y - (isRoomy ? 4 : -4):0.#}\">{Escaped(rows)}");
        if (isRoomy && flow.FirstSentAt.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"<tspan class=\"when\" x=\"{x:0.#}\" dy=\"14\">{Escaped(Dates(flow))}</tspan>");
        }

        text.Append("</text>\n");
    }

    /// <summary>First and last day, or one where they are the same.</summary>
    public static string Dates(FlowLine flow)
    {
        var (first, last) = (Day(flow.FirstSentAt), Day(flow.LastSentAt));
        return first.Length == 0 ? "" : first == last ? first : $"{first} – {last}";
    }

    static string Day(string instant) => instant.Length >= 10 ? instant[..10] : instant;

    /// <summary>A point of the curve: a cubic with both handles half way across.</summary>
    static (double X, double Y) At(double fromX, double fromY, double toX, double toY, double t)
    {
        var middle = (fromX + toX) / 2;
        double a = (1 - t) * (1 - t) * (1 - t), b = 3 * t * (1 - t) * (1 - t), c = 3 * t * t * (1 - t), d = t * t * t;
        return ((a * fromX) + ((b + c) * middle) + (d * toX), ((a + b) * fromY) + ((c + d) * toY));
    }

    /// <summary>Parties by their distance from the first sellers, neighbours of neighbours beside each other.</summary>
    static List<List<string>> Columns(IReadOnlyList<FlowLine> flows)
    {
        var parties = flows.SelectMany(flow => (string[])[flow.Seller, flow.Buyer]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var level = parties.ToDictionary(party => party, _ => 0, StringComparer.Ordinal);

        // The longest way from a first seller; whoever sells in a circle is not pushed on without end.
        for (var round = 0; round < parties.Count; round++)
        {
            foreach (var flow in flows.OrderBy(flow => flow.FirstSentAt, StringComparer.Ordinal))
            {
                var next = level[flow.Seller] + 1;
                if (level[flow.Buyer] < next && next < parties.Count && !Reaches(flow.Buyer, flow.Seller, flows))
                {
                    level[flow.Buyer] = next;
                }
            }
        }

        var columns = parties.GroupBy(party => level[party]).OrderBy(group => group.Key).Select(group => group.ToList()).ToList();
        for (var sweep = 0; sweep < 4; sweep++)
        {
            for (var column = 1; column < columns.Count; column++)
            {
                columns[column] = Sorted(columns[column], columns[column - 1], flows, party => flow => flow.Buyer == party ? flow.Seller : "");
            }

            for (var column = columns.Count - 2; column >= 0; column--)
            {
                columns[column] = Sorted(columns[column], columns[column + 1], flows, party => flow => flow.Seller == party ? flow.Buyer : "");
            }
        }

        return columns;
    }

    static List<string> Sorted(List<string> column, List<string> beside, IReadOnlyList<FlowLine> flows, Func<string, Func<FlowLine, string>> neighbour) =>
        [.. column.OrderBy(party =>
        {
            var places = flows.Select(neighbour(party)).Select(name => beside.IndexOf(name)).Where(at => at >= 0).ToList();
            return places.Count == 0 ? column.IndexOf(party) : places.Average();
        }).ThenBy(party => party, StringComparer.Ordinal)];

    static bool Reaches(string from, string to, IReadOnlyList<FlowLine> flows)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { from };
        var open = new Stack<string>([from]);
        while (open.TryPop(out var at))
        {
            if (at == to)
            {
                return true;
            }

            foreach (var flow in flows.Where(flow => flow.Seller == at && seen.Add(flow.Buyer)))
            {
                open.Push(flow.Buyer);
            }
        }

        return false;
    }

    static string Short(string name) => name.Length <= LongestName ? name : name[..(LongestName - 1)] + "…";

    static string Escaped(string text)
    {
        var page = new Page();
        page.Add($"{text}");
        return page.ToString();
    }
}
