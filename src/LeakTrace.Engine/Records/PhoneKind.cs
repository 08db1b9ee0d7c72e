namespace LeakTrace.Engine.Records;

/// <summary>What a phone cell turned out to hold.</summary>
public enum PhoneKind : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A well-formed mobile: 11 digits beginning 13 to 19.</summary>
    Mobile,

    /// <summary>A mobile with masked digits.</summary>
    MaskedMobile,

    /// <summary>A landline, area code included where given, extension dropped.</summary>
    Landline,

    /// <summary>Digits that are no phone number; kept for comparing.</summary>
    Malformed,

    /// <summary>A dummy number such as 13800138000 or 11111111111.</summary>
    Placeholder,
}
