using System.Net;

namespace LeakTrace.Ingest.Html;

/// <summary>Cuts HTML into tags and text, tolerant of what is not closed; scripts, styles and comments are left out.</summary>
sealed class HtmlTokens
{
    readonly string _text;

    /// <summary>Creates the tokens of a page.</summary>
    public HtmlTokens(string text) => _text = text;

    /// <summary>Pushes all tokens to the tokens.</summary>
    public void Push(IHtmlTokens tokens, CancellationToken cancellation)
    {
        var at = 0;
        while (at < _text.Length)
        {
            cancellation.ThrowIfCancellationRequested();
            var tag = _text.IndexOf('<', at);
            if (tag < 0)
            {
                break;
            }

            if (tag > at)
            {
                tokens.Text(WebUtility.HtmlDecode(_text[at..tag]));
            }

            at = Tag(tag, tokens);
        }

        if (at < _text.Length)
        {
            tokens.Text(WebUtility.HtmlDecode(_text[at..]));
        }

        tokens.End();
    }

    // Returns the position after the tag.
    int Tag(int start, IHtmlTokens tokens)
    {
        if (string.CompareOrdinal(_text, start, "<!--", 0, 4) == 0)
        {
            return After("-->", start + 4);
        }

        var name = start + 1;
        var closing = name < _text.Length && _text[name] == '/';
        name += closing ? 1 : 0;
        var end = name;
        while (end < _text.Length && (char.IsAsciiLetterOrDigit(_text[end]) || _text[end] is ':' or '-'))
        {
            end++;
        }

        if (end == name && !(end < _text.Length && _text[end] is '!' or '?'))
        {
            // A bare < is text.
            tokens.Text("<");
            return start + 1;
        }

        var close = Close(end);
        var word = _text.AsSpan(name, end - name);
        if (!closing && (word.Equals("script", StringComparison.OrdinalIgnoreCase) || word.Equals("style", StringComparison.OrdinalIgnoreCase)))
        {
            return Close(After($"</{word}", close));
        }

        tokens.Tag(word, closing, _text.AsSpan(end, Math.Max(0, Math.Min(close - 1, _text.Length) - end)));
        return close;
    }

    int Close(int at)
    {
        var quote = '\0';
        for (; at < _text.Length; at++)
        {
            var c = _text[at];
            if (quote != '\0')
            {
                quote = c == quote || c == '<' ? '\0' : quote;
            }
            else if (c is '"' or '\'' && _text[at - 1] == '=')
            {
                quote = c;
            }
            else if (c == '>')
            {
                return at + 1;
            }
        }

        return at;
    }

    int After(string mark, int at)
    {
        var found = _text.IndexOf(mark, Math.Min(at, _text.Length), StringComparison.OrdinalIgnoreCase);
        return found < 0 ? _text.Length : found + mark.Length;
    }
}
