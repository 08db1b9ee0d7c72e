using System.Text.RegularExpressions;
using LeakTrace.Engine.Normalisation;
using LeakTrace.Engine.Records;

namespace LeakTrace.Ingest.Chats;

/// <summary>Reads messages from the lines of an exported chat, in any of the ways of <see cref="ChatPatterns"/>.</summary>
sealed class ChatText
{
    const int SniffedLines = 400;
    const int LongestHead = 400;

    // Two heads may come about by chance in a note; a chat has one every few lines.
    const int LeastHeads = 2;
    const int LinesPerHead = 12;

    int _day = -1;
    ChatEntry? _current;

    /// <summary>Messages that ended, with the one that is open.</summary>
    public List<ChatEntry> Entries { get; } = [];

    /// <summary>With whom the chat was, where a line above the first message says so.</summary>
    public ChatPartner? Partner { get; private set; }

    /// <summary>Whether the lines at the start of a text are a chat.</summary>
    public static bool IsChat(IEnumerable<string> lines)
    {
        var chat = new ChatText();
        var filled = 0;
        var row = 0;
        foreach (var line in lines)
        {
            if (++row > SniffedLines)
            {
                break;
            }

            filled += string.IsNullOrWhiteSpace(line) ? 0 : 1;
            chat.Add(row, line);
        }

        return chat.Entries.Count >= LeastHeads && chat.Entries.Count * LinesPerHead >= filled
            && chat.Entries.Any(entry => entry.Lines.Count > 0);
    }

    /// <summary>Takes a line; true where it belongs to the frame of the chat rather than to the words of a message.</summary>
    public bool Add(int row, string line)
    {
        if (line.Length > LongestHead)
        {
            return Say(row, line);
        }

        if (string.IsNullOrWhiteSpace(line))
        {
            return true;
        }

        if (ChatPatterns.DayLine().Match(line) is { Success: true } day && ReadDay(day, out var date))
        {
            _day = PackedDate.DayOf(date);
            _current = null;
            return true;
        }

        if (Head(ChatPatterns.StampedLine(), row, line) || Head(ChatPatterns.NamedLine(), row, line)
            || Head(ChatPatterns.StampedHead(), row, line) || Head(ChatPatterns.NamedHead(), row, line)
            || (_day >= 0 && (Head(ChatPatterns.ClockHead(), row, line) || Head(ChatPatterns.ClockLine(), row, line))))
        {
            // What a head's own line says is said in that row.
            return _current!.Lines.Count == 0;
        }

        return Say(row, line);
    }

    bool Say(int row, string line)
    {
        if (_current is null)
        {
            Partner ??= Entries.Count == 0 ? ChatPartner.In(line) : null;
            return true;
        }

        _current.Lines.Add((row, line));
        return false;
    }

    static bool ReadDay(Match match, out ulong date) => DateReader.Read(match.Groups["stamp"].Value, default, out date);

    bool Head(Regex pattern, int row, string line)
    {
        var match = pattern.Match(line);
        if (!match.Success)
        {
            return false;
        }

        var stamp = match.Groups["stamp"].Value.Replace('：', ':').Replace(',', ' ').Replace('，', ' ');
        if (!ReadStamp(stamp, out var sentAt))
        {
            return false;
        }

        _current = new ChatEntry(row, WithoutNumber(match.Groups["who"].Value), "", sentAt, []);
        Entries.Add(_current);
        if (match.Groups["text"] is { Success: true, Length: > 0 } text)
        {
            _current.Lines.Add((row, text.Value));
        }

        return true;
    }

    bool ReadStamp(string stamp, out ulong sentAt)
    {
        var day = _day < 0 ? default : DateOnly.FromDayNumber(_day);
        if (DateReader.Read(stamp, new DateContext(false, _day < 0 ? 0 : day.Year, false, false), out sentAt))
        {
            return true;
        }

        if (_day >= 0)
        {
            return DateReader.Read(FormattableString.Invariant($"{day:yyyy-MM-dd} {stamp.Trim()}"), default, out sentAt);
        }

        // 5月1日 上午10:20: a head all the same, though nobody knows the year.
        var isDay = DateReader.Read(stamp, new DateContext(false, Rows.NamedYear.Unknown, false, false), out _);
        sentAt = 0;
        return isDay;
    }

    // Exports put the number of the account behind the name: 王五(123456), 王五<a@b.c>.
    static string WithoutNumber(string who)
    {
        who = who.Trim();
        var at = who.IndexOfAny(['(', '（', '<']);
        return at > 0 && who[^1] is ')' or '）' or '>' ? who[..at].TrimEnd() : who;
    }
}
