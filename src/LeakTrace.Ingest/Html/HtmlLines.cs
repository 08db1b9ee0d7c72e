using System.Text;
using LeakTrace.Ingest.Text;

namespace LeakTrace.Ingest.Html;

/// <summary>The words of a page without tables, a row for each paragraph, as exports of chats and saved pages have them.</summary>
sealed class HtmlLines : IHtmlTokens
{
    static readonly HashSet<string> _within = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "b", "i", "u", "s", "em", "strong", "small", "big", "span", "font", "img", "sub", "sup", "label", "code", "mark", "time", "cite", "q",
    };

    readonly IRowSink _sink;
    readonly StringBuilder _line = new();
    readonly RowBuffer _row = new();

    /// <summary>Creates lines that become rows of the sink, in a sheet that is open there.</summary>
    public HtmlLines(IRowSink sink) => _sink = sink;

    /// <summary>Number of rows so far.</summary>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public void Tag(ReadOnlySpan<char> name, bool closing, ReadOnlySpan<char> attributes)
    {
        if (_within.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name))
        {
            _line.Append(' ');
        }
        else
        {
            End();
        }
    }

    /// <inheritdoc/>
    public void Text(string text) => _line.Append(text);

    /// <inheritdoc/>
    public void End()
    {
        var text = string.Join(' ', _line.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        _line.Clear();
        if (text.Length > 0)
        {
            _row.Clear();
            _row.Add(text);
            _sink.Row(++Count, hidden: false, _row.Cells);
        }
    }
}
