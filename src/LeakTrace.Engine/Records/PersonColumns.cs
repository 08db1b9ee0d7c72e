namespace LeakTrace.Engine.Records;

/// <summary>The columns of a <see cref="RecordTable"/> that linkage compares, with places resolved; null where the table lacks one.</summary>
public sealed class PersonColumns
{
    /// <summary>
    /// Takes the columns of a table; <paramref name="placeOfLabel"/> maps its institution labels to places (1-based), and records
    /// without a label have <paramref name="otherwise"/>.
    /// </summary>
    public PersonColumns(RecordTable table, int[] placeOfLabel, int otherwise)
    {
        Count = table.Count;
        NameText = table[FieldRole.PersonName]?.Text;
        (Name, Related) = Names(table);
        Phone = WithoutPlaceholders(table[FieldRole.Phone]?.Values);
        SecondPhone = Phone is null ? null : WithoutPlaceholders(table[FieldRole.Phone]!.Extended);
        IdHead = table[FieldRole.NationalId]?.Values;
        IdTail = IdHead is null ? null : table[FieldRole.NationalId]!.Extended ?? new ulong[Count];
        EventDate = table[FieldRole.EventDate]?.Values;
        BirthDate = table[FieldRole.BirthDate]?.Values;
        Address = table[FieldRole.Address];
        WaybillColumn = table[FieldRole.Waybill];
        Place = PlacesOf(table, placeOfLabel, otherwise);
        NameRarity = [];
    }

    /// <summary>Number of records.</summary>
    public int Count { get; }

    /// <summary>Packed names.</summary>
    public ulong[]? Name { get; }

    /// <summary>Texts of names that do not pack.</summary>
    public TextHeap? NameText { get; }

    /// <summary>Packed names of related persons.</summary>
    public ulong[]? Related { get; }

    /// <summary>First phones, without dummies.</summary>
    public ulong[]? Phone { get; }

    /// <summary>Second phones.</summary>
    public ulong[]? SecondPhone { get; }

    /// <summary>First words of identity numbers.</summary>
    public ulong[]? IdHead { get; }

    /// <summary>Second words of identity numbers.</summary>
    public ulong[]? IdTail { get; }

    /// <summary>Event dates.</summary>
    public ulong[]? EventDate { get; }

    /// <summary>Own dates of birth.</summary>
    public ulong[]? BirthDate { get; }

    /// <summary>Place numbers, 0 where absent.</summary>
    public int[]? Place { get; }

    /// <summary>Signatures of addresses.</summary>
    public ulong[]? AddressSignature => Address?.Values;

    /// <summary>Folded addresses.</summary>
    public TextHeap? AddressText => Address?.Text;

    /// <summary>Hashes of waybill numbers.</summary>
    public ulong[]? Waybill => WaybillColumn?.Values;

    /// <summary>Waybill numbers.</summary>
    public TextHeap? WaybillText => WaybillColumn?.Text;

    /// <summary>
    /// Of the side that names are judged by: 0 (very common) to 3 (rare) for a full name, 0 or 1 for a masked one. Set before comparing.
    /// </summary>
    public byte[] NameRarity { get; set; }

    Column? Address { get; }

    Column? WaybillColumn { get; }

    /// <summary>Fetches what comparing a record reads first, and where its texts stand.</summary>
    internal void Fetch(int record)
    {
        Ahead.Fetch(Name, record);
        Ahead.Fetch(Phone, record);
        Ahead.Fetch(SecondPhone, record);
        Ahead.Fetch(IdHead, record);
        Ahead.Fetch(IdTail, record);
        Ahead.Fetch(EventDate, record);
        Ahead.Fetch(BirthDate, record);
        Ahead.Fetch(Place, record);
        Ahead.Fetch(Waybill, record);
        Ahead.Fetch(AddressSignature, record);
        AddressText?.FetchPlace(record);
    }

    /// <summary>
    /// A newborn's name in the form mother + 之子 is the mother's: it says nothing beside hers, and stands for hers where that is absent.
    /// </summary>
    static (ulong[]? Name, ulong[]? Related) Names(RecordTable table)
    {
        var name = table[FieldRole.PersonName]?.Values;
        var related = (ulong[]?)table[FieldRole.RelatedName]?.Values.Clone();
        if (related is null)
        {
            return (name, null);
        }

        var mothers = name is null ? new ulong[table.Count] : (ulong[])name.Clone();
        for (var i = 0; i < related.Length; i++)
        {
            var isMothers = (table.Traits[i] & RowTraits.BabyName) != 0 && mothers[i] == 0;
            mothers[i] = isMothers ? related[i] : mothers[i];
            related[i] = related[i] == mothers[i] ? 0 : related[i];
        }

        return (mothers, related);
    }

    static ulong[]? WithoutPlaceholders(ulong[]? phones)
    {
        if (phones is null)
        {
            return null;
        }

        var copied = false;
        for (var i = 0; i < phones.Length; i++)
        {
            if (PackedPhone.KindOf(phones[i]) == PhoneKind.Placeholder)
            {
                phones = copied ? phones : (ulong[])phones.Clone();
                copied = true;
                phones[i] = 0;
            }
        }

        return phones;
    }

    static int[]? PlacesOf(RecordTable table, int[] placeOfLabel, int otherwise)
    {
        var institution = table[FieldRole.Institution];
        if (institution is null && otherwise == 0)
        {
            return null;
        }

        var places = new int[table.Count];
        for (var i = 0; i < places.Length; i++)
        {
            var label = institution is null ? 0 : (int)institution.Values[i];
            places[i] = label == 0 ? otherwise : placeOfLabel[label - 1];
        }

        return places;
    }
}
