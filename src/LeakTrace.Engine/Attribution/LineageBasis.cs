namespace LeakTrace.Engine.Attribution;

/// <summary>What says which of two files was there first.</summary>
public enum LineageBasis : byte
{
    /// <summary>Nothing does: the files share people, and that is all.</summary>
    Unknown,

    /// <summary>The parties: the seller of one had received the other; times are unknown.</summary>
    Parties,

    /// <summary>The delivery times, and the parties where they are known.</summary>
    Delivery,
}
