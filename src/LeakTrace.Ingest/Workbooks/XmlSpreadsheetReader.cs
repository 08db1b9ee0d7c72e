using System.Globalization;
using System.Text;
using System.Xml;
using LeakTrace.Ingest.Text;
using LeakTrace.Ingest.Workbooks.OpenXml;

namespace LeakTrace.Ingest.Workbooks;

/// <summary>Reads Excel 2003 XML (SpreadsheetML): Worksheet, Row, Cell, Data, with Index, MergeDown and Hidden.</summary>
sealed class XmlSpreadsheetReader : ITableReader
{
    readonly Stream _stream;
    readonly ReadOptions _options;
    readonly SheetRow _row = new();
    readonly StringBuilder _text = new();
    readonly char[] _buffer = new char[1024];
    readonly SortedDictionary<int, (string Text, int LastRow)> _merged = [];
    SheetTotals _totals;
    long _repeated;
    int _lastRow;
    int _column;

    /// <summary>Creates a reader over a stream at its start.</summary>
    public XmlSpreadsheetReader(Stream stream, ReadOptions options)
    {
        _stream = stream;
        _options = options;
    }

    /// <inheritdoc/>
    public void Read(IRowSink sink, CancellationToken cancellation)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        sink.BeginFile(_options.Is1904, "");
        try
        {
            using var xml = PartXml.Open(_stream);
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Worksheet")
                {
                    cancellation.ThrowIfCancellationRequested();
                    ReadSheet(xml, sink, cancellation);
                }
            }
        }
        catch (Exception e) when (e is XmlException or ArgumentException)
        {
            throw new UnreadableFileException("broken-file",
                $"the Excel 2003 XML file is damaged ({e.GetType().Name}). Open it in a spreadsheet program and save it as .xlsx.");
        }
    }

    void ReadSheet(XmlReader xml, IRowSink sink, CancellationToken cancellation)
    {
        var name = PartXml.Attribute(xml, "Name") ?? "";
        var depth = xml.Depth;
        var isEmpty = xml.IsEmptyElement;
        var hidden = false;
        var inRow = false;
        var more = true;
        _lastRow = 0;
        _merged.Clear();
        _totals = default;
        _repeated = 0;
        sink.BeginSheet(name, hidden: false);
        while (!isEmpty && xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "Row" && inRow)
            {
                inRow = false;
                Complete();
                more = more && _row.Push(sink, hidden);
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Row")
            {
                hidden = PartXml.IsTrue(PartXml.Attribute(xml, "Hidden"));
                StartRow(xml);
                inRow = !xml.IsEmptyElement;
                if ((_lastRow & 0xFFF) == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                }
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Cell" && inRow)
            {
                ReadCell(xml);
            }
        }

        sink.Correct(_totals.Errors - _repeated);
        _totals.Report(sink, name, []);
        sink.EndSheet();
    }

    void StartRow(XmlReader xml)
    {
        _lastRow = Math.Max(_lastRow + 1, Number(xml, "Index"));
        var span = Number(xml, "Span");
        _row.Start(_lastRow);
        // Span says how many further rows are like this one, which only empty rows may.
        _lastRow = (int)Math.Min(int.MaxValue / 2, (long)_lastRow + Math.Max(0, span));
        _column = -1;
    }

    void ReadCell(XmlReader xml)
    {
        _column = Math.Max(_column + 1, Number(xml, "Index") - 1);
        var column = _column;
        var down = Number(xml, "MergeDown");
        _column = (int)Math.Min(int.MaxValue / 2, (long)_column + Math.Max(0, Number(xml, "MergeAcross")));
        _text.Clear();
        var type = "";
        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            while (xml.Read() && xml.Depth > depth)
            {
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Data")
                {
                    type = PartXml.Attribute(xml, "Type") ?? "";
                    ReadText(xml);
                }
            }
        }

        if (column >= RowBuffer.MostCells)
        {
            return;
        }

        if (type == "Error" && _text.Length > 0)
        {
            _totals.AddError(_row.Number);
        }

        var text = ValueOf(type, _text.ToString());
        _row.Add(column, text);
        if (down > 0)
        {
            _merged[column] = (text, (int)Math.Min(int.MaxValue, (long)_row.Number + down));
        }
    }

    // Rich text stands in elements of HTML inside.
    void ReadText(XmlReader xml)
    {
        var depth = xml.Depth;
        while (!xml.IsEmptyElement && xml.Read() && xml.Depth > depth)
        {
            int read;
            while (xml.HasValue && xml.CanReadValueChunk && _text.Length < SheetRow.LongestCell && (read = xml.ReadValueChunk(_buffer, 0, _buffer.Length)) > 0)
            {
                _text.Append(_buffer, 0, read);
            }
        }
    }

    static string ValueOf(string type, string text) => type switch
    {
        "Number" when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => WorkbookCells.Text(number),
        "DateTime" when DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) => WorkbookCells.Text(time),
        "Boolean" => text.Trim() == "1" ? "TRUE" : "FALSE",
        "Error" => "",
        _ => text,
    };

    void Complete()
    {
        if (_row.Count == 0)
        {
            return;
        }

        foreach (var (column, (text, last)) in _merged)
        {
            if (last >= _row.Number && _row[column].Length == 0)
            {
                _row.Add(column, text);
                _repeated += string.IsNullOrWhiteSpace(text) ? 0 : 1;
            }
        }
    }

    static int Number(XmlReader xml, string name) =>
        int.TryParse(PartXml.Attribute(xml, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
