using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Counting;

/// <summary>Payments that the messages of chats tell of: one piece of evidence, for people who pay each other write in several exports and to several others.</summary>
static class ChatMoney
{
    /// <summary>Name of this evidence among files of payments.</summary>
    public const string Source = "chats";

    const long SecondsOfOne = 600;

    /// <summary>
    /// The payments in the order of the messages. The same amount between the same two within ten minutes is one, said twice or in the exports of both; what has no time
    /// is one with the same message of another export.
    /// </summary>
    public static List<Payment> Of(IReadOnlyList<ChatMessage> messages)
    {
        var payments = new List<Payment>();
        var last = new Dictionary<(string Payer, string Payee, decimal Amount), List<Payment>>();
        foreach (var message in messages)
        {
            if (message.Amount <= 0 || message.Sender.Length == 0 || message.Receiver.Length == 0)
            {
                continue;
            }

            var payment = new Payment(message.SentAt, message.Sender, message.Receiver, message.Amount, Source, message.Row) { File = message.File };
            var key = (payment.Payer, payment.Payee, payment.Amount);
            if (!last.TryGetValue(key, out var same))
            {
                last[key] = same = [];
            }

            if (!same.Exists(other => AreOne(other, payment)))
            {
                same.Add(payment);
                payments.Add(payment);
            }
        }

        return payments;
    }

    static bool AreOne(Payment a, Payment b) => a.PaidAt == 0 || b.PaidAt == 0 ? a.PaidAt == b.PaidAt && a.File != b.File
        : Math.Abs(PackedDate.InstantOf(a.PaidAt) - PackedDate.InstantOf(b.PaidAt)) <= SecondsOfOne;
}
