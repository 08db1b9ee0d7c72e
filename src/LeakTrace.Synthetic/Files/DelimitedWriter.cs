namespace LeakTrace.Synthetic.Files;

/// <summary>Delimited text with CRLF, quoted after RFC 4180.</summary>
sealed class DelimitedWriter(Stream stream, Encoding encoding, char delimiter, bool ownsStream = false) : IRowWriter
{
    readonly StreamWriter _writer = new(stream, encoding, 1 << 16, leaveOpen: !ownsStream);
    readonly char[] _quoted = [delimiter, '"', '\r', '\n'];

    public void BeginSheet(string name)
    {
    }

    public void Write(IReadOnlyList<Cell> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0)
            {
                _writer.Write(delimiter);
            }

            WriteText(cells[i].Text);
        }

        _writer.Write("\r\n");
    }

    /// <summary>Writes a row of plain text.</summary>
    public void Write(params ReadOnlySpan<string> texts)
    {
        for (var i = 0; i < texts.Length; i++)
        {
            if (i > 0)
            {
                _writer.Write(delimiter);
            }

            WriteText(texts[i]);
        }

        _writer.Write("\r\n");
    }

    public void Dispose() => _writer.Dispose();

    void WriteText(string text)
    {
        if (text.AsSpan().ContainsAny(_quoted))
        {
            _writer.Write('"');
            _writer.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
            _writer.Write('"');
        }
        else
        {
            _writer.Write(text);
        }
    }
}
