namespace LeakTrace.Engine.Records;

/// <summary>What a party to the sale was, as case.json says; decides which thresholds apply to it.</summary>
public enum PartyRole : byte
{
    /// <summary>Not said: both the full thresholds and the insider's half are shown.</summary>
    Unknown,

    /// <summary>Sold or provided what duty or service gave it (第五条第一款第八项).</summary>
    Insider,

    /// <summary>Had no duty or service that gave it the information.</summary>
    Outsider,

    /// <summary>Bought or received for a lawful business (第六条).</summary>
    LawfulBusiness,
}
