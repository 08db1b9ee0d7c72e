namespace LeakTrace.Reports.Workbooks;

/// <summary>A column of a sheet.</summary>
/// <param name="Header">Header.</param>
/// <param name="Width">Width in characters of the usual font.</param>
/// <param name="Style">Looks of its cells.</param>
sealed record ColumnPlan(string Header, double Width, CellStyle Style = CellStyle.General)
{
    const double Narrowest = 7;
    const double Widest = 46;

    /// <summary>Whether it holds numbers, which stand to the right.</summary>
    public bool IsNumeric => Style is CellStyle.Whole or CellStyle.OneDecimal or CellStyle.Amount or CellStyle.FourDecimals or CellStyle.Percent
        or CellStyle.Number or CellStyle.StrongWhole;

    /// <summary>A column as wide as the widest of its texts, within limits; Han characters take two places.</summary>
    public static ColumnPlan Fitting(string header, IEnumerable<string> texts, CellStyle style)
    {
        // A header may wrap once at most.
        var most = Math.Max(Narrowest, Places(header) / (Places(header) > 12 ? 1.6 : 1) + 3);
        foreach (var text in texts)
        {
            most = Math.Max(most, Places(text) + 2);
        }

        return new ColumnPlan(header, Math.Min(Math.Round(most), Widest), style);
    }

    /// <summary>Places that a text takes on a line.</summary>
    public static double Places(string text)
    {
        double places = 0;
        foreach (var unit in text)
        {
            places += unit >= 0x1100 ? 2 : 1;
        }

        return places;
    }
}
