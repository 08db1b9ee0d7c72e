using System.Globalization;
using System.Text;

namespace LeakTrace.Ingest.Workbooks.OpenXml;

/// <summary>Turns stored values into the text that normalisation reads.</summary>
sealed class WorkbookValues
{
    // Numbers of so many digits are exact in a double and shown as they stand.
    const int MostExactDigits = 15;

    readonly IReadOnlyList<string> _texts;
    readonly IReadOnlyList<CellFormat> _formats;
    readonly bool _is1904;
    readonly char[] _buffer = new char[SheetRow.LongestCell];

    /// <summary>Creates the values of a workbook.</summary>
    public WorkbookValues(IReadOnlyList<string> texts, IReadOnlyList<CellFormat> formats, bool is1904)
    {
        _texts = texts;
        _formats = formats;
        _is1904 = is1904;
    }

    /// <summary>Adds the cell's text to the row: as <see cref="WorkbookCells"/> says of dates and numbers.</summary>
    public void Add(SheetRow row, int column, CellType type, int style, StringBuilder stored)
    {
        if (stored.Length == 0)
        {
            return;
        }

        if (type == CellType.Text)
        {
            EscapedText.Undo(stored);
        }

        stored.CopyTo(0, _buffer, stored.Length);
        var text = (ReadOnlySpan<char>)_buffer.AsSpan(0, stored.Length);
        switch (type)
        {
            case CellType.Shared:
                if (int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) && number < _texts.Count)
                {
                    row.Add(column, _texts[number]);
                }

                break;
            case CellType.Text:
                row.Add(column, text);
                break;
            case CellType.Boolean:
                row.Add(column, text.Trim() is "1" or "true" ? "TRUE" : "FALSE");
                break;
            case CellType.IsoDate:
                row.Add(column, DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) ? WorkbookCells.Text(time) : text);
                break;
            case CellType.Number:
                AddNumber(row, column, style, text);
                break;
            default:
                break;
        }
    }

    void AddNumber(SheetRow row, int column, int style, ReadOnlySpan<char> text)
    {
        var format = (uint)style < (uint)_formats.Count ? _formats[style] : CellFormat.Number;
        if (format == CellFormat.Number && text.Length <= MostExactDigits && !text.ContainsAnyExceptInRange('0', '9') && text[0] != '0')
        {
            row.Add(column, text);
        }
        else if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            row.Add(column, text.Trim());
        }
        else
        {
            row.Add(column, format switch
            {
                CellFormat.Date => WorkbookCells.OfSerial(number, _is1904),
                CellFormat.Duration => WorkbookCells.OfDuration(number),
                _ => WorkbookCells.Text(number),
            });
        }
    }
}
