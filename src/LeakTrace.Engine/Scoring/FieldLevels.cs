using LeakTrace.Engine.Comparison;

namespace LeakTrace.Engine.Scoring;

/// <summary>
/// Names of the levels of every field, and the values of m to start from: what lists retyped by hand and masked for
/// resale look like. They are the prior of estimation, worth <see cref="PriorPairs"/> pairs, and stand alone where there is too little data.
/// </summary>
public static class FieldLevels
{
    /// <summary>Weight of the starting values of m, in matching pairs.</summary>
    public const double PriorPairs = 20;

    static readonly string[][] _levelNames =
    [
        ["absent", "different", "surname", "mask-common", "mask-rare", "one-character", "alike-character", "toneless-pinyin",
            "toned-pinyin", "exact-very-common", "exact-common", "exact-uncommon", "exact-rare"],
        ["absent", "different", "surname", "mask", "mask", "one-character", "alike-character", "toneless-pinyin", "toned-pinyin", "exact"],
        ["absent", "different", "weak-mask", "near", "mask", "one-digit", "transposed", "exact"],
        ["absent", "different", "weak-mask", "mask", "nearly-same", "exact"],
        ["absent", "different", "same-month", "typo", "one-day", "exact"],
        ["absent", "different", "same-month", "typo", "one-day", "exact"],
        ["absent", "different", "possible", "same-large", "same-middling", "same-small"],
        ["absent", "different", "similar", "fits", "same-numbers", "exact"],
        ["absent", "different", "nearly-same", "exact"],
    ];

    static readonly double[][] _startingM =
    [
        [0, 0.010, 0.010, 0.060, 0.030, 0.015, 0.025, 0.015, 0.015, 0.20, 0.20, 0.21, 0.21],
        [0, 0.030, 0.030, 0.030, 0.010, 0.020, 0.030, 0.020, 0.020, 0.81],
        [0, 0.020, 0.004, 0.006, 0.060, 0.040, 0.020, 0.850],
        [0, 0.010, 0.010, 0.050, 0.030, 0.900],
        [0, 0.020, 0.015, 0.015, 0.050, 0.900],
        [0, 0.020, 0.015, 0.015, 0.050, 0.900],
        [0, 0.030, 0.060, 0.350, 0.330, 0.230],
        [0, 0.060, 0.120, 0.100, 0.120, 0.600],
        [0, 0.020, 0.030, 0.950],
    ];

    /// <summary>Most that m of a plain difference may come to: beyond it the pairs are of other people, whatever else they share.</summary>
    static readonly double[] _mostDifferent = [0.01, 0.06, 0.12, 0.01, 0.06, 0.02, 0.15, 0.20, 0.02];

    static readonly string[] _fieldNames =
        ["name", "related-name", "phone", "national-id", "event-date", "birth-date", "institution", "address", "waybill"];

    /// <summary>Name of a field.</summary>
    public static string NameOf(PersonField field) => _fieldNames[(int)field];

    /// <summary>Number of levels of a field, absent included.</summary>
    public static int CountOf(PersonField field) => _levelNames[(int)field].Length;

    /// <summary>Name of a level.</summary>
    public static string NameOf(PersonField field, int level) => _levelNames[(int)field][level];

    /// <summary>Starting probability of a level among matches in which the field is present on both sides.</summary>
    public static double StartingMOf(PersonField field, int level) => _startingM[(int)field][level];

    /// <summary>Largest m that estimation may give to the level <c>different</c> of a field.</summary>
    public static double MostDifferentOf(PersonField field) => _mostDifferent[(int)field];
}
