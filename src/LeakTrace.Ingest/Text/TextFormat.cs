namespace LeakTrace.Ingest.Text;

/// <summary>How a text table is written.</summary>
/// <param name="Encoding">Its encoding.</param>
/// <param name="Delimiter">Its delimiter, ASCII.</param>
/// <param name="HasHint">Whether its first record is the line <c>sep=x</c>.</param>
sealed record TextFormat(TextEncoding Encoding, char Delimiter, bool HasHint)
{
    const int HeadLength = 1 << 16;

    /// <summary>Name of the format: csv, tsv or text.</summary>
    public string Kind => Delimiter switch { ',' => "csv", '\t' => "tsv", _ => "text" };

    /// <summary>Finds the format of a seekable stream, which is left at its start.</summary>
    public static TextFormat Find(Stream stream)
    {
        var encoding = EncodingSniffer.Find(stream);
        var head = new byte[HeadLength];
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return Find(head.AsSpan(0, length), encoding, length == stream.Length);
    }

    static TextFormat Find(ReadOnlySpan<byte> head, TextEncoding encoding, bool whole)
    {
        head = head[Math.Min(encoding.BomLength, head.Length)..];
        if (!whole)
        {
            // The last line of the head is cut short: it would count as a record of fewer fields.
            var end = head.LastIndexOfAny((byte)'\n', (byte)'\r');
            head = end > 0 ? head[..end] : head;
        }

        var text = encoding.Encoding.GetString(head).Replace("\0", "", StringComparison.Ordinal);
        var delimiter = DelimiterSniffer.Find(text, out var hint);
        if (encoding.IsUtf8 && TextRepair.Find(text) is { } repair)
        {
            encoding = encoding with { Name = $"{encoding.Name}, {repair.Name}", Repair = () => TextRepair.Find(text)! };
        }

        return new TextFormat(encoding, delimiter, hint);
    }

    /// <summary>Whether the start of a text looks like something else: control characters that no table has.</summary>
    public static bool LooksBinary(Stream stream, TextEncoding encoding)
    {
        var head = new byte[HeadLength];
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        var text = encoding.Encoding.GetString(head, 0, length);
        var odd = 0;
        foreach (var c in text)
        {
            odd += c is < ' ' and not ('\t' or '\r' or '\n' or '\0' or '\f') or '\uFFFD' or '\x7F' ? 1 : 0;
        }

        return odd * 20 > text.Length;
    }
}
