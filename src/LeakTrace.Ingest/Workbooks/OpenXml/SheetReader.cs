using System.Globalization;
using System.Text;
using System.Xml;
using LeakTrace.Ingest.Text;

namespace LeakTrace.Ingest.Workbooks.OpenXml;

/// <summary>
/// Reads the rows of a sheet as they stand, one element after another: what the sheet claims of its extent is not asked, and a cell far away costs no
/// more than a near one. Missing references, any namespace prefix and the strict variant are understood.
/// </summary>
sealed class SheetReader
{
    const int MostRows = 1_048_576;
    const int MostHiddenShown = 12;

    readonly WorkbookValues _values;
    readonly SheetRow _row = new();
    readonly StringBuilder _text = new();
    readonly char[] _buffer = new char[1024];
    readonly List<string> _hiddenColumns = [];
    SheetTotals _totals;
    MergedColumns _merges = new([]);
    bool _rowsHidden;
    bool _hidden;
    int _lastRow;
    int _column;

    /// <summary>Creates a reader of one sheet.</summary>
    public SheetReader(WorkbookValues values) => _values = values;

    /// <summary>Pushes a sheet: its part is opened twice, first for the merged ranges.</summary>
    public void Read(PackageParts parts, SheetPart sheet, IRowSink sink, CancellationToken cancellation)
    {
        sink.BeginSheet(sheet.Name, sheet.IsHidden);
        using (var part = parts.Open(sheet.Path)!)
        {
            _merges = new MergedColumns(MergedCells.Find(part, cancellation));
        }

        try
        {
            using var xml = PartXml.Open(parts.Open(sheet.Path)!);
            ReadRows(xml, sheet.IsHidden, sink, cancellation);
        }
        finally
        {
            sink.Correct(_totals.Errors - _merges.Repeated);
            _totals.Report(sink, sheet.Name, _hiddenColumns);
        }

        sink.EndSheet();
    }

    void ReadRows(XmlReader xml, bool allHidden, IRowSink sink, CancellationToken cancellation)
    {
        var inRow = false;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                switch (xml.LocalName)
                {
                    case "row":
                        StartRow(xml, cancellation);
                        inRow = !xml.IsEmptyElement;
                        break;
                    case "c" when inRow:
                        ReadCell(xml);
                        break;
                    case "sheetFormatPr":
                        _rowsHidden = PartXml.IsTrue(PartXml.Attribute(xml, "zeroHeight"));
                        break;
                    case "col":
                        ReadColumn(xml);
                        break;
                    default:
                        break;
                }
            }
            else if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "row" && inRow)
            {
                inRow = false;
                _merges.Complete(_row);
                if (_row.Number is > 0 and <= MostRows && !_row.Push(sink, allHidden || _hidden))
                {
                    break;
                }
            }
            else if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "sheetData")
            {
                break;
            }
        }
    }

    void StartRow(XmlReader xml, CancellationToken cancellation)
    {
        var number = _lastRow + 1;
        var hidden = _rowsHidden;
        while (xml.MoveToNextAttribute())
        {
            if (xml.LocalName == "r" && int.TryParse(xml.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given > 0)
            {
                number = given;
            }
            else if (xml.LocalName == "hidden")
            {
                hidden = PartXml.IsTrue(xml.Value);
            }
        }

        xml.MoveToElement();
        if (number <= _lastRow || number > MostRows)
        {
            _totals.AddMisplaced(number);
            number = number > MostRows ? 0 : _lastRow + 1;
        }

        if (number > 0 && number <= MostRows)
        {
            _lastRow = number;
        }

        if ((number & 0xFFF) == 0)
        {
            cancellation.ThrowIfCancellationRequested();
        }

        _hidden = hidden;
        _row.Start(number);
        _column = -1;
    }

    void ReadCell(XmlReader xml)
    {
        var type = CellType.Number;
        var style = 0;
        var column = _column + 1;
        while (xml.MoveToNextAttribute())
        {
            switch (xml.LocalName)
            {
                case "r":
                    column = CellReference.Read(xml.Value).Column is >= 0 and var given ? given : column;
                    break;
                case "t":
                    type = CellTypes.Of(xml.Value);
                    break;
                case "s":
                    _ = int.TryParse(xml.Value, NumberStyles.None, CultureInfo.InvariantCulture, out style);
                    break;
                default:
                    break;
            }
        }

        xml.MoveToElement();
        _column = column;
        if (!xml.IsEmptyElement)
        {
            ReadValue(xml, column, type, style);
        }
    }

    void ReadValue(XmlReader xml, int column, CellType type, int style)
    {
        var depth = xml.Depth;
        var hasFormula = false;
        _text.Clear();
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "v")
            {
                _text.Clear();
                PartXml.AppendText(xml, _text, SheetRow.LongestCell, _buffer);
            }
            else if (xml.LocalName == "is")
            {
                type = CellType.Text;
                SharedTexts.ReadRuns(xml, _text, _buffer);
            }
            else
            {
                hasFormula |= xml.LocalName == "f";
            }
        }

        if (hasFormula && _text.Length == 0 && type != CellType.Text)
        {
            _totals.AddUncached(_row.Number);
        }

        if (type == CellType.Error && _text.Length > 0)
        {
            _totals.AddError(_row.Number);
        }
        else if (column >= RowBuffer.MostCells)
        {
            _totals.AddMisplaced(_row.Number);
        }
        else
        {
            _values.Add(_row, column, type, style, _text);
        }
    }

    void ReadColumn(XmlReader xml)
    {
        if (!PartXml.IsTrue(PartXml.Attribute(xml, "hidden"))
            || !int.TryParse(PartXml.Attribute(xml, "min"), NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            || !int.TryParse(PartXml.Attribute(xml, "max"), NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            || first is < 1 or > RowBuffer.MostCells || last < first || _hiddenColumns.Count >= MostHiddenShown)
        {
            return;
        }

        _hiddenColumns.Add(last == first
            ? CellReference.Letters(first - 1)
            : $"{CellReference.Letters(first - 1)} to {CellReference.Letters(Math.Min(last, RowBuffer.MostCells) - 1)}");
    }
}
