namespace LeakTrace.Engine.Comparison;

/// <summary>How two person names compare, from nothing to a rare name in full.</summary>
public enum NameLevel : byte
{
    /// <summary>One of the two is absent: neutral.</summary>
    Absent,

    /// <summary>Nothing in common that counts.</summary>
    Different,

    /// <summary>The surname alone.</summary>
    SurnameOnly,

    /// <summary>A masked name that fits, and many names would.</summary>
    MaskCommon,

    /// <summary>A masked name that fits, and few names would.</summary>
    MaskRare,

    /// <summary>One character is another, missing, or two are swapped.</summary>
    OneCharacter,

    /// <summary>One character is another that looks or sounds alike.</summary>
    AlikeCharacter,

    /// <summary>The same syllables, tones apart.</summary>
    TonelessPinyin,

    /// <summary>The same syllables with their tones.</summary>
    TonedPinyin,

    /// <summary>The same name, one of the commonest.</summary>
    ExactVeryCommon,

    /// <summary>The same name, a common one.</summary>
    ExactCommon,

    /// <summary>The same name, an uncommon one.</summary>
    ExactUncommon,

    /// <summary>The same name, a rare one.</summary>
    ExactRare,
}
