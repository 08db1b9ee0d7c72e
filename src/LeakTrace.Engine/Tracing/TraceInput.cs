using LeakTrace.Engine.Counting;
using LeakTrace.Engine.Records;

namespace LeakTrace.Engine.Tracing;

/// <summary>What a trace works on.</summary>
/// <param name="Files">Everything that was read.</param>
/// <param name="Deliveries">Which file went from whom to whom; may be empty.</param>
/// <param name="Aliases">Spellings of sources: spelling and source.</param>
/// <param name="Problems">Problems of the case as a whole.</param>
/// <param name="Settings">Settings.</param>
public sealed record TraceInput(
    IReadOnlyList<InputFile> Files, IReadOnlyList<Delivery> Deliveries, IReadOnlyList<(string Spelling, string Source)> Aliases,
    IReadOnlyList<Problem> Problems, TraceSettings Settings)
{
    /// <summary>Records planted in one holder's copy: holder (source or account) and record number.</summary>
    public IReadOnlyList<(string Holder, string Record)> Canaries { get; init; } = [];

    /// <summary>Chats that deliveries were taken from.</summary>
    public IReadOnlyList<InputLine> Chats { get; init; } = [];

    /// <summary>What was paid, from all evidence of it.</summary>
    public IReadOnlyList<Payment> Payments { get; init; } = [];

    /// <summary>Messages of exported chats.</summary>
    public IReadOnlyList<ChatMessage> Messages { get; init; } = [];

    /// <summary>Roles of parties; those not named are unknown.</summary>
    public IReadOnlyDictionary<string, PartyRole> Roles { get; init; } = new Dictionary<string, PartyRole>();

    /// <summary>Profits that parties made in a lawful business with what they bought, in yuan.</summary>
    public IReadOnlyDictionary<string, decimal> Profits { get; init; } = new Dictionary<string, decimal>();

    /// <summary>The counting rule.</summary>
    public CountingPolicy Policy { get; init; } = CountingPolicy.Default;
}
