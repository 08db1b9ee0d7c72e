namespace LeakTrace.Engine.Comparison;

/// <summary>How two institutions compare; agreement is worth more the smaller the institution.</summary>
public enum PlaceLevel : byte
{
    /// <summary>One of the two is absent: neutral.</summary>
    Absent,

    /// <summary>Different institutions.</summary>
    Different,

    /// <summary>The label could be an abbreviation of several, this one among them.</summary>
    Possible,

    /// <summary>The same institution, which has a large part of all records.</summary>
    SameLarge,

    /// <summary>The same institution of middling size.</summary>
    SameMiddling,

    /// <summary>The same institution, a small one.</summary>
    SameSmall,
}
