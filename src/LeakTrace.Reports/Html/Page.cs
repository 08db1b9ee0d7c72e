using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace LeakTrace.Reports.Html;

/// <summary>HTML as it grows. What stands literally in an interpolated string is markup; every value put into it is escaped.</summary>
sealed class Page
{
    readonly StringBuilder _text = new();

    /// <summary>Appends markup with escaped values; the handler has done so when this is called.</summary>
    public Page Add([InterpolatedStringHandlerArgument("")] ref Handler markup)
    {
        _ = markup;
        return this;
    }

    /// <summary>What was added so far, as markup to put into another page.</summary>
    public Markup ToMarkup() => new(_text.ToString());

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    void Escape(string text)
    {
        foreach (var unit in text)
        {
            _ = unit switch
            {
                '&' => _text.Append("&amp;"),
                '<' => _text.Append("&lt;"),
                '>' => _text.Append("&gt;"),
                '"' => _text.Append("&quot;"),
                '\'' => _text.Append("&#39;"),

                // Controls have no place in HTML, and marks of direction make a name read as another: show that they are there.
                < ' ' or '\u007F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\uFEFF' =>
                    _text.Append("<i class=\"odd\">U+").Append(((int)unit).ToString("X4", CultureInfo.InvariantCulture)).Append("</i>"),
                _ => _text.Append(unit),
            };
        }
    }

    /// <summary>Takes an interpolated string apart.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Handler(int literalLength, int formattedCount, Page page)
    {
        public void AppendLiteral(string markup)
        {
            _ = (literalLength, formattedCount);
            page._text.Append(markup);
        }

        public void AppendFormatted(string? text) => page.Escape(text ?? "");

        public void AppendFormatted(Markup markup) => page._text.Append(markup.Text);

        public void AppendFormatted(long number) => page._text.Append(number.ToString("N0", CultureInfo.InvariantCulture));
    }
}
