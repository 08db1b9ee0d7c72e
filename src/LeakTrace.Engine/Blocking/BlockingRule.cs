namespace LeakTrace.Engine.Blocking;

/// <summary>Conjunctions of keys; a pair that shares a key of any rule is a candidate pair.</summary>
public enum BlockingRule : byte
{
    /// <summary>A number that is no mobile, whole.</summary>
    WholePhone,

    /// <summary>Digits 1–3 and 4–7 of a mobile.</summary>
    PhoneFrontMiddle,

    /// <summary>Digits 4–7 and 8–11: the last eight.</summary>
    PhoneMiddleEnd,

    /// <summary>Digits 1–3 and 8–11.</summary>
    PhoneFrontEnd,

    /// <summary>The digits of a mobile in any order, with the surname: transpositions.</summary>
    PhoneDigitsSurname,

    /// <summary>Toneless syllables of the name with the event date, one day either way.</summary>
    PinyinDate,

    /// <summary>Toneless syllables of the name with the institution.</summary>
    PinyinInstitution,

    /// <summary>Surname, event date and institution: masked and misspelt names.</summary>
    SurnameDateInstitution,

    /// <summary>The name in full; only names that few records carry.</summary>
    RareName,

    /// <summary>Region and birth date of the identity number.</summary>
    IdRegionBirth,

    /// <summary>Region and tail of the identity number.</summary>
    IdRegionTail,

    /// <summary>Birth date and tail of the identity number.</summary>
    IdBirthTail,

    /// <summary>Waybill number.</summary>
    Waybill,

    /// <summary>Waybill number without its last four characters, with the surname.</summary>
    WaybillFrontSurname,

    /// <summary>Last eight characters of the waybill number.</summary>
    WaybillEnd,

    /// <summary>Numbers in the address with the surname.</summary>
    AddressNumbersSurname,

    /// <summary>Toneless syllables of the related name with the event date.</summary>
    RelatedPinyinDate,

    /// <summary>Own date of birth with toneless syllables of the name.</summary>
    PinyinBirthDate,
}
