namespace LeakTrace.Engine.Records;

/// <summary>A message of an exported chat, without its words: who wrote to whom, when, and which file went with it.</summary>
/// <param name="File">Export that it stands in, named as in the tables.</param>
/// <param name="Row">1-based line or row of the export in which it begins.</param>
/// <param name="Sender">Who sent it, as the export names them.</param>
/// <param name="Receiver">Who received it, a person or a group; empty where the export does not tell.</param>
/// <param name="SentAt"><see cref="PackedDate"/>, zero where unknown.</param>
/// <param name="Attachment">Bare name of the file that was sent, empty where the message is words.</param>
public sealed record ChatMessage(string File, int Row, string Sender, string Receiver, ulong SentAt, string Attachment)
{
    /// <summary>Records that the message says it delivers; 0 where it says none.</summary>
    public long Records { get; init; }

    /// <summary>Yuan that the message says its sender paid; 0 where it says none.</summary>
    public decimal Amount { get; init; }
}
