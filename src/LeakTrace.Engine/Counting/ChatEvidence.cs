using LeakTrace.Engine.Records;
using LeakTrace.Engine.Tracing;

namespace LeakTrace.Engine.Counting;

/// <summary>Holds what chats say of deliveries and payments against the list of deliveries, what was seized, and the files of payments.</summary>
/// <remarks>People go by other names in chats than in lists: names alone disagree only where the list knows both of the chat's.</remarks>
sealed class ChatEvidence
{
    const int MostDays = 1;
    const long MostSecondsBetween = 600;
    readonly IReadOnlyList<ChatMessage> _messages;
    readonly IReadOnlyList<Payment> _payments;
    readonly List<Delivery> _listed = [];
    readonly HashSet<string> _parties = new(StringComparer.Ordinal);
    readonly Dictionary<string, long> _records = new(StringComparer.OrdinalIgnoreCase);
    readonly List<DisagreementLine> _lines = [];

    ChatEvidence(
        IReadOnlyList<ChatMessage> messages, IReadOnlyList<Delivery> deliveries, IReadOnlyList<Payment> payments, IReadOnlyList<InputFile> seized,
        IReadOnlyList<CountLine> counts)
    {
        _messages = messages;
        _payments = payments;
        foreach (var delivery in deliveries)
        {
            if (delivery.List == Delivery.ListName)
            {
                _listed.Add(delivery);
                _parties.Add(delivery.Seller);
                _parties.Add(delivery.Buyer);
            }
        }

        foreach (var file in seized)
        {
            _records.TryAdd(NameOf(file.File), 0);
        }

        foreach (var line in counts)
        {
            if (line.Scope == "file")
            {
                // An archive, and a name that several files have, is announced with all their records.
                _records[NameOf(line.Key)] += line.Total - line.Blank - line.Layout;
            }
        }
    }

    /// <summary>Disagreements: of payments by chat, then of sent files in the order of the messages, then of listed files that no chat has.</summary>
    /// <param name="messages">Messages of all chats.</param>
    /// <param name="deliveries">Deliveries of the list and of the chats.</param>
    /// <param name="payments">Payments of all files.</param>
    /// <param name="seized">Seized files.</param>
    /// <param name="counts">Lines of the table <c>counts</c>.</param>
    public static List<DisagreementLine> Compare(
        IReadOnlyList<ChatMessage> messages, IReadOnlyList<Delivery> deliveries, IReadOnlyList<Payment> payments, IReadOnlyList<InputFile> seized,
        IReadOnlyList<CountLine> counts)
    {
        var evidence = new ChatEvidence(messages, deliveries, payments, seized, counts);
        evidence.ComparePayments();
        for (var m = 0; m < messages.Count; m++)
        {
            evidence.CompareSent(m);
        }

        evidence.CompareListed();
        return evidence._lines;
    }

    void ComparePayments()
    {
        var said = new List<Payment>();
        var chats = new List<string>();
        foreach (var message in _messages)
        {
            if (message.Amount > 0 && message.Sender.Length > 0 && message.Receiver.Length > 0)
            {
                said.Add(new Payment(message.SentAt, message.Sender, message.Receiver, message.Amount, message.File, message.Row));
                if (!chats.Contains(message.File))
                {
                    chats.Add(message.File);
                }
            }
        }

        var sources = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var payment in _payments)
        {
            sources.Add(payment.Source);
        }

        foreach (var chat in chats)
        {
            _lines.AddRange(MoneyEvidence.Compare(said, chat, _payments, [.. sources]));
        }
    }

    void CompareSent(int number)
    {
        var message = _messages[number];
        if (message.Attachment.Length == 0 || message.Sender.Length == 0 || message.Receiver.Length == 0)
        {
            return;
        }

        var claimed = ClaimedFor(number);
        if (!_records.TryGetValue(message.Attachment, out var records))
        {
            _lines.Add(Line("not-seized", message, claimed, "seized", 0, 0, double.NaN));
            return;
        }

        if (claimed > 0 && claimed != records)
        {
            _lines.Add(Line("rows", message, claimed, "seized", 0, 0, records));
        }

        if (_listed.Count > 0)
        {
            CompareWithList(message, claimed);
        }
    }

    void CompareWithList(ChatMessage message, long claimed)
    {
        Delivery? best = null;
        var isBestOfPair = false;
        foreach (var delivery in _listed)
        {
            var isOfPair = delivery.Seller == message.Sender && delivery.Buyer == message.Receiver;
            if (NameOf(delivery.File).Equals(message.Attachment, StringComparison.OrdinalIgnoreCase)
                && (best is null || (isOfPair && !isBestOfPair) || (isOfPair == isBestOfPair && DaysBetween(delivery, message) < DaysBetween(best, message))))
            {
                (best, isBestOfPair) = (delivery, isOfPair);
            }
        }

        if (best is null)
        {
            _lines.Add(Line("only-first", message, claimed, Delivery.ListName, 0, 0, double.NaN));
        }
        else if (!isBestOfPair && _parties.Contains(message.Sender) && _parties.Contains(message.Receiver))
        {
            _lines.Add(Line("parties", message, claimed, best.List, best.Row, best.SentAt, double.NaN));
        }
        else if (DaysBetween(best, message) > MostDays)
        {
            _lines.Add(Line("date", message, claimed, best.List, best.Row, best.SentAt, double.NaN));
        }
    }

    /// <summary>Listed files of two people whose chat is there before and after, and sends no such file.</summary>
    void CompareListed()
    {
        foreach (var delivery in _listed)
        {
            var chat = "";
            var isSent = false;
            int first = int.MaxValue, last = 0;
            foreach (var message in _messages)
            {
                var isOfPair = (message.Sender == delivery.Seller && message.Receiver == delivery.Buyer)
                    || (message.Sender == delivery.Buyer && message.Receiver == delivery.Seller);
                if (isOfPair && message.SentAt != 0)
                {
                    chat = chat.Length == 0 ? message.File : chat;
                    (first, last) = (Math.Min(first, PackedDate.DayOf(message.SentAt)), Math.Max(last, PackedDate.DayOf(message.SentAt)));
                }

                isSent |= NameOf(delivery.File).Equals(message.Attachment, StringComparison.OrdinalIgnoreCase);
            }

            if (chat.Length > 0 && !isSent && delivery.SentAt != 0 && PackedDate.DayOf(delivery.SentAt) >= first && PackedDate.DayOf(delivery.SentAt) <= last)
            {
                _lines.Add(new DisagreementLine(
                    delivery.Buyer, delivery.Seller, "only-second", chat, 0, "", double.NaN, delivery.List, delivery.Row, Ledger.Time(delivery.SentAt), double.NaN)
                {
                    File = NameOf(delivery.File),
                });
            }
        }
    }

    /// <summary>Records that the message, or the same person's next words within minutes, say the file has.</summary>
    long ClaimedFor(int number)
    {
        var message = _messages[number];
        if (message.Records > 0)
        {
            return message.Records;
        }

        for (var next = number + 1; next < _messages.Count && _messages[next] is var other && other.File == message.File && other.Attachment.Length == 0; next++)
        {
            if (other.Sender == message.Sender && other.Records > 0)
            {
                return message.SentAt != 0 && PackedDate.InstantOf(other.SentAt) - PackedDate.InstantOf(message.SentAt) <= MostSecondsBetween ? other.Records : 0;
            }
        }

        return 0;
    }

    static string NameOf(string path) => path[(path.Replace('\\', '/').LastIndexOf('/') + 1)..];

    static int DaysBetween(Delivery delivery, ChatMessage message) => delivery.SentAt == 0 || message.SentAt == 0 ? 0
        : Math.Abs(PackedDate.DayOf(delivery.SentAt) - PackedDate.DayOf(message.SentAt));

    static DisagreementLine Line(string kind, ChatMessage message, long claimed, string second, int row, ulong time, double value) => new(
        message.Receiver, message.Sender, kind, message.File, message.Row, Ledger.Time(message.SentAt), claimed > 0 ? claimed : double.NaN, second, row,
        Ledger.Time(time), value)
    {
        File = message.Attachment,
    };
}
