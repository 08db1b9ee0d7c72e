using System.Globalization;
using System.Text;

namespace LeakTrace.Reports.Html;

/// <summary>Bars of bits about zero, one below another, each with its words to the left and its number to the right.</summary>
sealed class BitBars
{
    const double LabelWidth = 330;
    const double AxisWidth = 520;
    const double NumberWidth = 80;
    const double Row = 22;
    const double Top = 8;

    readonly StringBuilder _rows = new();
    readonly double _low;
    readonly double _high;
    double _y = Top;

    /// <summary>Creates a picture for bits between two numbers; zero is always within.</summary>
    public BitBars(double low, double high)
    {
        _low = Math.Min(0, low);
        _high = Math.Max(Math.Max(0, high), _low + 1);
    }

    /// <summary>Adds a line of words without a bar.</summary>
    public void AddHeading(string words)
    {
        _y += 6;
        _rows.Append(CultureInfo.InvariantCulture, $"<text class=\"head\" x=\"0\" y=\"{_y + 15:0.#}\">{Escaped(words)}</text>\n");
        _y += Row;
    }

    /// <summary>Adds a bar from one number of bits to another; the number is their difference unless it is said otherwise.</summary>
    public void Add(string words, double from, double to, string kind, double? number = null)
    {
        var bits = number ?? to - from;
        var left = At(Math.Min(from, to));
        var width = Math.Max(1, At(Math.Max(from, to)) - left);
        _rows.Append(CultureInfo.InvariantCulture, $"<text x=\"14\" y=\"{_y + 15:0.#}\">{Escaped(words)}</text>");
        _rows.Append(CultureInfo.InvariantCulture, $"<rect class=\"{kind}\" x=\"{left:0.#}\" y=\"{_y + 3:0.#}\" width=\"{width:0.#}\" height=\"{Row - 6:0.#}\"/>");
        _rows.Append(CultureInfo.InvariantCulture, $"<text class=\"n\" x=\"{LabelWidth + AxisWidth + NumberWidth - 6:0.#}\" y=\"{_y + 15:0.#}\">{bits.ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture)}</text>\n");
        _y += Row;
    }

    /// <summary>The picture.</summary>
    public Markup Draw(string caption)
    {
        var height = _y + 26;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"<svg class=\"bits\" role=\"img\" aria-label=\"{Escaped(caption)}\" viewBox=\"0 0 {LabelWidth + AxisWidth + NumberWidth:0} {height:0}\">\n");
        var step = StepOf(_high - _low);
        for (var tick = Math.Ceiling(_low / step) * step; tick <= _high; tick += step)
        {
            text.Append(CultureInfo.InvariantCulture, $"<path class=\"{(tick == 0 ? "zero" : "tick")}\" d=\"M{At(tick):0.#} {Top / 2:0.#}V{_y:0.#}\"/>");
            text.Append(CultureInfo.InvariantCulture, $"<text class=\"tick\" x=\"{At(tick):0.#}\" y=\"{_y + 16:0.#}\">{tick:0}</text>\n");
        }

        return new Markup(text.Append(_rows).Append("</svg>\n").ToString());
    }

    static double StepOf(double range) => range <= 8 ? 1 : range <= 20 ? 2 : range <= 50 ? 5 : range <= 120 ? 10 : 20;

    double At(double bits) => LabelWidth + (Math.Clamp(bits, _low, _high) - _low) / (_high - _low) * AxisWidth;

    static string Escaped(string text)
    {
        var page = new Page();
        page.Add($"{text}");
        return page.ToString();
    }
}
