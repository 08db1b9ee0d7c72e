using System.Globalization;

namespace LeakTrace.Reports.Html;

/// <summary>Numbers as people read them.</summary>
static class Figures
{
    /// <summary>A dash where there is no number.</summary>
    public const string None = "–";

    public static string Whole(double number) => double.IsFinite(number) ? Math.Round(number).ToString("N0", CultureInfo.InvariantCulture) : None;

    /// <summary>People, which soft matches make fractions of: a decimal where they are few.</summary>
    public static string People(double number) => Math.Abs(number) switch
    {
        double.NaN => None,
        0 => "0",
        < 0.05 => "<0.1",
        < 10 => number.ToString("0.0", CultureInfo.InvariantCulture),
        _ => Whole(number),
    };

    public static string Percent(double share) => share switch
    {
        double.NaN => None,
        0 => "0%",
        < 0.00001 => "<0.001%",
        < 0.001 => (share * 100).ToString("0.000", CultureInfo.InvariantCulture) + "%",
        < 0.1 => (share * 100).ToString("0.00", CultureInfo.InvariantCulture) + "%",
        _ => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%",
    };

    /// <summary>The ends of an interval with the sign once.</summary>
    public static string Interval(double low, double high) =>
        double.IsFinite(low) && double.IsFinite(high) ? $"{Percent(low).TrimEnd('%')}–{Percent(high)}" : None;

    public static string Bits(double bits) => Math.Abs(bits) switch
    {
        double.NaN => None,
        < 10 => bits.ToString("0.0", CultureInfo.InvariantCulture),
        _ => Whole(bits),
    };

    public static string SignedBits(double bits) => double.IsFinite(bits) ? bits.ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture) : None;

    public static string Hours(double hours) => double.IsFinite(hours) ? hours.ToString("0.#", CultureInfo.InvariantCulture) : None;

    /// <summary>A small probability with three digits.</summary>
    public static string Probability(double probability) => probability switch
    {
        double.NaN => None,
        0 => "0",
        < 0.001 => probability.ToString("0.0E+0", CultureInfo.InvariantCulture),
        _ => probability.ToString("0.###", CultureInfo.InvariantCulture),
    };
}
