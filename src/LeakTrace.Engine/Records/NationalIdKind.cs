namespace LeakTrace.Engine.Records;

/// <summary>What an ID cell turned out to hold.</summary>
public enum NationalIdKind : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>18 characters with a right checksum (a 15-digit number converts to one).</summary>
    Valid,

    /// <summary>Masked positions.</summary>
    Masked,

    /// <summary>The last digits were lost in a double.</summary>
    PrecisionLost,

    /// <summary>Wrong length, impossible date or wrong checksum; kept for comparing.</summary>
    Malformed,
}
