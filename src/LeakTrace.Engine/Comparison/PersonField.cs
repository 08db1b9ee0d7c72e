namespace LeakTrace.Engine.Comparison;

/// <summary>Fields that a seized row and a registry record are compared on; the number is the field's place in the pattern.</summary>
public enum PersonField : byte
{
    /// <summary>Name of the person, <see cref="NameLevel"/>.</summary>
    Name,

    /// <summary>Name of the child or another related person, <see cref="NameLevel"/>.</summary>
    RelatedName,

    /// <summary>Phones, best of all pairs, <see cref="PhoneLevel"/>.</summary>
    Phone,

    /// <summary>Identity number, <see cref="NationalIdLevel"/>.</summary>
    NationalId,

    /// <summary>Date of the event, <see cref="DateLevel"/>.</summary>
    EventDate,

    /// <summary>Own date of birth, <see cref="DateLevel"/>.</summary>
    BirthDate,

    /// <summary>Hospital or branch, <see cref="PlaceLevel"/>.</summary>
    Institution,

    /// <summary>Address, <see cref="AddressLevel"/>.</summary>
    Address,

    /// <summary>Waybill or order number, <see cref="CodeLevel"/>.</summary>
    Waybill,
}
