using System.Buffers;

namespace LeakTrace.Ingest.Chats;

/// <summary>Tells a message that is a file from one that speaks of a file.</summary>
static class ChatAttachment
{
    const int LongestName = 255;

    static readonly SearchValues<char> _clauses = SearchValues.Create("，。！？；：");

    // Words before a space that speak of a file rather than name one.
    static readonly string[] _answers =
        ["收到", "已收", "看了", "看到", "打开", "下载", "谢谢", "好的", "这个", "那个", "你的", "我的", "刚才", "昨天", "还是", "就是", "不是", "got ", "received ", "ok ", "thanks ", "see "];

    /// <summary>Bare name of the file that a line of a message sends; empty where it sends none.</summary>
    public static string In(string line)
    {
        if (line.Length > 2 * LongestName || !line.Contains('.', StringComparison.Ordinal))
        {
            return "";
        }

        var match = ChatPatterns.SentFile().Match(line);
        if (!match.Success)
        {
            return "";
        }

        if (Array.Exists(_answers, answer => line.AsSpan().TrimStart().StartsWith(answer, StringComparison.OrdinalIgnoreCase)))
        {
            return "";
        }

        var name = match.Groups["name"].Length > 0 ? match.Groups["name"].Value : match.Groups["inner"].Value;
        name = name.Replace('\\', '/').Trim();
        name = name[(name.LastIndexOf('/') + 1)..];

        // 收到 名单.xlsx is an answer; a name has no clause in it.
        return name.AsSpan().ContainsAny(_clauses) ? "" : name;
    }
}
