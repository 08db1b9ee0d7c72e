namespace LeakTrace.Reports.Tables;

/// <summary>A value of a table, the same for every format that the table is written in.</summary>
readonly struct Cell
{
    readonly long _bits;
    readonly string? _text;

    Cell(CellKind kind, long bits, string? text = null)
    {
        Kind = kind;
        _bits = bits;
        _text = text;
    }

    public CellKind Kind { get; }

    public string AsText => _text ?? "";

    public long AsInteger => _bits;

    public double AsNumber => BitConverter.Int64BitsToDouble(_bits);

    public bool AsBoolean => _bits != 0;

    public static Cell Of(string text) => new(CellKind.Text, 0, text);

    public static Cell Of(long number) => new(CellKind.Integer, number);

    public static Cell Of(bool value) => new(CellKind.Boolean, value ? 1 : 0);

    /// <summary>A number from 1; empty for zero, which stands for none (a rank, a row).</summary>
    public static Cell OfNumbered(int number) => number == 0 ? default : Of(number);

    /// <summary>Six significant digits; empty where the number is not finite.</summary>
    public static Cell Rounded(double number) => Number(CellKind.Rounded, number);

    /// <summary>All digits; empty where the number is not finite.</summary>
    public static Cell Exact(double number) => Number(CellKind.Exact, number);

    /// <summary>An answer; empty where the question does not arise.</summary>
    public static Cell OfAnswer(bool? value) => value is { } answer ? Of(answer) : default;

    static Cell Number(CellKind kind, double number) =>
        double.IsFinite(number) ? new Cell(kind, BitConverter.DoubleToInt64Bits(number)) : default;
}
