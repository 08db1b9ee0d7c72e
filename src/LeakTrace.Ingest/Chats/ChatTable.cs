using LeakTrace.Engine.Normalisation;
using LeakTrace.Ingest.Columns;

namespace LeakTrace.Ingest.Chats;

/// <summary>Reads messages from a table of a chat: time, sender, receiver, and words or the name of a file.</summary>
static class ChatTable
{
    const int Time = 0;
    const int Sender = 1;
    const int Receiver = 2;
    const int Words = 3;
    const int FileName = 4;

    static readonly string[][] _headers =
    [
        ["time", "sentat", "date", "datetime", "timestamp", "when", "时间", "发送时间", "日期", "消息时间", "聊天时间", "日期时间", "createtime", "msgtime"],
        ["from", "sender", "sendername", "fromuser", "talker", "author", "发送人", "发送者", "发送方", "发件人", "发言人", "昵称", "发信人", "发信方", "说话人", "fromname"],
        ["to", "receiver", "recipient", "touser", "chat", "group", "接收人", "接收者", "接收方", "收件人", "聊天对象", "对方", "群聊", "会话", "收信人", "群名称", "toname"],
        ["text", "message", "content", "body", "msg", "内容", "消息", "消息内容", "聊天内容", "文本", "正文", "信息", "textorfilename", "textorfile", "文本或文件名", "内容或文件名"],
        ["file", "filename", "attachment", "文件", "文件名", "文件名称", "附件", "附件名", "attachmentname"],
    ];

    /// <summary>Messages of the rows of a table; null where its columns are no chat's.</summary>
    public static List<ChatEntry>? Read(IReadOnlyList<SampleRow> rows)
    {
        if (rows.Count == 0)
        {
            return null;
        }

        var columns = ByHeader(rows[0]);
        var first = columns is null ? 0 : 1;
        columns ??= ByContent(rows);
        if (columns is null)
        {
            return null;
        }

        var entries = new List<ChatEntry>();
        foreach (var row in rows.Skip(first))
        {
            string Cell(int field) => columns[field] < 0 ? "" : row[columns[field]];
            ulong sentAt = 0;
            if (Cell(Time).Length > 0)
            {
                DateReader.Read(Cell(Time), default, out sentAt);
            }

            var entry = new ChatEntry(row.Row, Cell(Sender), Cell(Receiver), sentAt, []);
            if (Cell(FileName).Length > 0)
            {
                entry.Lines.Add((row.Row, Cell(FileName)));
            }

            entry.Lines.AddRange(Cell(Words).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => (row.Row, line)));
            entries.Add(entry);
        }

        return entries;
    }

    /// <summary>Column of the words where a row is the header of a table of messages; -1 where it is none.</summary>
    public static int WordsColumn(SampleRow? header) => header is not null && ByHeader(header) is { } columns && columns[Time] >= 0 ? columns[Words] : -1;

    // Column of each field, -1 where there is none; null where the row is no header of a chat.
    static int[]? ByHeader(SampleRow row)
    {
        var columns = new int[_headers.Length];
        var texts = row.Cells.Select(cell => HeaderWords.Read(cell).Text).ToArray();
        for (var field = 0; field < columns.Length; field++)
        {
            columns[field] = Array.FindIndex(texts, text => Array.IndexOf(_headers[field], text) >= 0);
        }

        return columns[Sender] >= 0 && (columns[Words] >= 0 || columns[FileName] >= 0) ? columns : null;
    }

    // Without a header: the time, then who and to whom, then what.
    static int[]? ByContent(IReadOnlyList<SampleRow> rows)
    {
        var timed = 0;
        var four = 0;
        foreach (var row in rows)
        {
            timed += DateReader.Read(row[0], default, out _) ? 1 : 0;
            four += row.Cells.Length >= 4 && row[1].Length is > 0 and <= 40 && row[2].Length is > 0 and <= 40 ? 1 : 0;
        }

        return timed * 10 >= rows.Count * 8 && four * 10 >= rows.Count * 8 ? [0, 1, 2, 3, -1] : null;
    }
}
