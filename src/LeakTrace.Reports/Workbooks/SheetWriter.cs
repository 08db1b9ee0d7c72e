using System.Globalization;
using System.Text;
using LeakTrace.Reports.Tables;

namespace LeakTrace.Reports.Workbooks;

/// <summary>Writes the rows and cells of one sheet, from left to right and top to bottom.</summary>
sealed class SheetWriter
{
    readonly PartWriter _part;
    readonly List<byte[]> _letters = [];
    readonly byte[][] _styles = [.. Enum.GetValues<CellStyle>().Select(style => Encoding.ASCII.GetBytes(
        ((int)style).ToString(CultureInfo.InvariantCulture)))];
    int _column;

    public SheetWriter(PartWriter part) => _part = part;

    /// <summary>1-based row that is being written.</summary>
    public int Row { get; private set; }

    /// <summary>Begins the next row; its height in points where it is not the usual one.</summary>
    public void BeginRow(double height = 0)
    {
        Row++;
        _column = 0;
        _part.Raw("<row r=\""u8);
        _part.Number(Row);
        if (height > 0)
        {
            _part.Raw("\" ht=\""u8);
            _part.Number(height);
            _part.Raw("\" customHeight=\"1"u8);
        }

        _part.Raw("\">"u8);
    }

    /// <summary>Ends the row.</summary>
    public void EndRow() => _part.Raw("</row>"u8);

    /// <summary>Leaves a cell out.</summary>
    public void Skip() => _column++;

    /// <summary>Writes text, neutral where a spreadsheet could run it; empty text leaves an empty cell with its looks.</summary>
    public void Text(string text, CellStyle style = CellStyle.General)
    {
        if (text.Length == 0)
        {
            Empty(style);
            return;
        }

        Open(style);
        var neutral = FormulaGuard.Neutral(text);
        var isPadded = char.IsWhiteSpace(neutral[0]) || char.IsWhiteSpace(neutral[^1]) || neutral.AsSpan().ContainsAny('\n', '\r');
        _part.Raw(isPadded ? "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8 : "\" t=\"inlineStr\"><is><t>"u8);
        _part.Text(neutral);
        _part.Raw("</t></is></c>"u8);
    }

    /// <summary>Writes a whole number.</summary>
    public void Number(long number, CellStyle style = CellStyle.Whole)
    {
        Open(style);
        _part.Raw("\"><v>"u8);
        _part.Number(number);
        _part.Raw("</v></c>"u8);
    }

    /// <summary>Writes a value of a table; numbers as the table's files have them.</summary>
    public void Value(Cell cell, CellStyle style)
    {
        switch (cell.Kind)
        {
            case CellKind.Text:
                Text(cell.AsText, style);
                break;
            case CellKind.Integer:
                Number(cell.AsInteger, style);
                break;
            case CellKind.Boolean:
                Open(style);
                _part.Raw(cell.AsBoolean ? "\" t=\"b\"><v>1</v></c>"u8 : "\" t=\"b\"><v>0</v></c>"u8);
                break;
            case CellKind.Rounded:
                Open(style);
                _part.Raw("\"><v>"u8);
                Span<byte> digits = stackalloc byte[SignificantDigits.MostCharacters];
                _part.Raw(digits[..SignificantDigits.Write(cell.AsNumber, digits)]);
                _part.Raw("</v></c>"u8);
                break;
            case CellKind.Exact:
                Open(style);
                _part.Raw("\"><v>"u8);
                _part.Number(cell.AsNumber);
                _part.Raw("</v></c>"u8);
                break;
            default:
                Skip();
                break;
        }
    }

    /// <summary>Writes a formula with the value it has, so that it shows where nothing calculates.</summary>
    public void Formula(string formula, double value, CellStyle style)
    {
        Open(style);
        _part.Raw("\"><f>"u8);
        _part.Text(formula);
        _part.Raw("</f><v>"u8);
        _part.Number(value);
        _part.Raw("</v></c>"u8);
    }

    /// <summary>Letters of a 0-based column.</summary>
    public static string Letters(int column) =>
        (column >= 26 ? Letters(column / 26 - 1) : "") + (char)('A' + column % 26);

    void Empty(CellStyle style)
    {
        if (style == CellStyle.General)
        {
            Skip();
            return;
        }

        Open(style);
        _part.Raw("\"/>"u8);
    }

    void Open(CellStyle style)
    {
        while (_letters.Count <= _column)
        {
            _letters.Add(Encoding.ASCII.GetBytes(Letters(_letters.Count)));
        }

        _part.Raw("<c r=\""u8);
        _part.Raw(_letters[_column]);
        _part.Number(Row);
        if (style != CellStyle.General)
        {
            _part.Raw("\" s=\""u8);
            _part.Raw(_styles[(int)style]);
        }

        _column++;
    }
}
