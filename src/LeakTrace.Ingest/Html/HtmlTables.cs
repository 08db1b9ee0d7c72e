using System.Globalization;
using System.Text;
using LeakTrace.Ingest.Text;

namespace LeakTrace.Ingest.Html;

/// <summary>
/// Builds rows from tags: tr, td, th, br; colspan leaves the further cells empty, rowspan repeats the value downwards.
/// A table inside a cell is a table of its own that follows.
/// </summary>
sealed class HtmlTables : IHtmlTokens
{
    // Far above what a page has; a hostile colspan must not make a row of millions.
    const int LongestSpan = 1000;

    readonly IRowSink _sink;
    readonly RowBuffer _row = new();
    readonly StringBuilder _cell = new();
    readonly Dictionary<int, (string Text, int Left)> _spans = [];
    bool _inTable;
    bool _inRow;
    bool _inCell;
    int _rowNumber;
    long _repeated;
    int _columnSpan;
    int _rowSpan;

    /// <summary>Creates tables that push their rows to the sink.</summary>
    public HtmlTables(IRowSink sink) => _sink = sink;

    /// <summary>Number of tables so far.</summary>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public void Tag(ReadOnlySpan<char> name, bool closing, ReadOnlySpan<char> attributes)
    {
        if (Is(name, "table"))
        {
            EndTable();
            if (!closing)
            {
                BeginTable();
            }
        }
        else if (!_inTable)
        {
            return;
        }
        else if (Is(name, "tr"))
        {
            EndRow();
            _inRow = !closing;
        }
        else if (Is(name, "td") || Is(name, "th"))
        {
            EndCell();
            if (!closing)
            {
                _inRow = true;
                _inCell = true;
                _columnSpan = Span(attributes, "colspan");
                _rowSpan = Span(attributes, "rowspan");
            }
        }
        else if (Is(name, "br") || Is(name, "p") || Is(name, "div"))
        {
            _cell.Append(' ');
        }
    }

    /// <inheritdoc/>
    public void Text(string text)
    {
        if (_inCell)
        {
            _cell.Append(text);
        }
    }

    /// <inheritdoc/>
    public void End() => EndTable();

    void BeginTable()
    {
        Count++;
        _inTable = true;
        _rowNumber = 0;
        _repeated = 0;
        _spans.Clear();
        _sink.BeginSheet(Count == 1 ? "" : Count.ToString(CultureInfo.InvariantCulture), hidden: false);
    }

    void EndTable()
    {
        if (_inTable)
        {
            EndRow();
            _inTable = false;
            _sink.Correct(-_repeated);
            _sink.EndSheet();
        }
    }

    void EndRow()
    {
        EndCell();
        if (!_inRow)
        {
            return;
        }

        FillSpans();
        _inRow = false;
        _sink.Row(++_rowNumber, hidden: false, _row.Cells);
        _row.Clear();
    }

    void EndCell()
    {
        if (!_inCell)
        {
            return;
        }

        _inCell = false;
        FillSpans();
        var text = _cell.ToString().Trim();
        _cell.Clear();
        if (_rowSpan > 1)
        {
            _spans[_row.Count] = (text, _rowSpan - 1);
        }

        _row.Add(text);
        _row.PadTo(_row.Count + _columnSpan - 1);
    }

    void FillSpans()
    {
        while (_spans.Remove(_row.Count, out var span))
        {
            if (span.Left > 1)
            {
                _spans[_row.Count] = (span.Text, span.Left - 1);
            }

            _row.Add(span.Text);
            _repeated += span.Text.Length > 0 ? 1 : 0;
        }
    }

    static bool Is(ReadOnlySpan<char> name, string word) => name.Equals(word, StringComparison.OrdinalIgnoreCase);

    static int Span(ReadOnlySpan<char> attributes, string name)
    {
        var at = attributes.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return 1;
        }

        var rest = attributes[(at + name.Length)..].TrimStart(" =\"'");
        var digits = 0;
        while (digits < rest.Length && char.IsAsciiDigit(rest[digits]))
        {
            digits++;
        }

        return int.TryParse(rest[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var span)
            ? Math.Clamp(span, 1, LongestSpan)
            : 1;
    }
}
