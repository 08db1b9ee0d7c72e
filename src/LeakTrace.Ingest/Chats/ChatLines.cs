using LeakTrace.Ingest.Sniffing;
using LeakTrace.Ingest.Text;

namespace LeakTrace.Ingest.Chats;

/// <summary>Lines of a text file that may be a chat.</summary>
static class ChatLines
{
    const int HeadLength = 1 << 16;

    /// <summary>Whether a seekable stream, which is left at its start, is the text of a chat.</summary>
    public static bool IsChat(Stream stream)
    {
        if (FileSniffer.Find(stream, out _) != FileKind.Text)
        {
            stream.Position = 0;
            return false;
        }

        var isChat = IsChat(stream, EncodingSniffer.Find(stream));
        stream.Position = 0;
        return isChat;
    }

    /// <summary>Whether the start of a seekable stream, which is left at its start, is the text of a chat.</summary>
    public static bool IsChat(Stream stream, TextEncoding encoding)
    {
        stream.Position = 0;
        var head = new byte[HeadLength];
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        var bytes = head.AsSpan(0, length)[Math.Min(encoding.BomLength, length)..];
        return ChatText.IsChat(encoding.Encoding.GetString(bytes).Split('\n').Select(line => line.TrimEnd('\r')));
    }

    /// <summary>The lines of a stream from its start, numbered from 1.</summary>
    public static IEnumerable<(int Row, string Line)> Read(Stream stream)
    {
        var encoding = EncodingSniffer.Find(stream);
        stream.Position = encoding.BomLength;
        using var reader = new StreamReader(stream, encoding.Encoding, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        for (var row = 1; reader.ReadLine() is { } line; row++)
        {
            yield return (row, line);
        }
    }
}
