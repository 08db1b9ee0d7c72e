namespace LeakTrace.Ingest.Chats;

/// <summary>With whom a chat was.</summary>
/// <param name="Name">Person or group.</param>
/// <param name="IsGroup">Whether it is a group, to which every message goes.</param>
sealed record ChatPartner(string Name, bool IsGroup)
{
    /// <summary>The partner that a title line or the name of a file gives; null where it gives none.</summary>
    public static ChatPartner? In(string text)
    {
        var match = ChatPatterns.Partner().Match(text);
        return match.Success ? new ChatPartner(match.Groups["who"].Value.Trim(), match.Groups["group"].Success) : null;
    }
}
