using System.Security.Cryptography;
using LeakTrace.Engine.Records;
using LeakTrace.Engine.Tracing;
using LeakTrace.Ingest.Text;

namespace LeakTrace.Ingest.Chats;

/// <summary>Reads the exported chats of a case: tables of messages, and texts as WeChat, QQ and others export them.</summary>
public static class ChatFolder
{
    const int MostRows = 1_000_000;

    /// <summary>
    /// Reads all files below a folder, in ordinal order of their names, which become <c>chats/…</c>; each is an input. Never throws for bad input: a file that is no
    /// chat is a problem.
    /// </summary>
    /// <param name="path">The folder.</param>
    /// <param name="settings">How files are read; null reads them as usual.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    public static (List<ChatMessage> Messages, List<InputLine> Inputs, List<Problem> Problems) Read(
        string path, ImportSettings? settings = null, CancellationToken cancellation = default)
    {
        var messages = new List<ChatMessage>();
        var problems = new List<Problem>();
        var inputs = new List<InputLine>();
        var files = Directory.EnumerateFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.System })
            .Select(file => (Path: file, Name: "chats/" + System.IO.Path.GetRelativePath(path, file).Replace('\\', '/')))
            .OrderBy(file => file.Name, StringComparer.Ordinal);
        foreach (var file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            var known = problems.Count;
            var input = ReadFile(file.Path, file.Name, settings ?? ImportSettings.Default, messages, problems, cancellation);
            inputs.Add(input with { Problems = problems.Count - known });
        }

        return (messages, inputs, problems);
    }

    /// <summary>
    /// The deliveries that chats show: messages that send a file which was seized. A file that the list names keeps the list's deliveries,
    /// whose names of people may be others than the chat's.
    /// </summary>
    /// <param name="messages">Messages.</param>
    /// <param name="seized">Paths of the seized files, below seized/.</param>
    /// <param name="listed">Deliveries that the list names.</param>
    public static List<Delivery> Deliveries(IReadOnlyList<ChatMessage> messages, IEnumerable<string> seized, IReadOnlyList<Delivery> listed)
    {
        static string Bare(string file) => file[(file.Replace('\\', '/').LastIndexOf('/') + 1)..];
        var known = seized.Select(Bare).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var named = listed.Select(delivery => Bare(delivery.File)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var deliveries = new List<Delivery>();
        var seen = new HashSet<(string, string, string, ulong)>();
        foreach (var message in messages)
        {
            if (message.Attachment.Length > 0 && message.Sender.Length > 0 && message.Receiver.Length > 0
                && known.Contains(message.Attachment) && !named.Contains(message.Attachment)
                && seen.Add((message.Attachment, message.Sender, message.Receiver, message.SentAt)))
            {
                deliveries.Add(new Delivery(message.Attachment, message.Sender, message.Receiver, message.SentAt, message.Row, message.File));
            }
        }

        return deliveries;
    }

    static InputLine ReadFile(
        string path, string file, ImportSettings settings, List<ChatMessage> messages, List<Problem> problems, CancellationToken cancellation)
    {
        List<ChatEntry>? entries = null;
        var input = new InputLine(file, "", 0, "unknown", "", 0, 0, 0);
        ChatPartner? partner = null;
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16);
            input = input with { Sha256 = Convert.ToHexStringLower(SHA256.HashData(stream)), Bytes = stream.Length };
            if (ChatLines.IsChat(stream))
            {
                var lines = 0;
                var text = new ChatText();
                foreach (var (row, line) in ChatLines.Read(stream))
                {
                    cancellation.ThrowIfCancellationRequested();
                    text.Add(row, line);
                    lines = row;
                }

                input = input with { Kind = "chat", Encoding = EncodingSniffer.Find(stream).Name, Sheets = 1, Rows = lines };

                (entries, partner) = (text.Entries, text.Partner);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new Problem(file, "", 0, Severity.Error, "not-readable",
                $"{file}: the file cannot be opened or read to its end ({e.GetType().Name}). Check the disk and the permissions."));
            return input;
        }

        foreach (var sheet in entries is null ? FileImporter.Sample(path, settings, cancellation, MostRows) : [])
        {
            input = input with { Kind = "chat", Sheets = input.Sheets + 1, Rows = input.Rows + (sheet.Count > 0 ? sheet[^1].Row : 0) };
            entries = ChatTable.Read(sheet) is { } table ? [.. entries ?? [], .. table] : entries;
        }

        if (entries is null)
        {
            problems.Add(new Problem(file, "", 0, Severity.Error, "no-chat",
                $"{file}: no messages could be told. Export the chat as a table with the columns time, from, to and text or file name, or as text with a name and a time above each message."));
            return input with { Kind = "unknown" };
        }

        Add(file, entries, partner ?? ChatPartner.In(InputFile.BareNameOf(file)), messages, problems);
        return input;
    }

    static void Add(string file, List<ChatEntry> entries, ChatPartner? partner, List<ChatMessage> messages, List<Problem> problems)
    {
        var people = entries.Where(entry => entry.Receiver.Length == 0).Select(entry => entry.Sender).Where(name => name.Length > 0)
            .Distinct(StringComparer.Ordinal).ToArray();
        var lost = 0;
        foreach (var entry in entries)
        {
            var receiver = entry.Receiver.Length > 0 ? entry.Receiver : ReceiverOf(entry.Sender, people, partner);
            var files = entry.Lines.Select(line => ChatAttachment.In(line.Text)).Where(name => name.Length > 0).ToArray();
            lost += files.Length > 0 && (receiver.Length == 0 || entry.Sender.Length == 0) ? 1 : 0;
            var records = entry.Lines.Select(line => ChatClaim.RowsIn(line.Text)).FirstOrDefault(rows => rows > 0);
            var amount = entry.Lines.Select(line => ChatClaim.AmountIn(line.Text)).FirstOrDefault(yuan => yuan > 0);
            foreach (var name in files.DefaultIfEmpty(""))
            {
                // A message with several files does not say which of them has how many records.
                messages.Add(new ChatMessage(file, entry.Row, entry.Sender, receiver, entry.SentAt, name)
                {
                    Records = files.Length < 2 ? records : 0,
                    Amount = files.Length < 2 ? amount : 0,
                });
            }
        }

        if (lost > 0)
        {
            problems.Add(new Problem(file, "", 0, Severity.Warning, "chat-without-receiver",
                $"{file}: {lost} message(s) with a file do not tell from whom to whom it went; they are no deliveries. Name the file 与…的聊天记录 (chat with …), add a column for the receiver, or list them in deliveries.csv."));
        }
    }

    static string ReceiverOf(string sender, string[] people, ChatPartner? partner) =>
        partner is { IsGroup: true } ? partner.Name
        : people.Length == 2 ? people[0] == sender ? people[1] : people[0]
        : people.Length == 1 && partner is not null && partner.Name != sender ? partner.Name
        : "";
}
