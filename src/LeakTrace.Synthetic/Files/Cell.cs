namespace LeakTrace.Synthetic.Files;

/// <summary>A cell as a spreadsheet types it; text formats write <see cref="Text"/> whatever the kind.</summary>
readonly record struct Cell(CellKind Kind, string Text, double Number)
{
    public static readonly Cell Empty = new(CellKind.Empty, "", 0);

    public static Cell Of(string? text) => string.IsNullOrEmpty(text) ? Empty : new Cell(CellKind.Text, text, 0);

    public static Cell OfNumber(string digits) =>
        new(CellKind.Number, digits, double.Parse(digits, CultureInfo.InvariantCulture));

    /// <summary>
    /// A date as Excel's serial in the 1900 system; <paramref name="text"/> is what a text format shows.
    /// </summary>
    public static Cell OfDate(DateOnly date, string text) =>
        new(CellKind.Date, text, date.DayNumber - new DateOnly(1899, 12, 30).DayNumber);
}
