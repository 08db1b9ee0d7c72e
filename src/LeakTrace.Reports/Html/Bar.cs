using System.Globalization;

namespace LeakTrace.Reports.Html;

/// <summary>Small pictures of numbers, as SVG that stretches with its cell. The number itself always stands beside in text.</summary>
static class Bar
{
    const double Width = 1000;

    /// <summary>A bar from one value to another on an axis from zero to <paramref name="most"/>.</summary>
    /// <param name="from">One end.</param>
    /// <param name="to">The other end.</param>
    /// <param name="most">End of the axis.</param>
    /// <param name="kind">Class for the colour: kept, lost, part or other.</param>
    public static Markup Span(double from, double to, double most, string kind)
    {
        var (left, right) = (At(Math.Min(from, to), most), At(Math.Max(from, to), most));

        // What is there at all is to be seen.
        var width = to != from ? Math.Max(right - left, 3) : 0;
        return Frame($"<rect class=\"{kind}\" x=\"{Number(Math.Min(left, Width - width))}\" y=\"0\" width=\"{Number(width)}\" height=\"10\"/>");
    }

    /// <summary>An interval with its estimate.</summary>
    public static Markup Whisker(double low, double estimate, double high, double most)
    {
        if (!double.IsFinite(low) || !double.IsFinite(high) || !double.IsFinite(estimate))
        {
            return new Markup("");
        }

        var (left, middle, right) = (At(low, most), At(estimate, most), At(high, most));
        return Frame(
            $"<rect class=\"rail\" x=\"0\" y=\"4.6\" width=\"{Number(Width)}\" height=\"0.8\"/>"
            + $"<rect class=\"whisker\" x=\"{Number(left)}\" y=\"3\" width=\"{Number(Math.Max(right - left, 2))}\" height=\"4\"/>"
            + $"<rect class=\"tick\" x=\"{Number(Math.Clamp(middle - 3, 0, Width - 6))}\" y=\"0\" width=\"6\" height=\"10\"/>");
    }

    /// <summary>A bar to the left of the middle for negative values, to the right for positive ones.</summary>
    public static Markup Signed(double value, double most)
    {
        var half = Width / 2;
        var length = double.IsFinite(value) ? Math.Clamp(Math.Abs(value) / Math.Max(most, 1e-9), 0, 1) * half : 0;
        return Frame(
            $"<rect class=\"{(value < 0 ? "lost" : "kept")}\" x=\"{Number(value < 0 ? half - length : half)}\" y=\"0\" width=\"{Number(length)}\" "
            + $"height=\"10\"/><rect class=\"axis\" x=\"{Number(half - 1)}\" y=\"0\" width=\"2\" height=\"10\"/>");
    }

    static double At(double value, double most) => most > 0 ? Math.Clamp(value / most, 0, 1) * Width : 0;

    static Markup Frame(string shapes) =>
        new($"<svg class=\"bar\" viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">{shapes}</svg>");

    static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
