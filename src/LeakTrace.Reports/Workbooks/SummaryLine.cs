namespace LeakTrace.Reports.Workbooks;

/// <summary>A line of the summary: a name, a text or number, and what it means.</summary>
sealed record SummaryLine(string Name, CellStyle NameStyle, object Value, CellStyle ValueStyle, string Meaning)
{
    const double MeaningPlaces = 78;
    const double LineHeight = 13.5;

    /// <summary>A line that begins a part.</summary>
    public static SummaryLine Heading(string text) => new(text, CellStyle.Header, "", CellStyle.Header, "");

    /// <summary>A line of text alone.</summary>
    public static SummaryLine Sentence(string text) => new("", CellStyle.General, "", CellStyle.General, text);

    /// <summary>Writes the cells.</summary>
    public void Write(SheetWriter sheet)
    {
        sheet.Text(Name, NameStyle);
        switch (Value)
        {
            case long whole:
                sheet.Number(whole, ValueStyle);
                break;
            case int whole:
                sheet.Number(whole, ValueStyle);
                break;
            case double number when double.IsFinite(number):
                sheet.Value(Tables.Cell.Rounded(number), ValueStyle);
                break;
            case string text:
                sheet.Text(text, ValueStyle);
                break;
            default:
                sheet.Skip();
                break;
        }

        sheet.Text(Meaning, NameStyle == CellStyle.Header ? CellStyle.Header : CellStyle.Wrapped);
    }

    /// <summary>Height that the meaning needs; 0 for a line as high as others.</summary>
    public double Height => Math.Ceiling(ColumnPlan.Places(Meaning) * 1.08 / MeaningPlaces) is > 1 and var lines ? lines * LineHeight + 2 : 0;
}
